"""The outbox of an account: edits are stored before they show, show before they are sent, and are never lost."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.intentstore import Step, StoredEntry
from desktop.domain.change import Change
from desktop.domain.customer import Customer
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.intents import Intent
from desktop.domain.outbox import Entry, State
from desktop.workspace import outboxlane as lane
from desktop.workspace.collections import Collections
from desktop.workspace.events import AccountEvent, EntrySettled, OutboxChanged
from desktop.workspace.files import AccountFiles
from desktop.workspace.onebyone import OneByOne
from desktop.workspace.outboxlane import Changed
from desktop.workspace.preparing import Seen, customers_of, entries_of, prepared
from desktop.workspace.revising import resolved_clashes, revised, taken_back, undiscarded
from desktop.workspace.showing import Showing
from desktop.workspace.waiting import Waiting

Failed: TypeAlias = Callable[[AppError], None]
Choice: TypeAlias = Literal["yours", "server"]


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


class Outbox:
    """The edits of one account. Everything here belongs to the account's thread; no event loop is needed.

    `tell` hears OutboxChanged and EntrySettled, `changed` which customers look different, `trouble` what goes
    wrong in the background. `wake` is called when there may be something to send.
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
        self.waiting = Waiting()
        self.showing = Showing(
            files.write, collections, self.waiting, changed=changed, trouble=trouble, clock=clock
        )
        self.wake: Callable[[], None] = _nobody
        self._files = files
        self._collections = collections
        self._tell = tell
        self._trouble = trouble
        self._clock = clock
        self._token = token
        self._version = -1
        # Each edit finds what the former ones did.
        self._tasks = OneByOne()
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
        """Take the last gesture back by edits that undo it; `answer` gets its label, None when there is none."""
        self._tasks.add(lambda: self._turn(answer, failed, undone=False))

    def redo(self, *, answer: Callable[[str | None], None], failed: Failed) -> None:
        """Do again what was undone last; `answer` gets its label, None when there is nothing."""
        self._tasks.add(lambda: self._turn(answer, failed, undone=True))

    def retry(self, entry_id: str, *, answer: Callable[[], None], failed: Failed) -> None:
        """Send a refused edit again, or one that waits now instead of later."""
        self._revise(entry_id, lambda entry: [(entry, revised(entry, entry.intent))], answer, failed)

    def replace(self, entry_id: str, intent: Intent, *, answer: Callable[[], None], failed: Failed) -> None:
        """Correct an edit that is not under way, and send it. `failed` gets InvalidInput for another edit."""
        self._revise(entry_id, lambda entry: [(entry, revised(entry, intent))], answer, failed)

    def resolve(
        self, entry_id: str, choices: Mapping[str, Choice], *, answer: Callable[[], None], failed: Failed
    ) -> None:
        """Decide a conflict, by field: "yours" is sent over the server's value, "server" leaves it as it is."""
        self._revise(entry_id, lambda entry: [(entry, resolved_clashes(entry, choices))], answer, failed)

    def discard(self, entry_id: str, *, answer: Callable[[], None], failed: Failed) -> None:
        """Give up an edit that is not under way: what it changed shows as the server has it."""
        self._revise(entry_id, self._discarded, answer, failed)

    def refresh(self, then: Callable[[], None]) -> None:
        """Learn what another process did to the outbox, then call `then`."""
        self._tasks.add(lambda: self._files.outbox.ask(lane.version, answer=self._reread, failed=self._passed))
        self._tasks.add(lambda: self._then(then))

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

    def _then(self, then: Callable[[], None]) -> None:
        then()
        self._tasks.next()

    def _passed(self, error: AppError) -> None:
        self._trouble(error)
        self._tasks.next()

    def _load(self) -> None:
        self._files.outbox.ask(lane.stored, answer=self._loaded, failed=self._passed)

    def _loaded(self, stored: "tuple[int, list[Entry], dict[str, str]]") -> None:
        self._version, entries, ids = stored
        self.waiting.fill(entries, ids)
        self.showing.start()
        self._tell(self.counts())
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
        customers = customers_of(asked.intents)
        if not customers:
            self._prepare(asked, [])
            return
        self._files.look_up.ask(
            CacheFile.customers,
            customers,
            answer=lambda found: self._prepare(asked, found),
            failed=lambda error: self._refuse(asked, error),
        )

    def _prepare(self, asked: _Gesture, found: Sequence[Customer]) -> None:
        held = {one.id: self.showing.tags_of(one.id, one.ids("tags")) for one in found}
        seen = Seen(self._collections.tag_groups, self._collections.tags, held)
        try:
            made = prepared(asked.intents, seen, self._token)
        except InvalidInput as error:
            self._refuse(asked, error)
            return
        entries = entries_of(made, self._token, self._clock(), gesture=asked.id, job=asked.job)
        self._files.outbox.ask(
            lane.add,
            entries,
            asked.step,
            asked.gone,
            answer=lambda stored: self._added(asked, stored),
            failed=lambda error: self._refuse(asked, error),
        )

    def _refuse(self, asked: _Gesture, error: AppError) -> None:
        asked.failed(error)
        self._tasks.next()

    def _added(self, asked: _Gesture, entries: Sequence[Entry]) -> None:
        for one in asked.gone:
            self.waiting.remove(one.id)
        for entry in entries:
            self.waiting.put(entry)
        self.showing.follow(asked.gone, entries)
        asked.answer(entries)
        self._tell(self.counts())
        self.wake()
        self._tasks.next()

    def _turn(self, answer: Callable[[str | None], None], failed: Failed, *, undone: bool) -> None:
        def fail(error: AppError) -> None:
            failed(error)
            self._tasks.next()

        self._files.outbox.ask(
            lane.step_of, undone, answer=lambda found: self._turned(found, answer, failed), failed=fail
        )

    def _turned(
        self, found: "tuple[Step, list[Entry]] | None", answer: Callable[[str | None], None], failed: Failed
    ) -> None:
        if found is None:
            self._then(lambda: answer(None))
            return
        step, entries = found
        back, refused = taken_back(entries, self._token)
        gesture = self._token()
        turned = Step(step.number, gesture, step.label, not step.undone)
        self._look(_Gesture(back, gesture, "", turned, refused, lambda _: answer(step.label), failed))

    def _revise(
        self,
        entry_id: str,
        change: Callable[[Entry], list[Changed]],
        answer: Callable[[], None],
        failed: Failed,
    ) -> None:
        self._tasks.add(lambda: self._revised(entry_id, change, answer, failed))

    def _revised(
        self, entry_id: str, change: Callable[[Entry], list[Changed]], answer: Callable[[], None], failed: Failed
    ) -> None:
        def fail(error: AppError) -> None:
            failed(error)
            self._tasks.next()

        entry = self.waiting.get(entry_id)
        if entry is None or entry.state is State.SENDING:
            fail(InvalidInput("id", "edit_settled"))
            return
        try:
            changed = [(old, self._stamped(old, new)) for old, new in change(entry)]
        except InvalidInput as error:
            fail(error)
            return

        def stored(late: list[StoredEntry]) -> None:
            if late:
                fail(InvalidInput("id", "edit_settled"))
                return
            self.took(changed, {})
            answer()
            self.wake()
            self._tasks.next()

        self._files.outbox.ask(lane.rewrite, changed, {}, answer=stored, failed=fail)

    def _stamped(self, old: Entry, new: Entry | None) -> Entry | None:
        if new is None:
            return None
        # Two forms of an entry never have the same time, however coarse the clock.
        return replace(new, changed=max(self._clock(), old.changed + 1e-3))

    def _discarded(self, entry: Entry) -> list[Changed]:
        return [(entry, None), *undiscarded(entry, self.waiting.lane(entry.lane))]


def _nobody() -> None:
    """Send nothing: the account is offline."""
