"""How far entries are, on the disk before anything else goes on; and what the server has, in the cache."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import StorageError
from desktop.domain.lanes import TAG_ADMINISTRATION
from desktop.domain.outbox import State
from desktop.workspace import outboxlane
from desktop.workspace.files import AccountFiles
from desktop.workspace.outbox import Outbox
from desktop.workspace.push.commits import Commits, Wanted
from desktop.workspace.showing import GRACE


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
        tagging = [one.new.id for one in done if one.new.lane != TAG_ADMINISTRATION]
        tables = [one.new.intent for one in done if one.new.lane == TAG_ADMINISTRATION]
        # The record first: after a kill the entry is found out again, and its effect is there.
        with suppress(StorageError):
            if tagging:
                at, until = int(self._now()), self._outbox.now() + GRACE
                await self._in_cache(lambda file: file.edits.settle(tagging, at, until))
            if tables:
                await self._in_cache(lambda file: file.edits.fold_tag_tables(self._language, tables, ids))
        late = await self._commit(wanted)
        if tables:
            self._tables_changed()
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

    async def _in_cache(self, function: Callable[[CacheFile], None]) -> None:
        await asyncio.wrap_future(self._files.write.submit(function))


def _nothing() -> None:
    """Wait for nothing."""
