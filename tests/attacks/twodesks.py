"""Two desktops on one appid, where a new token kills the old one: in real time, how often each takes one.

`python -m tests.attacks.twodesks --minutes 3` prints what was found and ends with 1 when a desktop took more than
one token a minute, or an edit was lost or made twice. What waits for the other's token is sent after the minutes,
so all of it may take some minutes more.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.attacks.kills import Edits, applied
from tests.attacks.rows import Asked, Row
from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle, running

_MINT = b"/api/get_token"
_EVERY = 1.5
_MINUTE = 60.0


@dataclass
class Way:
    """One desktop's way to the server: what goes over it is passed on, tokens asked for are noted."""

    host: str
    port: int
    minted: list[float] = field(default_factory=list)

    async def carry(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        """Pass one connection on."""
        far_in, far_out = await asyncio.open_connection(self.host, self.port)
        await asyncio.gather(self._pass(near_in, far_out, count=True), self._pass(far_in, near_out, count=False))

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, count: bool) -> None:
        try:
            while data := await source.read(65_536):
                if count:
                    self.minted += [time.monotonic()] * data.count(b"GET " + _MINT)
                sink.write(data)
                await sink.drain()
        except OSError:
            return
        finally:
            sink.close()


@dataclass
class Desktop:
    """One data directory, its way, and what its program said of each line."""

    kefu: Kefu
    way: Way
    keys: list[str] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    clashing: set[int] = field(default_factory=set)
    """Lines that met an edit of the other desktop: they are kept, and a person is asked."""

    async def work(self, edits: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Make edits, one every now and then, then wait until all are settled."""
        process = await asyncio.create_subprocess_exec(
            *self.kefu.command("apply", "-", "--json"),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=self.kefu.env(),
        )
        await asyncio.gather(self._feed(process, edits), self._listen(process))
        await process.wait()

    async def _feed(self, process: Process, edits: Sequence[tuple[str, dict[str, Any]]]) -> None:
        assert process.stdin is not None
        for key, line in edits:
            self.keys.append(key)
            process.stdin.write(json.dumps(line).encode() + b"\n")
            await process.stdin.drain()
            await asyncio.sleep(_EVERY)
        process.stdin.close()

    async def _listen(self, process: Process) -> None:
        assert process.stdout is not None
        async for text in process.stdout:
            line = json.loads(text)
            if line["line"] is not None:
                self.states[line["line"]] = line["state"]
                if line["state"] == "rejected" and line.get("clashes"):
                    self.clashing.add(line["line"])

    @property
    def asked(self) -> set[str]:
        """The keys of the edits a person is asked about."""
        return {self.keys[number - 1] for number in self.clashing}


def most_in_a_minute(times: Sequence[float]) -> int:
    """Return the most tokens taken within any minute."""
    # Both ends of a wait of exactly one minute are not in one minute.
    return max((sum(first <= at < first + _MINUTE - 0.5 for at in times) for first in times), default=0)


async def attack(demo: DemoHandle, folder: Path, minutes: float) -> list[Desktop]:
    """Let two desktops edit for so long."""
    edits = Edits(demo, random.Random(7))
    far = urlsplit(demo.url)
    assert far.hostname
    assert far.port
    async with AsyncExitStack() as stack:
        desktops: list[Desktop] = []
        for name in ("one", "two"):
            way = Way(far.hostname, far.port)
            server = await stack.enter_async_context(await asyncio.start_server(way.carry, "127.0.0.1", 0))
            url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            kefu = Kefu(folder / name)
            adding = ("profile", "add", "Main", "--base-url", url, "--appid", demo.appid)
            added = await asyncio.to_thread(kefu, *adding, typed=demo.app_key)
            assert added.code == 0, added.err
            desktops.append(Desktop(kefu, way))
        count = int(minutes * _MINUTE / _EVERY)
        await asyncio.gather(*(desk.work([edits.one() for _ in range(count)]) for desk in desktops))
    return desktops


@dataclass(frozen=True)
class Found:
    """What came of two desktops: a line for each, the most tokens one took within a minute, edits gone wrong."""

    lines: list[str]
    tokens: int
    edits: int
    lost: int
    twice: int


def on_a_server(minutes: float) -> Found:
    """Attack a server of its own."""
    with tempfile.TemporaryDirectory() as folder, running("--customers", "400", "--tokens", "one") as demo:
        desktops = asyncio.run(attack(demo, Path(folder), minutes))
        counted = applied(demo)
    lines, worst = [], 0
    for number, desk in enumerate(desktops, 1):
        most, tokens = most_in_a_minute(desk.way.minted), len(desk.way.minted)
        worst = max(worst, most)
        ends = dict(Counter(desk.states.values()))
        edits = f"{len(desk.keys)} edits, {ends}, {len(desk.asked)} met the other's"
        lines.append(f"desktop {number}: {edits}; {tokens} tokens, {most} at most in a minute")
    keys = [key for desk in desktops for key in desk.keys]
    asked = {key for desk in desktops for key in desk.asked}
    lost = sum(not counted[key] for key in keys if key not in asked)
    return Found(lines, worst, len(keys), lost, sum(counted[key] > 1 for key in keys))


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the row of the table."""
    found = on_a_server(asked.sized(1, 20) / 4)
    losses = found.lost + found.twice + max(0, found.tokens - 1)
    yield Row("two desktops end each other's token", found.edits, losses, said="; ".join(found.lines))


def main() -> int:
    """Attack a server of its own, print what was found."""
    parser = argparse.ArgumentParser(description="two desktops on one appid")
    parser.add_argument("--minutes", type=float, default=3.0)
    asked = parser.parse_args()
    began = time.monotonic()
    found = on_a_server(asked.minutes)
    print(*found.lines, sep="\n")
    print(f"{found.lost} lost, {found.twice} made twice, {time.monotonic() - began:.0f} s")
    return 1 if found.tokens > 1 or found.lost or found.twice else 0


if __name__ == "__main__":
    sys.exit(main())
