"""Making edits without a window: the same outbox, the same sender as the window's."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import IO

from desktop.cli.account import connect, opened
from desktop.cli.editlines import EditLine, clashes_of, edits_of, refusal_of
from desktop.cli.failures import line_of
from desktop.cli.lines import Lines
from desktop.cli.session import Session
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError, CredentialError, InvalidInput, Offline, Stopped, TokenContested
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json
from desktop.workspace.account import Account
from desktop.workspace.events import AccountEvent, EntrySettled

_LABEL = "kefu-desk apply"
_TICK = 0.05
_UNREACHED = 10.0
"""Seconds without any progress after which an unreachable server is given up."""
_STUCK = 180.0
"""The same whatever the trouble; what other people do to the token is waited for longer."""
_CONTESTED = 900.0


@dataclass(slots=True)
class Tally:
    """How it went: lines refused before they were stored, edits by the state they ended in, what is left."""

    bad: int = 0
    queued: int = 0
    done: int = 0
    rejected: int = 0
    left: int = 0
    trouble: AppError | None = None


@dataclass(slots=True)
class _Run:
    """One run: `lines` are those of the entries made by it, `say` tells one object."""

    account: Account
    language: str
    say: Callable[[dict[str, Json]], None]
    tally: Tally = field(default_factory=Tally)
    lines: dict[str, EditLine] = field(default_factory=dict)
    settled: dict[str, State] = field(default_factory=dict)
    told: "asyncio.Queue[EntrySettled]" = field(default_factory=asyncio.Queue)
    moved: float = field(default_factory=time.monotonic)

    def heard(self, event: AccountEvent) -> None:
        if isinstance(event, EntrySettled):
            self.moved = time.monotonic()
            self.told.put_nowait(event)

    async def edit(self, number: int, line: bytes) -> None:
        """Store the edits of a line, then say so; or say why it was refused."""
        value: Json = None
        try:
            value = _object(line)
            entries = await self._stored(edits_of(value))
        except AppError as error:
            told = refusal_of(value, error) if isinstance(error, InvalidInput) else error
            self.tally.bad += 1
            self.say({"line": number, "intent": None, "state": "rejected", "reason": self.reason(told)})
            return
        self.moved = time.monotonic()
        known = EditLine(number, tuple(entry.id for entry in entries))
        self.lines.update(dict.fromkeys(known.edits, known))
        self.tally.queued += len(entries)
        self.say({"line": number, "intent": known.edits[0], "state": "queued"})

    async def _stored(self, intents: Sequence[Intent]) -> Sequence[Entry]:
        stored: asyncio.Future[Sequence[Entry]] = asyncio.get_running_loop().create_future()
        self.account.outbox.submit(
            intents, label=_LABEL, answer=stored.set_result, failed=stored.set_exception, undoable=False
        )
        return await stored

    def tell_settled(self) -> None:
        """Say which edits are settled since the last time."""
        while not self.told.empty():
            entry = self.told.get_nowait().entry
            if self.settled.get(entry.id) == entry.state:
                continue
            self.settled[entry.id] = entry.state
            self.tally.done += entry.state is State.DONE
            self.tally.rejected += entry.state is State.REJECTED
            line = self.lines.get(entry.id)
            telling = entry if line is None else line.settle(entry)
            if telling is not None:
                self.say(self._line(telling))

    def tell_left(self) -> None:
        """Say where the edits stand that could not be settled."""
        told: set[int] = set()
        for entry in self.account.outbox.entries():
            if not entry.is_open:
                continue
            self.tally.left += 1
            line = self.lines.get(entry.id)
            if line is None or line.number not in told:
                self.say(self._line(entry))
            told.update([] if line is None else [line.number])

    def reason(self, error: AppError) -> dict[str, Json]:
        """Return why as JSON: the key of its words and the words."""
        shown: dict[str, Json] = {"code": error.word, "text": line_of(error, self.language)}
        if isinstance(error, InvalidInput):
            shown["field"] = error.field
        return shown

    def _line(self, entry: Entry) -> dict[str, Json]:
        state = State.UNKNOWN if entry.state is State.SENDING else entry.state
        of = self.lines.get(entry.id)
        number, first = (None, entry.id) if of is None else (of.number, of.edits[0])
        line: dict[str, Json] = {"line": number, "intent": first, "state": state.value}
        if entry.state is State.DONE and entry.base.get("action"):
            line["action"] = entry.base["action"]
        if entry.error is not None:
            line["reason"] = self.reason(entry.error)
        if entry.clashes:
            line["clashes"] = clashes_of(entry)
        return line


def _object(line: bytes) -> Json:
    try:
        value: Json = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidInput("line", "not_json") from None
    return value


async def apply(
    session: Session, stream: IO[bytes], say: Callable[[dict[str, Json]], None], *, offline: bool
) -> Tally:
    """Make the edits of `stream`, and unless `offline` send them and what waited before; `say` tells how it goes.

    Raises AppError when the files cannot be opened, BrokenPipeError when nobody hears any more.
    """
    async with opened(session) as account:
        run = _Run(account, session.language, say)
        account.subscribe(run.heard)
        if not offline:
            await connect(session, account, pulls=False)
        await _read(run, stream)
        if not offline:
            await _drained(run)
        run.tell_settled()
        return run.tally


async def _read(run: _Run, stream: IO[bytes]) -> None:
    lines = Lines(stream)
    number = 0
    async for line in lines:
        number += 1
        if line.strip():
            await run.edit(number, line)
        lines.taken()
        run.tell_settled()


async def _drained(run: _Run) -> None:
    pusher = run.account.pusher
    if pusher is None:
        return
    await pusher.ready()
    run.moved = time.monotonic()
    while not pusher.is_quiet:
        run.tell_settled()
        if _is_hopeless(pusher.trouble, time.monotonic() - run.moved):
            break
        await asyncio.sleep(_TICK)
    run.tell_settled()
    run.tally.trouble = pusher.trouble
    run.tell_left()


def _is_hopeless(trouble: AppError | None, still: float) -> bool:
    if isinstance(trouble, Stopped | CredentialError):
        return True
    if isinstance(trouble, TokenContested):
        return still > _CONTESTED
    return still > (_UNREACHED if isinstance(trouble, Offline) else _STUCK)
