"""Showing edits before the server has them: in the cache, for tables and filters, and in the collections."""

from collections.abc import Callable, Mapping, Sequence

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE, is_over
from desktop.cache.lane import Lane
from desktop.cache.pending import PendingEdit
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.patching import patched
from desktop.domain.edits.fold import fold_tag_tables
from desktop.domain.edits.lanes import TAG_ADMINISTRATION
from desktop.domain.edits.outbox import Entry
from desktop.domain.edits.references import references
from desktop.domain.edits.rules import Patch
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import TAG_TABLE_INTENTS, Intent
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.outbox.waiting import Waiting


class Showing:
    """Lets everybody see what waits. `changed` hears which customers look different, `trouble` what went wrong."""

    def __init__(
        self,
        write: Lane[CacheFile],
        collections: Collections,
        waiting: Waiting,
        *,
        changed: Callable[[Change], None],
        trouble: Callable[[AppError], None],
        clock: Callable[[], float],
    ) -> None:
        self._write = write
        self._collections = collections
        self._waiting = waiting
        self._changed = changed
        self._trouble = trouble
        self._clock = clock
        self._recent: list[tuple[float, Intent]] = []

    def start(self) -> None:
        """Show what waits, and nothing of an earlier time."""
        edits = [self._edit(entry) for entry in self._waiting.opened() if _is_on_customer(entry.intent)]
        self._write.ask(_hold_only, edits, int(self._clock()), answer=self._changed, failed=self._trouble)
        self.refold()

    def follow(self, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        """Show that entries took the place of others; those that are done were put into the records before."""
        gone = {entry.id for entry in before if entry.is_open and _is_on_customer(entry.intent)}
        gone -= {entry.id for entry in after if entry.is_open or entry.state.value == "done"}
        was = {entry.id: entry for entry in before if entry.is_open}
        fresh = [
            entry
            for entry in after
            if entry.is_open and _is_on_customer(entry.intent) and not _same_intent(was.get(entry.id), entry)
        ]
        self._hold(fresh, gone)
        if any(entry.lane == TAG_ADMINISTRATION for entry in (*before, *after)):
            self.refold()

    def learned(self, local: Mapping[str, str]) -> None:
        """Show things under the ids the server gave them."""
        self._hold(
            [
                entry
                for entry in self._waiting.opened()
                if _is_on_customer(entry.intent) and not local.keys().isdisjoint(references(entry.intent))
            ],
            (),
        )

    def settled(self, intents: Sequence[Intent]) -> None:
        """Go on showing edits of tag groups and tags that are done, until what was fetched holds them."""
        until = self._clock() + GRACE
        self._recent += [(until, intent) for intent in intents if isinstance(intent, TAG_TABLE_INTENTS)]

    def refold(self) -> None:
        """Fold the edits of tag groups and tags over the collections anew."""
        ids, now = self._waiting.ids, self._clock()
        self._recent = [(until, one) for until, one in self._recent if not is_over(until, now)]
        opened = [(one.seq, one.intent) for one in self._waiting.opened() if one.lane == TAG_ADMINISTRATION]
        self._collections.show_edits([*((0, one) for _, one in self._recent), *opened], ids)

    @property
    def is_stale(self) -> bool:
        """Whether an edit is folded longer than it should be."""
        return any(is_over(until, self._clock()) for until, _ in self._recent)

    @property
    def is_overwritten(self) -> bool:
        """Whether the tables that were fetched lack what was done a moment ago: who read them was too early."""
        recent = [one for _, one in self._recent]
        bases = self._collections.tag_tables
        if not recent or self._collections.fetched("tag_group") is None:
            return False
        return fold_tag_tables(*bases, recent, self._waiting.ids) != tuple(map(dict, bases))

    def forget_settled(self) -> None:
        """Fold what is done no more: what was fetched since holds it, or somebody else has changed it."""
        self._recent = []

    def over(self, customer: Customer) -> Customer:
        """Return a customer from the cache as it is shown: the cache may be a moment behind.

        Harmless when what waits was folded over it before.
        """
        lane = self._waiting.of_customer(customer.id)
        return patched(customer, [self.patch(one) for one in lane if one.is_open and _is_on_customer(one.intent)])

    def patch(self, entry: Entry) -> Patch:
        """Return what an entry does to the record of its customer."""
        return rules_of(entry.intent).patch(entry.intent, entry.base, self._waiting.ids)

    def looks_different(self, change: Change) -> None:
        """Tell that customers in the cache look different."""
        self._changed(change)

    def _hold(self, fresh: Sequence[Entry], gone: "Sequence[str] | set[str]") -> None:
        if fresh or gone:
            edits = [self._edit(entry) for entry in fresh]
            self._write.ask(_hold, edits, sorted(gone), answer=self._changed, failed=self._trouble)

    def _edit(self, entry: Entry) -> PendingEdit:
        customer = entry.lane.partition(":")[2]
        patch = self.patch(entry)
        own = self._waiting.ids.get(customer, customer)
        return PendingEdit(entry.id, own, entry.seq, patch.tags, patch.fields)


def _is_on_customer(intent: Intent) -> bool:
    return rules_of(intent).on_customer


def _same_intent(before: Entry | None, after: Entry) -> bool:
    return before is not None and before.intent == after.intent


def _hold(file: CacheFile, edits: Sequence[PendingEdit], gone: Sequence[str]) -> Change:
    return file.edits.hold(edits, drop=gone)


def _hold_only(file: CacheFile, edits: Sequence[PendingEdit], now: int) -> Change:
    return file.edits.hold_only(edits, now)
