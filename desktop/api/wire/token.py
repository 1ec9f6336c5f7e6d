"""The token call (003 "Get the Access Token Code")."""

import hashlib

from desktop.api.request import Call, Reply, get
from desktop.api.token import Token
from desktop.api.wire.record import record
from desktop.api.wire.values import code, str_of
from desktop.domain.errors import BadReply, Sent

_DAY = 86_400


def sign(appid: str, create_time: int, app_key: str) -> str:
    """Return md5(appid + create_time + app_key) in lower-case hexadecimal; `create_time` in seconds."""
    signed = f"{appid}{create_time}{app_key}".encode()
    return hashlib.md5(signed, usedforsecurity=False).hexdigest()


def get_token(appid: str, create_time: int, app_key: str) -> Call[Token]:
    """Ask for a new token. Never repeated by itself: each one may end a colleague's."""
    params = {"appid": appid, "create_time": str(create_time), "sign": sign(appid, create_time, app_key)}
    return Call(get("/api/get_token", params, repeatable=False), read_token)


def read_token(reply: Reply) -> Token:
    """Read the token; a life that is missing or unreadable counts as a day."""
    item = record(reply)
    value = str_of(item, "token").strip()
    if not value:
        raise BadReply(sent=Sent.YES, field="token")
    life = code(item.get("expires_in"))
    if life is None:
        life = code(item.get("expire_in"))
    return Token(value, life if life is not None and life > 0 else _DAY)
