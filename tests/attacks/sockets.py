"""Every call over a network that breaks: cut at each phase, redirected, with certificates that do not do.

`python -m tests.attacks.sockets` tries each call of document 003 under each of them and prints the row.
"""

import argparse
import asyncio
import random
import socket
import ssl
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from desktop.api.backoff import NO_REPEATS
from desktop.api.caller import Caller
from desktop.api.request import Call
from desktop.api.sender import Sender
from desktop.api.token import FixedToken
from desktop.domain.errors import AppError, BadReply, ConnectFailed, Interrupted, Sent, TimedOut, TlsFailed
from desktop.domain.words.say import say
from tests.api.calls import ROWS
from tests.attacks.authority import Authority
from tests.attacks.rows import Asked, Row, ended

_BODY = b'{"ret_code":"000000","ret_msg":"Success","items":[],"item":{"id":"a","token":"t","list":[]}}'
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(_BODY)
_CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
_SOON = 0.6
Make: TypeAlias = Callable[[], Call[Any]]
LANGUAGES: tuple[Literal["en", "zh"], ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Break:
    """How a connection breaks: what is answered before it is closed, or reset.

    `reads`: the request is read first. `hangs`: it is left open instead. `endless`: the answer is repeated.
    """

    name: str
    answer: bytes
    error: type[AppError] = Interrupted
    reads: bool = True
    resets: bool = False
    hangs: bool = False
    endless: bool = False


def _redirect(status: int, to: str) -> Break:
    answer = f"HTTP/1.1 {status} Moved\r\nlocation: http://{to}/api/get_token\r\ncontent-length: 0\r\n\r\n"
    return Break(f"redirect {status}", answer.encode(), BadReply)


BREAKS = (
    Break("closed at once", b"", reads=False),
    Break("reset at once", b"", reads=False, resets=True),
    Break("closed after the request", b""),
    Break("reset after the request", b"", resets=True),
    Break("cut in the status line", _HEAD[:7]),
    Break("cut after the status line", _HEAD[:17]),
    Break("cut in the headers", _HEAD[:40]),
    Break("cut after the headers", _HEAD),
    Break("cut in the body", _HEAD + _BODY[:20]),
    Break("reset in the body", _HEAD + _BODY[:20], resets=True),
    Break("cut before the last byte", _HEAD + _BODY[:-1]),
    Break("cut in a chunk", _CHUNKED + b"40\r\n" + _BODY[:20]),
    Break("cut before the last chunk", _CHUNKED + b"%x\r\n%s\r\n" % (len(_BODY), _BODY)),
    Break("a chunk of no size", _CHUNKED + b"xyz\r\n"),
    Break("not HTTP", b"SSH-2.0-OpenSSH_9.2\r\n"),
    Break("random bytes", random.Random(5).randbytes(400)),
    Break("a header of 1 MB", b"HTTP/1.1 200 OK\r\nx: " + b"y" * (1 << 20) + b"\r\n\r\n"),
    Break("headers without end", b"x: y\r\n" * 1000, endless=True),
    Break("never a reply", b"", TimedOut, hangs=True),
    Break("never a body", _HEAD, TimedOut, hangs=True),
    Break("only 100 Continue", b"HTTP/1.1 100 Continue\r\n\r\n", TimedOut, endless=True),
)


@dataclass(slots=True)
class Found:
    """What came out: how many tries, what was not as it must be."""

    tries: int = 0
    wrong: list[str] = field(default_factory=list)


class Server:
    """A socket that breaks in one way and counts what reached it."""

    def __init__(self, how: Break) -> None:
        self._how = how
        self.requests = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read the request, answer as told, break."""
        try:
            if self._how.reads:
                await reader.readuntil(b"\r\n\r\n")
                self.requests += 1
            await self._answer(writer)
            if self._how.hangs:
                await reader.read()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            self._end(writer)

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        writer.write(self._how.answer)
        await writer.drain()
        while self._how.endless:
            writer.write(self._how.answer)
            await writer.drain()
            await asyncio.sleep(0.001)

    def _end(self, writer: asyncio.StreamWriter) -> None:
        if self._how.resets:
            sock: socket.socket = writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        writer.close()


@asynccontextmanager
async def listening(server: Server, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Serve on loopback; yields the port."""
    running = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls)
    try:
        yield int(running.sockets[0].getsockname()[1])
    finally:
        running.close()


