"""A new token for an appid and its key."""

import time
from collections.abc import Callable
from dataclasses import replace

from desktop.api.body import LARGEST_IN_WINDOW
from desktop.api.request import RawReply
from desktop.api.sender import Sender
from desktop.api.token import Token
from desktop.api.wire.reply import read_reply
from desktop.api.wire.token import get_token, read_token
from desktop.domain.errors import BadSign, InvalidInput

_SKEW = 5.0


async def mint(
    base_url: str,
    appid: str,
    app_key: str,
    *,
    language: str = "zh",
    proxy: str = "",
    clock: Callable[[], float] = time.time,
    clock_offset: float = 0.0,
) -> Token:
    """Return a new token (003 "Get the Access Token Code"). It may end the one a colleague's desktop uses.

    `clock_offset` seconds are added to `clock`, e.g. those learned with the last token. When the server refuses
    the signature and its Date header shows that this machine's clock is off, the call is repeated once by the
    server's time. Raises InvalidInput, BadSign, NotConfigured, PlanWithoutApi, Offline, Busy or BadReply.
    """
    if not appid.strip() or not app_key:
        raise InvalidInput("appid" if app_key else "app_key", "empty")
    sender = Sender(base_url, proxy=proxy, largest=LARGEST_IN_WINDOW)
    try:
        return await _minted(sender, appid.strip(), app_key, language, clock, clock_offset)
    finally:
        await sender.aclose()


async def _minted(
    sender: Sender, appid: str, app_key: str, language: str, clock: Callable[[], float], offset: float
) -> Token:
    raw = await _ask(sender, appid, app_key, language, clock() + offset)
    learned = offset if raw.server_time is None else raw.server_time - clock()
    try:
        return _token(raw, offset if abs(learned - offset) < _SKEW else learned)
    except BadSign:
        if abs(learned - offset) < _SKEW:
            raise
    return _token(await _ask(sender, appid, app_key, language, clock() + learned), learned)


async def _ask(sender: Sender, appid: str, app_key: str, language: str, now: float) -> RawReply:
    call = get_token(appid, int(now), app_key)
    return await sender.send(call.request.with_headers(language=language))


def _token(raw: RawReply, offset: float) -> Token:
    token = read_token(read_reply(raw))
    return replace(token, server_time=raw.server_time or 0.0, clock_offset=offset)
