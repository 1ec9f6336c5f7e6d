"""How far entries are, on the disk before anything else goes on; and what the server has, in the cache."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import StorageError
from desktop.workspace.files import AccountFiles
from desktop.workspace.outbox import lane as outboxlane
from desktop.workspace.outbox.outbox import Outbox
from desktop.workspace.pull.missing import put_detail
from desktop.workspace.push.commits import Commits, Wanted
from desktop.workspace.push.kinds.kind import Kind, Settling
from desktop.workspace.push.kinds.table import kind_of

Result = TypeVar("Result")


class Journal:
    """Writes what the pusher learns. `now` is the server's time, `language` that of the tag tables in the cache.

    `tables_changed` is called when tag groups or tags in the cache were changed.
    """

    def __init__(
        self,
        outbox: Outbox,
        files: AccountFiles,
        language: str,
        now: Callable[[], float],
        tables_changed: Callable[[], None],
    ) -> None:
        self._outbox = outbox
        self._files = files
        self._language = language
        self._now = now
        self._tables_changed = tables_changed
        self._marks = Commits(self._commit)
        self._ends = Commits(self._commit_ended)

    async def mark(self, wanted: Wanted) -> bool:
        """Note how far an entry is; False when somebody else changed it meanwhile. Raises StorageError."""
        return await self._marks.put(wanted)

    async def end(self, wanted: Wanted) -> bool:
        """Note that an entry is settled, what it did in the cache first. Returns and raises like `mark`."""
        return await self._ends.put(wanted)

    async def keep(self, detail: Customer) -> None:
        """Put the detail of a customer into the cache. Raises StorageError."""
        _, change = await self._in_cache(lambda file: put_detail(file, detail))
        self._outbox.showing.looks_different(change)

    async def put_tables(self, tables: Mapping[str, Sequence[Any]]) -> None:
        """Put small tables that were just fetched into the cache. Raises StorageError."""
        now = int(self._now())

        def put(file: CacheFile) -> None:
            for kind, entries in tables.items():
                file.put_dictionary(kind, self._language, entries, now)

        await self._in_cache(put)
        self._tables_changed()

    async def _commit_ended(self, wanted: Sequence[Wanted]) -> frozenset[str]:
        done = [one for one in wanted if one.new.state is State.DONE]
        ids = {**self._outbox.waiting.ids, **{local: own for one in done for local, own in one.ids.items()}}
        by_kind: dict[Kind[Any], list[Entry]] = {}
        for one in done:
            by_kind.setdefault(kind_of(one.new.intent), []).append(one.new)
        settling = Settling(int(self._now()), self._outbox.now() + GRACE, self._language, ids)
        changes: list[Change] = []
        # The record first: after a kill the entry is found out again, and its effect is there.
        with suppress(StorageError):
            for kind, entries in by_kind.items():
                changes.append(await self._in_cache(partial(_settle, kind, entries, settling)))
        late = await self._commit(wanted)
        if any(kind.changes_tables for kind in by_kind):
            self._tables_changed()
        for change in changes:
            self._outbox.showing.looks_different(change)
        return late

    async def _commit(self, wanted: Sequence[Wanted]) -> frozenset[str]:
        changed = [(one.old, one.new) for one in wanted]
        ids = {local: own for one in wanted for local, own in one.ids.items()}
        late = await asyncio.wrap_future(self._files.outbox.submit(outboxlane.rewrite, changed, ids))
        gone = frozenset(one.id for one in late)
        self._outbox.took([(old, new) for old, new in changed if old.id not in gone], ids)
        if gone:
            self._outbox.forget_version()
            self._outbox.refresh(_nothing)
        return gone

    async def _in_cache(self, function: Callable[[CacheFile], Result]) -> Result:
        return await asyncio.wrap_future(self._files.write.submit(function))


def _settle(kind: Kind[Any], entries: Sequence[Entry], settling: Settling, file: CacheFile) -> Change:
    return kind.settle(file, entries, settling)


def _nothing() -> None:
    """Wait for nothing."""
