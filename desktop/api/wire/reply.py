"""A reply as a whole: is it good, and if not, which error is it."""

from collections.abc import Mapping

from desktop.api.request import RawReply, Reply
from desktop.api.wire.parse import Unreadable, parse_json
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    NotConfigured,
    PlanWithoutApi,
    ProxyFailed,
    Rejected,
    Sent,
    Stopped,
    TokenRefused,
)

GOOD = "000000"
_UNKNOWN_EXCEPTION = "999999"
_TOKEN_REFUSED = frozenset({"900001", "900002"})
_STOPPED: Mapping[str, type[Stopped]] = {"900003": BadSign, "900004": NotConfigured, "700046": PlanWithoutApi}
_LONGEST_MESSAGE = 300
_LONGEST_CODE = 32

_TOO_MANY_REQUESTS = 429
_PROXY_LOGIN = 407
_REDIRECTS = range(300, 400)
_SERVER_ERRORS = range(500, 600)


def read_reply(raw: RawReply) -> Reply:
    """Return the JSON object of a good reply.

    A reply is good when its ret_code is 000000 and by nothing else (003 "API return code"). Raises Busy,
    BadReply, ProxyFailed, TokenRefused, Stopped or Rejected; `sent` tells what that means for a write.
    """
    if raw.status in _REDIRECTS:
        raise BadReply(sent=Sent.UNKNOWN, status=raw.status)
    reply = _object(raw.body)
    if reply is None or "ret_code" not in reply:
        raise _without_code(raw)
    ret_code = _ret_code(reply)
    if ret_code != GOOD:
        raise _refusal(ret_code, reply, raw)
    return reply


def _object(body: bytes) -> Reply | None:
    try:
        value = parse_json(body)
    except Unreadable:
        return None
    return value if isinstance(value, Mapping) else None


def _ret_code(reply: Reply) -> str:
    value = reply["ret_code"]
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999_999:
        # A code that lost its quotes lost its leading zeros too.
        return f"{value:06}"
    return value.strip()[:_LONGEST_CODE] if isinstance(value, str) else ""


def _without_code(raw: RawReply) -> AppError:
    if raw.status == _TOO_MANY_REQUESTS:
        return Busy(retry_after=raw.retry_after, sent=Sent.NO, status=raw.status)
    if raw.status in _SERVER_ERRORS:
        return Busy(retry_after=raw.retry_after, sent=Sent.UNKNOWN, status=raw.status)
    if raw.status == _PROXY_LOGIN:
        return ProxyFailed(status=raw.status)
    return BadReply(sent=Sent.UNKNOWN, status=raw.status)


def _refusal(ret_code: str, reply: Reply, raw: RawReply) -> AppError:
    if ret_code in _TOKEN_REFUSED:
        return TokenRefused(ret_code=ret_code)
    if ret_code in _STOPPED:
        return _STOPPED[ret_code](ret_code=ret_code)
    if raw.status == _TOO_MANY_REQUESTS:
        return Busy(retry_after=raw.retry_after, sent=Sent.NO, ret_code=ret_code, status=raw.status)
    if ret_code == _UNKNOWN_EXCEPTION:
        return Busy(retry_after=raw.retry_after, sent=Sent.UNKNOWN, ret_code=ret_code)
    if not ret_code:
        return BadReply(sent=Sent.UNKNOWN, status=raw.status)
    message = reply.get("ret_msg")
    return Rejected(ret_code, message[:_LONGEST_MESSAGE] if isinstance(message, str) else "")
