"""A listing on a real file, driven step by step: what was posted runs when the test says so."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.domain.errors import StorageError
from desktop.workspace.listing.events import ListingEvent, ResultReset, RowsInserted, RowsRemoved
from desktop.workspace.listing.listing import Listing

COLUMNS = ("nickname", "phone", "updated", "tags", "qq")


class Pump:
    """Runs what was posted until nothing is left; keeps the events, and a mirror of the rows they tell of."""

    def __init__(self, path: Path, key: bytes, columns: tuple[str, ...] = COLUMNS) -> None:
        self.posted: list[Callable[[], None]] = []
        self.waiting: list[Callable[[], None]] = []
        self.now = 0.0
        self.events: list[ListingEvent] = []
        self.mirror: list[str | None] = []
        self.lane = Lane(lambda: CacheFile.open(path, key, read_only=True), self.posted.append)
        self.writing = Lane(lambda: CacheFile.open(path, key), self.posted.append)
        self.listing = Listing(
            self.lane,
            columns,
            self._later,
            write=self.writing,
            clock=lambda: self.now,
        )
        self.listing.subscribe(self._on_event)

    def settle(self) -> None:
        """Run until nothing is posted, and nothing waits for its time."""
        while self.turn() or self.waiting:
            waiting, self.waiting[:] = list(self.waiting), []
            for function in waiting:
                function()

    def turn(self) -> bool:
        """Run what the lane answers now; return whether there was anything."""
        for lane in (self.lane, self.writing):
            with suppress(StorageError):
                lane.submit(lambda _: None).result()
        posted, self.posted[:] = list(self.posted), []
        for function in posted:
            function()
        return bool(posted)

    def ids(self, first: int = 0, last: int | None = None) -> list[str]:
        """Return the ids of rows, read in the way a table does."""
        last = self.listing.count - 1 if last is None else last
        found: list[str] = []
        for start in range(first, last + 1, 60):
            self.listing.want(start, min(start + 59, last))
            self.settle()
            for index in range(start, min(start + 59, last) + 1):
                row = self.listing.row(index)
                assert row is not None, index
                found.append(row.id)
        return found

    def close(self) -> None:
        self.listing.close()
        assert self.lane.close()
        assert self.writing.close()

    def _later(self, seconds: float, function: Callable[[], None]) -> None:
        assert seconds > 0
        self.waiting.append(function)

    def _on_event(self, event: ListingEvent) -> None:
        self.events.append(event)
        match event:
            case ResultReset():
                self.mirror = [None] * self.listing.count
            case RowsInserted(first, count):
                assert 0 <= first <= len(self.mirror)
                assert count >= 0
                self.mirror[first:first] = [None] * count
            case RowsRemoved(first, count):
                assert 0 <= first <= first + count <= len(self.mirror)
                assert count > 0
                del self.mirror[first : first + count]

    def note(self) -> None:
        """Write the rows that are there into the mirror: events must move them as the listing does."""
        first, last = self.listing._visible
        # Rows that nobody sees are not told apart.
        self.mirror = [None] * len(self.mirror)
        for index in range(first, min(last + 1, self.listing.count)):
            row = self.listing._held.rows.get(index)
            self.mirror[index] = row.id if row else None
