"""The server as an ASGI application: reads requests, lets faults strike, writes answers."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from email.utils import formatdate
from pathlib import Path
from typing import Any, TypeAlias

from desktop.demo.answering import Answer, Answering
from desktop.demo.churn import Bustle
from desktop.demo.clock import Clock
from desktop.demo.control import PREFIX, Steering
from desktop.demo.faults import WITHOUT_HANDLING, ActiveFault, Faults
from desktop.demo.ledger import Ledger
from desktop.demo.options import Options
from desktop.demo.spoiling import instead, spoiled
from desktop.demo.strict import Request
from desktop.demo.world import World

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

_LARGEST_BODY = 16 << 20
_LIST = "/api/scrm/5/user/list_by_page"
_LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
CUT = "kefu.cut"
"""The scope's extension that closes the connection without a word."""


class _CallerGone(Exception):
    """The caller went away before its request was whole: nothing was asked."""


class Application:
    """One demo server. `log` is a file that broken calls are appended to."""

    def __init__(self, options: Options, log: Path | None = None) -> None:
        self.clock = Clock()
        self.ledger = Ledger(log)
        self.faults = Faults()
        self.bustle = Bustle()
        self.world = World(options, self.clock, self.ledger)
        self._options = options
        self._answering = Answering(lambda: self.world)
        self._steering = Steering(self)

    def restart(self, values: dict[str, object]) -> None:
        """Start anew: first options, changed by `values`; no faults, no churn, the right time, empty ledger."""
        options = self._options.changed(values)
        self.clock.offset = 0.0
        self.faults.clear()
        self.bustle.set({})
        self.ledger.restart()
        self.world = World(options, self.clock, self.ledger)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            request = await _request(scope, receive)
        except _CallerGone:
            return
        if request is None:
            await _write(send, Answer(413, b"", ()), self.clock)
        elif _name_of(request.headers.get("host", "")) not in _LOCAL:
            # A web page that resolves its own name to this machine is not let in.
            await _write(send, Answer(421, b"", ()), self.clock)
        elif request.path.startswith(PREFIX):
            await _write(send, self._steering.answer(request), self.clock)
        else:
            await self._serve(request, scope, send)

    async def _serve(self, request: Request, scope: Scope, send: Send) -> None:
        ledger = self.ledger
        ledger.request(request.method, request.path, request.query, self.clock.now())
        ledger.in_flight += 1
        ledger.most_in_flight = max(ledger.most_in_flight, ledger.in_flight)
        try:
            striking = self.faults.striking(request.path)
            await self._beside(striking)
            spoiling = next(
                (each for each in striking if each.fault.kind not in {"latency", "forget_tokens"}), None
            )
            await self._respond(request, spoiling, scope, send)
        finally:
            ledger.in_flight -= 1

    async def _beside(self, striking: list[ActiveFault]) -> None:
        for active in striking:
            if active.fault.kind == "latency":
                await asyncio.sleep(active.fault.seconds + active.random.random() * active.fault.jitter)
            elif active.fault.kind == "forget_tokens":
                self.world.tokens.forget()

    async def _respond(self, request: Request, active: ActiveFault | None, scope: Scope, send: Send) -> None:
        kind = active.fault.kind if active else ""
        if active and kind in WITHOUT_HANDLING:
            if kind == "cut_before":
                return _cut(scope)
            language = request.headers.get("language", "zh")
            return await _write(send, instead(active, language), self.clock)
        if request.path == _LIST:
            self.bustle.tick(self.world.customers, self.clock.seconds())
        answer = self._answering.answer(request)
        if active is None:
            return await _write(send, answer, self.clock)
        if kind == "cut_after":
            return _cut(scope)
        if kind == "cut_within":
            await _write(send, answer, self.clock, upto=len(answer.body) // 2)
            return _cut(scope)
        pieces, pause = (active.fault.size, active.fault.seconds) if kind == "drip" else (1, 0.0)
        return await _write(send, spoiled(active, answer), self.clock, pieces=pieces, pause=pause)


def _name_of(host: str) -> str:
    colon = host.rfind(":")
    return host[:colon] if colon > host.rfind("]") else host


def _cut(scope: Scope) -> None:
    scope["extensions"][CUT]()


async def _request(scope: Scope, receive: Receive) -> Request | None:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _CallerGone
        body += message.get("body", b"")
        if len(body) > _LARGEST_BODY:
            return None
        if not message.get("more_body", False):
            break
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    raw_path: bytes = scope["raw_path"]
    return Request(
        method=scope["method"],
        path=raw_path.decode("latin-1"),
        query=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
    )


async def _write(
    send: Send, answer: Answer, clock: Clock, *, pieces: int = 1, pause: float = 0.0, upto: int | None = None
) -> None:
    headers = [(name.encode(), value.encode()) for name, value in answer.headers]
    headers.append((b"content-length", str(len(answer.body)).encode()))
    headers.append((b"date", formatdate(clock.now(), usegmt=True).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    body = answer.body[:upto]
    size = max(1, -(-len(body) // pieces))
    for start in range(0, len(body), size):
        if start:
            await asyncio.sleep(pause)
        await send({"type": "http.response.body", "body": body[start : start + size], "more_body": True})
    if upto is None:
        await send({"type": "http.response.body", "body": b""})
