"""What the outbox shows in the cache: edits the server does not have yet, and those it has since a moment ago."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from desktop.cache.dictionarystore import DictionaryStore
from desktop.cache.pending import PendingEdit, PendingEdits
from desktop.cache.rows import RowReader
from desktop.cache.writing import PageWriter
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.fold import fold_tag_tables
from desktop.domain.ids import is_local
from desktop.domain.intents.intent import Intent


class CacheEdits:
    """Edits over one connection, a transaction each; `writing` begins and ends one."""

    def __init__(
        self,
        rows: RowReader,
        pending: PendingEdits,
        writer: PageWriter,
        dictionaries: DictionaryStore,
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._rows = rows
        self._pending = pending
        self._writer = writer
        self._dictionaries = dictionaries
        self._writing = writing

    def hold(self, edits: Sequence[PendingEdit], *, drop: Sequence[str] = ()) -> Change:
        """Show edits that the server does not have yet, and those of the entries `drop` no more.

        Returns who may look different. Customers the cache does not hold get the edit when they arrive.
        """
        with self._writing():
            # An edit may have been held under the local id of its customer until now.
            before = self._pending.customers_of([*drop, *(one.entry for one in edits)])
            touched = dict.fromkeys([*before, *(one.customer for one in edits)])
            self._pending.drop(drop)
            self._pending.put(edits)
            return self._made_rows(edits).then(self._reshown(list(touched)))

    def made(self, edit: PendingEdit, local: str, at: int, until: int) -> Change:
        """Let a customer known by a `local` id stand under the id the server gave it, which `edit` names.

        `edit` is what the server wrote; `at` and `until` as in `settle`.
        """
        with self._writing():
            self._pending.move(local, edit.customer)
            self._pending.put([edit])
            change = Change()
            if not self._rows.customers([edit.customer]):
                new = Customer(edit.customer, {"created": at, "updated": at})
                change = self._writer.write([new], 0)
            self._writer.rebase(self._pending.settled_bases([edit.entry]))
            self._pending.note_settled([edit.entry], at, until)
            return change.then(self._reshown([edit.customer])).then(self._writer.remove([local]))

    def hold_new(self, edits: Sequence[PendingEdit]) -> Change:
        """Show those of the edits that are not shown yet."""
        with self._writing():
            known = self._pending.known([one.entry for one in edits])
        fresh = [one for one in edits if one.entry not in known]
        return self.hold(fresh) if fresh else Change()

    def held(self, names: str) -> int:
        """Return how many entries whose names are like the GLOB pattern `names` show and are not settled."""
        with self._writing():
            return self._pending.held(names)

    def unsettled(self, names: str, after: str, limit: int) -> list[str]:
        """Return entries like the GLOB pattern `names`, behind `after` in order, that show and are not settled."""
        with self._writing():
            return self._pending.unsettled(names, after, limit)

    def settle(self, entries: Sequence[str], at: int, until: int) -> None:
        """Put edits that the server has since its time `at` into the records.

        Until our time `until` they are folded over records that are older than `at`. Both in seconds.
        """
        with self._writing():
            self._writer.rebase(self._pending.settled_bases(entries))
            self._pending.note_settled(entries, at, until)

    def hold_only(self, edits: Sequence[PendingEdit], now: int) -> Change:
        """Show these edits and no others, as at the start of a program; settled ones go when their time is up."""
        self.expire(now)
        with self._writing():
            held = set(self._pending.entries())
            # One that is settled here already is just being noted in the outbox: it stays as it is.
            known = self._pending.known([one.entry for one in edits])
        wanted = {one.entry for one in edits}
        return self.hold([one for one in edits if one.entry not in known], drop=sorted(held - wanted))

    def expire(self, now: int) -> Change:
        """Fold settled edits no longer whose time is up at `now`, seconds by our clock: the records hold them."""
        with self._writing():
            over = self._pending.expired(now)
            if not over:
                return Change()
            self._writer.rebase(self._pending.settled_bases(over))
            shown = self._pending.customers_of(over)
            self._pending.drop(over)
            return self._reshown(shown)

    def _made_rows(self, edits: Sequence[PendingEdit]) -> Change:
        """Give customers that the server does not know yet a row."""
        new = dict.fromkeys(one.customer for one in edits if one.fields and is_local(one.customer))
        known = {one.id for one in self._rows.customers(list(new))}
        return self._writer.write([Customer(one, {}) for one in new if one not in known], 0) if new else Change()

    def _reshown(self, ids: Sequence[str]) -> Change:
        """Show customers with what is pending; those that only edits made known go with the last of these."""
        bases = self._rows.customers(ids)
        local = [one for one in bases if is_local(one.id)]
        gone = {one.id for one in local} - self._pending.shown(local)[1]
        change = self._writer.remove(gone) if gone else Change()
        return change.then(self._writer.reshow([one for one in bases if one.id not in gone]))

    def fold_tag_tables(self, language: str, edits: Sequence[Intent], ids: Mapping[str, str]) -> None:
        """Put edits of tag groups and tags that the server has into their small tables, where those were fetched.

        `ids` are the server's ids by the local ones.
        """
        with self._writing():
            groups, tags = (self._dictionaries.get(kind, language) for kind in ("tag_group", "tag"))
            if groups is None or tags is None:
                return
            before = {one.id: one for one in groups[0]}, {one.id: one for one in tags[0]}
            after = fold_tag_tables(*before, edits, ids)
            self._dictionaries.put("tag_group", language, list(after[0].values()), groups[1])
            self._dictionaries.put("tag", language, list(after[1].values()), tags[1])
