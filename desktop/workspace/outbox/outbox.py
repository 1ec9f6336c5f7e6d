"""The outbox of an account: edits are stored before they show, show before they are sent, and are never lost."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.intentstore import Step
from desktop.cache.jobstore import STEP
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.lanes import TAG_ADMINISTRATION
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import InvalidInput, Irrevocable
from desktop.domain.intents.intent import Intent
from desktop.workspace.events import AccountEvent, EntrySettled, Failed, OutboxChanged
from desktop.workspace.files import AccountFiles
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.outbox import lane
from desktop.workspace.outbox.deciding import Deciding
from desktop.workspace.outbox.lane import Changed
from desktop.workspace.outbox.onebyone import OneByOne
from desktop.workspace.outbox.preparing import customers_of, entries_of, prepared
from desktop.workspace.outbox.revising import is_beyond_recall, taken_back
from desktop.workspace.outbox.seeing import seen_by
from desktop.workspace.outbox.showing import Showing
from desktop.workspace.outbox.waiting import Waiting

TurnJob: TypeAlias = Callable[[str, Callable[[], None], Failed], None]
"""Takes a bulk job back, by its id; then calls one of the two."""


@dataclass(frozen=True, slots=True)
class _Gesture:
    """What is done in one go: `step` is where it stands in the undo stack (None: it cannot be undone)."""

    intents: Sequence[Intent]
    id: str
    job: str
    step: Step | None
    gone: tuple[Entry, ...]
    answer: Callable[[Sequence[Entry]], None]
    failed: Failed


class Outbox(Deciding):
    """The edits of one account. Everything here belongs to the account's thread; no event loop is needed.

    `tell` hears OutboxChanged and EntrySettled, `changed` which customers look different, `trouble` what goes
    wrong in the background. `wake` is called when there may be something to send,
    `turn_job` takes a bulk job back when it is its turn, `ban_of` tells a customer's place on the blacklist.
    """

    def __init__(
        self,
        files: AccountFiles,
        collections: Collections,
        *,
        tell: Callable[[AccountEvent], None],
        changed: Callable[[Change], None],
        trouble: Failed,
        clock: Callable[[], float] = time.time,
        token: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        # In a queue: each edit finds what the former ones did.
        super().__init__(files.outbox, Waiting(), OneByOne(), clock)
        self.showing = Showing(
            files.write, collections, self.waiting, changed=changed, trouble=trouble, clock=clock
        )
        self.turn_job: TurnJob = _no_job
        self.ban_of: Callable[[str], BlacklistEntry | None] = _no_ban
        self._files = files
        self._collections = collections
        self._tell = tell
        self._trouble = trouble
        self._token = token
        self._version = -1
        # The collections were asked for in the same lane before: once this is answered they are there.
        files.look_up.ask(lane.nothing, answer=lambda _: self._load(), failed=lambda _: self._load())

    def submit(
        self,
        intents: Sequence[Intent],
        *,
        label: str,
        answer: Callable[[Sequence[Entry]], None],
        failed: Failed,
        undoable: bool = True,
        job: str = "",
    ) -> None:
        """Store edits as one gesture, called `label` when it is undone; all of them or none.

        `answer` gets the entries once they are on the disk; from then on they show and will be sent, whatever
        happens. `failed` gets InvalidInput, or StorageError (DiskFull: nothing was saved).
        """
        gesture = self._token()
        step = Step(0, gesture, label) if undoable else None
        asked = _Gesture(tuple(intents), gesture, job, step, (), answer, failed)
        self._tasks.add(lambda: self._look(asked))

    def entries(self) -> list[Entry]:
        """Return what is not done, in the order it was made."""
        return list(self.waiting)

    def counts(self) -> OutboxChanged:
        """Return how many edits go on by themselves and how many wait for a person."""
        asking = sum(1 for entry in self.waiting if not entry.is_open)
        return OutboxChanged(len(self.waiting) - asking, asking)

    def undo(self, *, answer: Callable[[str | None], None], failed: Failed) -> None:
        """Take the last gesture back by edits that undo it; `answer` gets its label, None for nothing."""
        self._after_gestures(lambda: self._turn(answer, failed, undone=False))

    def redo(self, *, answer: Callable[[str | None], None], failed: Failed) -> None:
        """Do again what was undone last; `answer` gets its label, None for nothing."""
        self._after_gestures(lambda: self._turn(answer, failed, undone=True))

    def refresh(self, then: Callable[[], None]) -> None:
        """Learn what another process did to the outbox, then call `then`."""
        self._tasks.add(
            lambda: self._files.outbox.ask(
                lane.version, answer=self._reread, failed=self._tasks.last(self._trouble)
            )
        )
        self._tasks.add(self._tasks.last(then))

    def now(self) -> int:
        """Return this machine's time in seconds."""
        return int(self._clock())

    def forget_version(self) -> None:
        """Have the next `refresh` read everything anew."""
        self._version = -1

    def took(self, changed: Sequence[Changed], ids: Mapping[str, str]) -> None:
        """Learn that stored entries were changed, and ids the server gave: everybody sees it."""
        self.waiting.ids.update(ids)
        for old, new in changed:
            if new is None:
                self.waiting.remove(old.id)
            else:
                self.waiting.put(new)
        after = [new for _, new in changed if new is not None]
        self.showing.settled([one.intent for one in after if one.state is State.DONE])
        self.showing.follow([old for old, _ in changed], after)
        if ids:
            self.showing.learned(ids)
        self._tell(self.counts())
        for entry in after:
            if not entry.is_open:
                self._tell(EntrySettled(entry))

    def _load(self) -> None:
        known = [entry.id for entry in self.waiting.opened()]
        self._files.outbox.ask(lane.stored, known, answer=self._loaded, failed=self._tasks.last(self._trouble))

    def _loaded(self, stored: lane.Stored) -> None:
        self._version = stored.version
        opened = {entry.id for entry in self.waiting.opened()}
        self.waiting.fill(stored.waiting, stored.ids)
        self.showing.start()
        self._tell(self.counts())
        refused = [one for one in stored.waiting if one.id in opened and not one.is_open]
        for entry in (*stored.settled, *refused):
            self._tell(EntrySettled(entry))
        self.wake()
        self._tasks.next()

    def _reread(self, version: int) -> None:
        if version != self._version:
            self._load()
            return
        if self.showing.is_stale:
            self.showing.refold()
        self._tasks.next()

    def _look(self, asked: _Gesture) -> None:
        customers = [self.waiting.ids.get(one, one) for one in customers_of(asked.intents)]
        if not customers:
            self._prepare(asked, [])
            return
        self._files.look_up.ask(
            CacheFile.customers,
            customers,
            answer=lambda found: self._prepare(asked, found),
            failed=self._tasks.last(asked.failed),
        )

    def _prepare(self, asked: _Gesture, found: Sequence[Customer]) -> None:
        of = self._collections
        customers = {one.id: self.showing.over(one) for one in found}
        bans = {one: ban for one in customers_of(asked.intents) if (ban := self.ban_of(one)) is not None}
        # The name of a job's edit is that of the job and a number.
        seen = seen_by(of, self.waiting.ids, customers, bans, asked.job.partition(":")[0])
        try:
            made = prepared(asked.intents, seen, self._token)
        except InvalidInput as error:
            self._tasks.last(asked.failed)(error)
            return
        entries = entries_of(made, self._token, self._clock(), gesture=asked.id, job=asked.job)
        self._files.outbox.ask(
            lane.add,
            entries,
            asked.step,
            asked.gone,
            answer=lambda stored: self._added(asked, stored),
            failed=self._tasks.last(asked.failed),
        )

    def _added(self, asked: _Gesture, entries: Sequence[Entry]) -> None:
        for one in asked.gone:
            self.waiting.remove(one.id)
        for entry in entries:
            self.waiting.put(entry)
        if any(entry.lane == TAG_ADMINISTRATION for entry in entries):
            self.showing.refold()
        self._tell(self.counts())
        self.wake()
        try:
            self._tasks.last(asked.answer)(entries)
        finally:
            # After the one who made the edit has shown it: the cache's thread takes time from this one.
            self.showing.follow(asked.gone, entries)

    def _after_gestures(self, turn: Callable[[], object]) -> None:
        """Queue an undo: a gesture that is still reading its customers was made before it, and is stored first."""

        def then(_answer: object) -> None:
            self._tasks.add(turn)

        self._files.look_up.ask(lane.nothing, answer=then, failed=then)

    def _turn(self, answer: Callable[[str | None], None], failed: Failed, *, undone: bool) -> None:
        self._files.outbox.ask(
            lane.step_of,
            undone,
            answer=lambda found: self._turned(found, answer, failed),
            failed=self._tasks.last(failed),
        )

    def _turned(
        self, found: "tuple[Step, list[Entry]] | None", answer: Callable[[str | None], None], failed: Failed
    ) -> None:
        if found is None:
            self._tasks.last(answer)(None)
            return
        step, entries = found
        if step.gesture.startswith(STEP):
            self.turn_job(step.gesture.removeprefix(STEP), lambda: answer(step.label), failed)
            self._tasks.next()
            return
        back, refused = taken_back(entries, self._token)
        gesture = self._token()
        # What was only let go, or cannot be undone at all, cannot be done again: its step goes.
        turned = Step(step.number, gesture if back else "", step.label, not step.undone)

        def done(_entries: Sequence[Entry]) -> None:
            if any(is_beyond_recall(one) for one in entries):
                failed(Irrevocable())
            else:
                answer(step.label)

        self._look(_Gesture(back, gesture, "", turned, refused, done, failed))


def _no_ban(_customer: str) -> BlacklistEntry | None:
    """Know of nobody who is banned."""
    return None


def _no_job(_job_id: str, answer: Callable[[], None], _failed: Failed) -> None:
    """Take nothing back: there are no jobs."""
    answer()