async def attack(folder: Path, share: float, seed: int) -> Found:
    """Try each call over each network, a `share` of the pairs by chance. `folder` takes the certificates."""
    found, chance = Found(), random.Random(seed)
    some: list[Make] = [row.build for row in ROWS]

    def picked() -> Sequence[Make]:
        return [one for one in some if chance.random() < share] or [chance.choice(some)]

    for how in BREAKS:
        server = Server(how)
        async with listening(server) as port:
            await _tried(f"http://127.0.0.1:{port}", how.name, how.error, picked(), found, server)
    await _redirected(picked, found)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        await _tried(f"http://127.0.0.1:{deaf.getsockname()[1]}", "refused", ConnectFailed, picked(), found, None)
    await _unproven(folder, picked, found)
    return found


async def _redirected(picked: Callable[[], Sequence[Make]], found: Found) -> None:
    """A server that sends elsewhere: nothing may arrive there, the token least of all."""
    elsewhere = Server(Break("elsewhere", b""))
    async with listening(elsewhere) as port:
        for status in (301, 302, 303, 307, 308):
            # Another name for loopback is another host.
            server = Server(_redirect(status, f"localhost:{port}"))
            async with listening(server) as here:
                address = f"http://127.0.0.1:{here}"
                await _tried(address, f"redirect {status}", BadReply, picked(), found, server)
    found.wrong += [f"{elsewhere.requests} requests followed a redirect"] if elsewhere.requests else []


async def _unproven(folder: Path, picked: Callable[[], Sequence[Make]], found: Found) -> None:
    """Servers whose certificate does not do; the last one's does, so it is no other cause that stops the rest."""
    ours, strange = Authority(folder / "ours"), Authority(folder / "strange")
    contexts = {
        "nobody vouches": strange.context("DNS:localhost,IP:127.0.0.1"),
        "wrong host name": ours.context("DNS:sg.sobot.io"),
        "expired": ours.context("DNS:localhost,IP:127.0.0.1", days=0),
        "plain HTTP": None,
    }
    with ours.trusted():
        for name, context in contexts.items():
            server = Server(Break(name, _HEAD + _BODY, reads=context is not None))
            async with listening(server, context) as port:
                await _tried(f"https://127.0.0.1:{port}", name, TlsFailed, picked(), found, server)
                found.wrong += [f"{name}: {server.requests} requests arrived"] if server.requests else []
        server = Server(Break("the right one", _HEAD + _BODY))
        async with listening(server, ours.context("DNS:localhost,IP:127.0.0.1")) as port:
            reply = await _sent(f"https://127.0.0.1:{port}", ROWS[1].build())
            found.wrong += [] if reply is None else [f"a good certificate: {reply}"]


async def _tried(
    address: str,
    name: str,
    error: type[AppError],
    makes: Sequence[Make],
    found: Found,
    server: Server | None,
) -> None:
    for make in makes:
        call = make()
        before = server.requests if server else 0
        raised = await _sent(address, call)
        found.tries += 1
        wrong = [] if type(raised) is error else [f"raised {type(raised).__name__} instead of {error.__name__}"]
        if isinstance(raised, AppError):
            sent = Sent.NO if error in {ConnectFailed, TlsFailed} else Sent.UNKNOWN
            wrong += [] if raised.sent is sent else [f"says {raised.sent.value} of what was sent"]
            wrong += [f"no words in {one}" for one in LANGUAGES if not say(raised, one).todo]
        if server and server.requests - before > 1:
            wrong.append(f"was sent {server.requests - before} times")
        found.wrong += [f"{call.request.path} over {name}: {each}" for each in wrong]


async def _sent(address: str, call: Call[Any]) -> BaseException | None:
    """Make a call once and return what it raised."""
    sender = Sender(address, deadline=_SOON if "http:" in address else 20)
    caller = Caller(
        sender, FixedToken("t"), language="en", backoff=NO_REPEATS, sleep=asyncio.sleep, random=random.random
    )
    try:
        await caller.call(call)
    except Exception as error:  # noqa: BLE001 - what is no error of the tree is what is looked for
        return error
    finally:
        await sender.aclose()
    return None


def row_of(found: Found) -> Row:
    """Return what was found as a row."""
    return Row("calls x broken networks", found.tries, len(found.wrong), said="; ".join(found.wrong[:5]))


def rows(asked: Asked) -> Iterator[Row]:
    """Attack servers of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield row_of(asyncio.run(attack(Path(folder), 1.0 if asked.long else 0.1, asked.seed)))


def main() -> int:
    """Attack, print what came of it; 1 when anything was not as it must be."""
    parser = argparse.ArgumentParser(description="every call over every broken network")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the pairs of call and network that are tried")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(attack(Path(folder), given.share, given.seed))
    for line in found.wrong:
        print(line)
    return ended([row_of(found)])


if __name__ == "__main__":
    sys.exit(main())
