"""What a person decides about edits that wait: retried, corrected, resolved, discarded."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from desktop.cache.intentstore import StoredEntry
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import Intent
from desktop.workspace.events import Failed
from desktop.workspace.outbox import lane
from desktop.workspace.outbox.lane import Changed
from desktop.workspace.outbox.onebyone import OneByOne
from desktop.workspace.outbox.revising import resolved_clashes, revised, undiscarded
from desktop.workspace.outbox.waiting import Waiting

Choice: TypeAlias = Literal["yours", "server"]


class Deciding(ABC):
    """The part of the outbox that changes entries on a person's word. All of it runs in `tasks`, one by one.

    `wake` is called when there may be something to send, `urge` when a person wants it sent now.
    """

    def __init__(
        self, file: Lane[OutboxFile], waiting: Waiting, tasks: OneByOne, clock: Callable[[], float]
    ) -> None:
        self.waiting = waiting
        self.wake: Callable[[], None] = nobody
        self.urge: Callable[[], None] = nobody
        self._file = file
        self._tasks = tasks
        self._clock = clock

    @abstractmethod
    def took(self, changed: Sequence[Changed], ids: Mapping[str, str]) -> None:
        """Learn that stored entries were changed, and ids the server gave: everybody sees it."""

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
        fail = self._tasks.last(failed)
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
            self.urge()
            self._tasks.last(answer)()

        self._file.ask(lane.rewrite, changed, {}, answer=stored, failed=fail)

    def _stamped(self, old: Entry, new: Entry | None) -> Entry | None:
        if new is None:
            return None
        # Two forms of an entry never have the same time, however coarse the clock.
        return replace(new, changed=max(self._clock(), old.changed + 1e-3))

    def _discarded(self, entry: Entry) -> list[Changed]:
        return [(entry, None), *undiscarded(entry, self.waiting.lane(entry.lane))]


def nobody() -> None:
    """Send nothing: the account is offline."""
