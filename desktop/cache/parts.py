"""The parts of a cache file that the first rows of the window do without: each is loaded when first asked for."""

# ruff: noqa: PLC0415 -- half of the modules a cache needs would else be loaded before the first rows
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    from desktop.cache.blackstore import BlackStore
    from desktop.cache.counting import TagCounting
    from desktop.cache.dictionarystore import DictionaryStore
    from desktop.cache.edits import CacheEdits
    from desktop.cache.figurestore import FigureStore
    from desktop.cache.meta import Meta
    from desktop.cache.pending import PendingEdits
    from desktop.cache.rows import RowReader
    from desktop.cache.sharing import SharedValues
    from desktop.cache.stages import StageMembers
    from desktop.cache.standings import Standings
    from desktop.cache.tagwords import TagWords
    from desktop.cache.timelinestore import TimelineStore
    from desktop.cache.writing import PageWriter


class CacheParts:
    """What a connection to the cache knows beside rows and queries."""

    path: Path
    _connection: apsw.Connection
    _meta: "Meta"
    _tags: "TagWords"
    _shared: "SharedValues"
    _rows: "RowReader"

    @cached_property
    def edits(self) -> "CacheEdits":
        """What the outbox shows in the cache."""
        from desktop.cache.edits import CacheEdits

        return CacheEdits(self._rows, self._pending, self._writer, self._dictionaries, self._writing)

    @cached_property
    def standings(self) -> "Standings":
        """Who has how many customers."""
        from desktop.cache.standings import Standings

        return Standings(self._connection, self._faults)

    @cached_property
    def timelines(self) -> "TimelineStore":
        """The histories of customers."""
        from desktop.cache.timelinestore import TimelineStore

        return TimelineStore(self._connection, self._faults, self._writing)

    @cached_property
    def figures(self) -> "FigureStore":
        """The figures of the account."""
        from desktop.cache.figurestore import FigureStore

        return FigureStore(self._connection, self._faults, self._writing)

    @cached_property
    def bans(self) -> "BlackStore":
        """The blacklist."""
        from desktop.cache.blackstore import BlackStore

        return BlackStore(self._connection, self._meta, self._faults, self._writing)

    @cached_property
    def _dictionaries(self) -> "DictionaryStore":
        from desktop.cache.dictionarystore import DictionaryStore

        return DictionaryStore(self._connection)

    @cached_property
    def _pending(self) -> "PendingEdits":
        from desktop.cache.pending import PendingEdits

        return PendingEdits(self._connection, self._rows)

    @cached_property
    def _writer(self) -> "PageWriter":
        from desktop.cache.writing import PageWriter

        return PageWriter(self._connection, self._meta, self._tags, self._shared, self._pending)

    @cached_property
    def _stages(self) -> "StageMembers":
        from desktop.cache.stages import StageMembers

        return StageMembers(self._connection, self._shared)

    @cached_property
    def _counting(self) -> "TagCounting":
        from desktop.cache.counting import TagCounting

        return TagCounting(self._connection, self._rows, self._tags)

    def _faults(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError
