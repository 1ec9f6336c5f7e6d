"""Every call under every fault of a server: the right error in plain words, the right repetitions, little memory.

`python -m tests.attacks.answers` tries each call of document 003 under each fault and prints the row.
"""

import argparse
import asyncio
import random
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.api.backoff import Backoff
from desktop.api.body import LARGEST
from desktop.api.caller import Caller
from desktop.api.minting import mint
from desktop.api.request import RawReply, Request
from desktop.api.sender import Sender
from desktop.domain.errors import (
    AppError,
    BadReply,
    BadSign,
    Busy,
    Interrupted,
    NotConfigured,
    PlanWithoutApi,
    Sent,
    TimedOut,
    TokenRefused,
)
from desktop.domain.words.say import say
from tests.api.conftest import Minting, Slept
from tests.attacks.everycall import Arguments, Build, Made, made, reads, writes
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

_SOON, _LATE = 0.5, 20.0
"""Seconds a reply may take: of a drip, which is to be given up, and of all others."""
MOST_MEMORY = 5 * LARGEST
"""Bytes that one call may hold at once, whatever the server sends."""
REPEATS = Backoff().repeats
TOKEN = "get_token"
_DRIP = "drip"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the demo server and what a call makes of it.

    `error` is None where an answer may pass as one, or fail as any error of the tree. `applied`: a write under it
    takes effect. `sent` is what a write says of that.
    """

    name: str
    values: dict[str, Any]
    error: type[AppError] | None
    sent: Sent = Sent.UNKNOWN
    applied: bool = False

    @property
    def times(self) -> int:
        """How often a read is asked in all."""
        if self.error is TokenRefused:
            return 2
        return 1 + REPEATS.get(self.error, 0) if self.error else 1


def _code(code: str, error: type[AppError], sent: Sent = Sent.NO) -> Fault:
    return Fault(code, {"kind": "code", "code": code}, error, sent)


FAULTS = (
    Fault("cut before", {"kind": "cut_before"}, Interrupted),
    Fault("cut after", {"kind": "cut_after"}, Interrupted, applied=True),
    Fault("cut within", {"kind": "cut_within"}, Interrupted, applied=True),
    Fault(_DRIP, {"kind": "drip", "size": 12, "seconds": 0.3}, TimedOut, applied=True),
    Fault("10 MB", {"kind": "big", "size": 10}, None),
    Fault("20 MB", {"kind": "big", "size": 20}, BadReply),
    Fault("gzip bomb", {"kind": "gzip_bomb", "size": 64}, BadReply),
    Fault("HTML with 200", {"kind": "html"}, BadReply),
    Fault("nothing with 200", {"kind": "empty_body"}, BadReply),
    Fault("truncated", {"kind": "truncated"}, BadReply, applied=True),
    Fault("wrong types", {"kind": "wrong_types", "share": 1.0}, None, applied=True),
    Fault("429", {"kind": "too_many", "seconds": 3}, Busy, Sent.NO),
    Fault("500 before", {"kind": "error_before", "status": 500}, Busy),
    Fault("502 after", {"kind": "error_after", "status": 502}, Busy, applied=True),
    Fault("503 before", {"kind": "error_before", "status": 503}, Busy),
    Fault("redirect", {"kind": "redirect"}, BadReply),
    _code("999999", Busy, Sent.UNKNOWN),
    _code("700046", PlanWithoutApi),
    _code("900001", TokenRefused),
    _code("900002", TokenRefused),
    _code("900003", BadSign),
    _code("900004", NotConfigured),
)
_HEAVY = frozenset({"10 MB", "20 MB", "gzip bomb"})


@dataclass(slots=True)
class Found:
    """What came out: how many tries, what was not as it must be, the most memory one call held."""

    tries: int = 0
    wrong: list[str] = field(default_factory=list)
    memory: int = 0

    def note(self, fault: Fault, one: Made, *failures: str) -> None:
        """Count a try and what failed in it."""
        self.tries += 1
        self.wrong += [f"{one.section} under {fault.name}: {failure}" for failure in failures]


class Counting(Sender):
    """A sender that counts the requests of each path."""

    def __init__(self, base_url: str, *, deadline: float) -> None:
        super().__init__(base_url, deadline=deadline)
        self.counts: Counter[str] = Counter()

    async def send(self, request: Request) -> RawReply:
        """Count and send."""
        self.counts[request.path] += 1
        return await super().send(request)


@dataclass(slots=True)
class Bench:
    """A caller of one server that counts what it sends and what it was told to sleep."""

    demo: DemoHandle
    sender: Counting
    caller: Caller
    slept: Slept

    @classmethod
    def on(cls, demo: DemoHandle, deadline: float) -> "Bench":
        """Return a caller with tokens of its own and no real waiting."""
        sender, slept = Counting(demo.url, deadline=deadline), Slept()
        caller = Caller(
            sender,
            Minting(demo),
            language="en",
            backoff=Backoff(),
            sleep=slept,
            random=lambda: 0.0,
        )
        return cls(demo, sender, caller, slept)

    def asked(self, path: str) -> int:
        """Return how many requests of a path were sent."""
        return len(self.demo.requests(path)) if path.endswith(TOKEN) else self.sender.counts[path]

    def applied(self, endpoint: str) -> int:
        """Return how many times a call that writes took effect."""
        return sum(endpoint.startswith(entry.endpoint) for entry in self.demo.ledger())


async def attack(demo: DemoHandle, faults: Sequence[Fault], share: float, seed: int) -> Found:
    """Try each call under each fault, a `share` of the pairs by chance; the server is well again after each."""
    found, chance = Found(), random.Random(seed)
    demo.reset(customers=60, tokens="many")
    with demo.client() as http:
        of = Arguments(demo, http)
        builds = {**reads(of), **writes(of)}
        for fault in faults:
            bench = Bench.on(demo, _SOON if fault.name == _DRIP else _LATE)
            await bench.caller.call(builds["Query Customer Source"]())
            for section, build in builds.items():
                if chance.random() < share and not (fault.name == _DRIP and build == of.token):
                    await _try(bench, fault, section, build, found)
            await _recovers(bench, fault, builds, found)
            await bench.sender.aclose()
    return found


async def _try(bench: Bench, fault: Fault, section: str, build: Build, found: Found) -> None:
    one = made(section, build)
    path = one.call.request.path
    asked, before = bench.asked(path), bench.applied(one.endpoint) if one.writes else 0
    bench.slept.waits.clear()
    bench.demo.misbehave(path=path, **fault.values)
    error, memory = await _outcome(bench, one, weighed=fault.name in _HEAVY)
    bench.demo.behave()
    found.memory = max(found.memory, memory)
    wrong = list(_of_error(fault, one, error))
    wrong += _of_words(error)
    times = bench.asked(path) - asked
    wrong += _of_times(fault, one, error, times, bench.slept.waits)
    if one.writes and one.endpoint != TOKEN:
        took = bench.applied(one.endpoint) - before
        wrong += [f"took effect {took} times"] if took != int(fault.applied) else []
    wrong += [f"held {memory >> 20} MiB"] if memory > MOST_MEMORY else []
    found.note(fault, one, *wrong)


async def _outcome(bench: Bench, one: Made, *, weighed: bool) -> tuple[BaseException | None, int]:
    if weighed:
        tracemalloc.start()
    error: BaseException | None = None
    try:
        if one.endpoint == TOKEN:
            await mint(bench.demo.url, bench.demo.appid, bench.demo.app_key)
        else:
            await bench.caller.call(one.call)
    except Exception as failure:  # noqa: BLE001 - what is no error of the tree is what is looked for
        error = failure
    memory = tracemalloc.get_traced_memory()[1] if weighed else 0
    tracemalloc.stop()
    return error, memory


def _of_error(fault: Fault, one: Made, error: BaseException | None) -> Iterator[str]:
    if error is not None and not isinstance(error, AppError):
        yield f"raised {type(error).__name__}"
    elif fault.error is not None and type(error) is not fault.error:
        yield f"raised {type(error).__name__} instead of {fault.error.__name__}"
    elif fault.error is not None and one.writes and isinstance(error, AppError) and error.sent is not fault.sent:
        yield f"says {error.sent.value} of what was sent instead of {fault.sent.value}"


def _of_words(error: BaseException | None) -> Iterator[str]:
    if not isinstance(error, AppError):
        return
    for language in ("en", "zh"):
        words = say(error, language)
        if not (words.what and words.todo) or any("{" in part for part in (words.what, words.meaning, words.todo)):
            yield f"has no plain words in {language}"


def _of_times(
    fault: Fault, one: Made, error: BaseException | None, times: int, waits: Sequence[float]
) -> Iterator[str]:
    if one.writes:
        allowed = 2 if fault.error is TokenRefused and one.endpoint != TOKEN else 1
        if times != allowed or waits:
            yield f"was sent {times} times, though it changes something"
        return
    expected = fault.times if fault.error else 1 + (REPEATS[BadReply] if isinstance(error, BadReply) else 0)
    if times != expected:
        yield f"was asked {times} times instead of {expected}"
    if fault.name == "429" and any(wait < 3 for wait in waits):
        yield f"came back after {min(waits)} s, asked for 3"


async def _recovers(bench: Bench, fault: Fault, builds: dict[str, Build], found: Found) -> None:
    """See that the very next call is answered: no connection, slot or token was spoiled for good."""
    one = made("Add Follow-up Record", builds["Add Follow-up Record"])
    error, _ = await _outcome(bench, one, weighed=False)
    found.note(fault, one, *([] if error is None else [f"then failed with {error}"]))


def row_of(found: Found) -> Row:
    """Return what was found as a row."""
    said = f"at most {found.memory / 2**20:.0f} MiB held by one call"
    return Row("calls x faults", found.tries, len(found.wrong), said="; ".join([said, *found.wrong[:5]]))


def rows(asked: Asked) -> Iterator[Row]:
    """Attack a server of its own."""
    with running("--customers", "60") as demo:
        yield row_of(asyncio.run(attack(demo, FAULTS, 1.0 if asked.long else 0.2, asked.seed)))


def main() -> int:
    """Attack, print what came of it; 1 when anything was not as it must be."""
    parser = argparse.ArgumentParser(description="every call under every fault")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the pairs of call and fault that are tried")
    given = parser.parse_args()
    with running("--customers", "60") as demo:
        found = asyncio.run(attack(demo, FAULTS, given.share, given.seed))
    for line in found.wrong:
        print(line)
    return ended([row_of(found)])


if __name__ == "__main__":
    sys.exit(main())
