"""Bytes over httpx: one deadline, one size limit, no more in flight than is good, no leaked connections."""

import asyncio
import functools
import logging
import ssl
import sys
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import urlencode, urlsplit

import certifi
import httpx

from desktop import __version__
from desktop.api.body import LARGEST, Body, BodyRefused
from desktop.api.failures import FORESEEN, translated
from desktop.api.headers import retry_after, server_time
from desktop.api.request import RawReply, Request
from desktop.api.width import MOST, Width
from desktop.api.wire.parse import to_ascii_json
from desktop.domain.errors import AppError, BadReply, InvalidInput, Offline, Sent, TimedOut
from desktop.domain.profile import checked_base_url

DEADLINE = 30.0
"""Seconds in which a reply must be whole."""

_TOO_MANY_REQUESTS = 429
_SERVER_ERRORS = 500
_CONNECT = 10.0
_CLOSING = 2.0
_LOGGERS = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)


if find_spec("sniffio") is None:
    # httpcore looks for it four times a request; a vain look through the folders of modules takes 40 microseconds.
    sys.modules["sniffio"] = None  # type: ignore[assignment]


def _silent(_record: logging.LogRecord) -> bool:
    return False


# httpx logs whole URLs, the signed one among them: no level and no handler may bring them back.
for _name in _LOGGERS:
    logging.getLogger(_name).addFilter(_silent)


class Sender:
    """Sends requests to one server. Redirects are not followed and the environment is not asked for proxies.

    `deadline` seconds is the longest a reply takes, `largest` the most bytes it has once it is decoded. Of all
    callers together no more requests are under way than `Width` says; the others wait in their order. A request
    goes on to its end when its caller is cancelled: httpx 0.28 loses a connection of its pool for
    good when a request is cancelled at the wrong moment.
    """

    def __init__(
        self,
        base_url: str,
        *,
        proxy: str = "",
        deadline: float = DEADLINE,
        largest: int = LARGEST,
    ) -> None:
        self._base = _readable(checked_base_url(base_url))
        self._deadline = deadline
        self._largest = largest
        self._width = Width()
        self._open = self._width.limit
        self._slots = asyncio.Semaphore(self._open)
        self._running: set[asyncio.Task[RawReply | AppError]] = set()
        self._client = _client(proxy)
        self._closed = False

    async def send(self, request: Request) -> RawReply:
        """Return the answer, whatever its status.

        Raises Offline or BadReply (too large, wrong encoding) with `sent` telling whether the request may have
        taken effect.
        """
        await self._slots.acquire()
        if self._closed:
            self._slots.release()
            raise Offline(reason="closed")
        task = asyncio.create_task(self._measured(request))
        self._running.add(task)
        task.add_done_callback(self._finished)
        outcome = await asyncio.shield(task)
        if isinstance(outcome, AppError):
            raise outcome
        return outcome

    async def aclose(self, within: float = _CLOSING) -> None:
        """Wait for what is under way, `within` seconds at most, then cut it and close the connections."""
        self._closed = True
        if self._running:
            await asyncio.wait(self._running, timeout=within)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._client.aclose()

    def _finished(self, task: "asyncio.Task[RawReply | AppError]") -> None:
        self._running.discard(task)
        if self._open > self._width.limit:
            self._open -= 1
        else:
            self._slots.release()
        while self._open < self._width.limit:
            self._open += 1
            self._slots.release()

    async def _measured(self, request: Request) -> RawReply | AppError:
        """Exchange and let the width learn of it: from good replies only where nobody else could have begun."""
        width, full, now = self._width, self._slots.locked(), asyncio.get_running_loop().time
        round_, began = width.round, now()
        outcome = await self._exchanged(request)
        if _is_too_much(outcome):
            width.refused(round_)
        elif full and isinstance(outcome, RawReply):
            width.replied(now() - began, round_)
        return outcome

    async def _exchanged(self, request: Request) -> RawReply | AppError:
        """Return the answer or the error: returned, so that no error carries the request as its context."""
        try:
            async with asyncio.timeout(self._deadline):
                return await self._exchange(request)
        except BodyRefused as reason:
            return BadReply(sent=Sent.UNKNOWN, reason=str(reason))
        except FORESEEN as error:
            return translated(error)
        except asyncio.CancelledError:
            # Only `aclose` cuts this task: its caller was not cancelled and is told what happened.
            return Offline(sent=Sent.UNKNOWN, reason="closed")

    async def _exchange(self, request: Request) -> RawReply:
        query = f"?{urlencode(request.params, errors='replace')}" if request.params else ""
        headers = dict(request.headers)
        content = None
        if request.json is not None:
            content = to_ascii_json(request.json)
            headers["content-type"] = "application/json"
        url = f"{self._base}{request.path}{query}"
        async with self._client.stream(request.method, url, content=content, headers=headers) as response:
            body = Body(response.headers.get("content-encoding", ""), self._largest)
            async for chunk in response.aiter_raw():
                body.feed(chunk)
            now = server_time(response.headers.get("date", ""))
            wait = retry_after(response.headers.get("retry-after", ""), now)
            return RawReply(response.status_code, body.whole(), wait, now)


def _is_too_much(outcome: RawReply | AppError) -> bool:
    if isinstance(outcome, RawReply):
        return outcome.status == _TOO_MANY_REQUESTS or outcome.status >= _SERVER_ERRORS
    return isinstance(outcome, TimedOut)


def _readable(base_url: str) -> str:
    try:
        httpx.URL(base_url)
    except httpx.InvalidURL:
        raise InvalidInput("base_url", "address_unreadable") from None
    return base_url


def _client(proxy: str) -> httpx.AsyncClient:
    try:
        return httpx.AsyncClient(
            verify=_tls(),
            proxy=checked_proxy(proxy) or None,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(DEADLINE, connect=_CONNECT, pool=None),
            # More connections than slots: nobody ever waits inside the pool, where a cancellation leaks.
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=MOST),
            headers={"user-agent": f"kefu-desk/{__version__}", "accept-encoding": "gzip"},
        )
    except (httpx.InvalidURL, ValueError):
        refusal = InvalidInput("proxy", "proxy_address")
    raise refusal


def warm() -> None:
    """Do what the first sender and its first request would stop for, 100 ms and more. From any thread."""
    httpx.AsyncHTTPTransport(verify=_tls(), trust_env=False)
    # The module that anyio loads by name at the first connection.
    import_module("anyio._backends._asyncio")


@functools.cache
def _tls() -> ssl.SSLContext:
    """Return the one TLS context: the machine's authorities (a company's own among them) and certifi's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def checked_proxy(text: str) -> str:
    """Return the proxy's address, "" for none. Raises InvalidInput unless it is http or https with a host."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        taken = not address or (parts.scheme in {"http", "https"} and bool(parts.hostname))
    except ValueError:
        taken = False
    if not taken:
        raise InvalidInput("proxy", "proxy_address")
    return address
