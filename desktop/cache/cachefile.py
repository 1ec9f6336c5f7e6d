"""The cache of a profile: every customer, the small tables, the pull's state. It can always be fetched again."""

import time
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw

from desktop.cache.faults import Abandoned, storage_faults
from desktop.cache.finding import Finder, First
from desktop.cache.meta import Meta
from desktop.cache.parts import CacheParts
from desktop.cache.rows import Row, RowReader
from desktop.cache.schema import CACHE
from desktop.cache.sealed import integrity, let_go, open_sealed
from desktop.cache.sharing import SharedValues
from desktop.cache.tagwords import TagWords
from desktop.cache.transactions import transaction
from desktop.cache.walking import Anchor, Walk, Walker
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.json import Json
from desktop.domain.query import Order, Query

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from desktop.domain.tags.holders import Holders

# More makes no search faster: a page is read from the file in little more time than it is found in a large cache.
_READ_KIB, _WRITE_KIB = 16 * 1024, 64 * 1024
_STEPS_BETWEEN_LOOKS = 100_000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many customers the file holds, how many records could not be read, and how fresh it is.

    `as_of` is what the pull's state holds under "as_of": seconds since the epoch.
    """

    total: int
    quarantined: int
    as_of: int | None


class CacheFile(CacheParts):
    """One connection to the cache, for one thread at a time; only `interrupt` may come from another.

    Every method raises CorruptFile, DiskFull or NotWritable when the file fails, and Abandoned when it
    was interrupted.
    """

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self.path = path
        self._connection = connection
        self._stopped = False
        # SQLite forgets an interrupt that comes between two statements.
        connection.set_progress_handler(lambda: self._stopped, _STEPS_BETWEEN_LOOKS)
        self._meta = Meta(connection)
        self._tags = TagWords(connection)
        self._shared = SharedValues(connection)
        self._rows = RowReader(connection, self._meta, self._tags, self._shared)
        self._walker = Walker(connection, self._shared)
        self._finder = Finder(connection, self._rows, self._tags, self._shared, self._walker)

    @classmethod
    def open(cls, path: Path, key: bytes, *, read_only: bool = False) -> "CacheFile":
        """Open or make the cache at `path` with its 32-byte key.

        Raises WrongKey, NewerSchema (the file stays unchanged), CorruptFile, DiskFull, NotWritable.
        """
        connection = open_sealed(path, key, CACHE, read_only=read_only)
        connection.execute(f"PRAGMA cache_size = -{_READ_KIB if read_only else _WRITE_KIB}")
        return cls(path, connection)

    def write_page(
        self,
        customers: Sequence[Customer],
        *,
        sweep: int = 0,
        quarantined: Sequence[Quarantined] = (),
        state: Mapping[str, Json] | None = None,
        detailed: bool = False,
    ) -> Change:
        """Write customers, records that could not be read, and the pull's state, in one transaction.

        `sweep` numbers the complete pull the page belongs to (0: none), see `unseen`. Fastest with 500 to 1,000
        customers. Rows of the list keep what only the detail of a customer told before; `detailed` says that these
        come from details. Returns what was added and what differs from before.
        """
        with self._writing():
            change = self._writer.write(customers, sweep, known=None if detailed else self._rows.customers)
            if quarantined:
                self._writer.quarantine(quarantined, sweep)
            if state is not None:
                self._meta.put_state(state)
        return change

    def pull_state(self) -> Mapping[str, Json]:
        """Return the pull's state as it was last set, {} at first."""
        with self._faults():
            return self._meta.state()

    def set_pull_state(self, state: Mapping[str, Json]) -> None:
        """Set the pull's state."""
        with self._writing():
            self._meta.put_state(state)

    def set_stage_members(self, stage_id: str, ids: Collection[str], *, complete: bool) -> Change:
        """Put these customers into a follow-up stage; `complete` takes every other one out of it.

        Ids the cache does not hold are passed over. Returns who moved.
        """
        now = int(time.time())
        shown = self.edits.expire(now)
        with self._writing():
            moved = self._stages.put(stage_id, ids, now, complete=complete)
        return Change(updated=tuple(dict.fromkeys((*shown.updated, *moved.updated))))

    def unseen(self, sweep: int) -> list[str]:
        """Return the ids of customers that no page of this sweep held."""
        with self._faults():
            return self._writer.unseen(sweep)

    def remove(self, ids: Collection[str]) -> Change:
        """Remove customers from the cache; unknown ids are passed over."""
        with self._writing():
            return self._writer.remove(ids)

    def put_dictionary(
        self, kind: str, language: str, entries: "Sequence[DataclassInstance]", fetched: int
    ) -> None:
        """Replace one of the small tables; `kind` is a key of `dictionarystore.KINDS`, `fetched` in seconds."""
        with self._writing():
            self._dictionaries.put(kind, language, entries, fetched)

    def dictionary(self, kind: str, language: str) -> tuple[list[Any], int] | None:
        """Return the entries of a small table and when they were fetched; None when they never were."""
        with self._faults():
            return self._dictionaries.get(kind, language)

    def customer(self, customer_id: str) -> Customer | None:
        """Return the whole record of a customer, None when the cache does not hold it."""
        return next(iter(self.customers([customer_id])), None)

    def customers(self, ids: Sequence[str]) -> list[Customer]:
        """Return the whole records of these ids in their order, with pending edits; unknown ones are left out."""
        with self._faults():
            return self._pending.over(self._rows.customers(ids))

    def bases(self, ids: Sequence[str]) -> list[Customer]:
        """Return the same as the server said them, without pending edits."""
        with self._faults():
            return self._rows.customers(ids)

    def rows(self, keys: Sequence[int], columns: Sequence[str]) -> list[Row]:
        """Return table rows of these row numbers in their order; those that are gone are left out."""
        with self._faults():
            return self._rows.rows(keys, columns)

    def first(self, query: Query, limit: int) -> First:
        """Return at least `limit` row numbers of a query's result, or all of them, as soon as can be."""
        with self._faults():
            return self._finder.first(query, limit, self._meta.number("total"))

    def can_walk(self, order: Order) -> bool:
        """Return whether all customers can be walked in an order: then `page`, `length` and `place` serve it."""
        with self._faults():
            return self._walker.can(order)

    def prepare(self, order: Order) -> bool:
        """Make the index of an order, once; return whether the order can be walked now.

        Orders by fields that stand in the record only cannot. Takes a second or two for 1,000,000 customers.
        """
        with self._writing():
            return self._walker.prepare(order)

    def index_next(self) -> bool:
        """Make an index that the table's usual sorts lack, or part of the search's; return False when all is done.

        Call it until then once the first customers are complete; the file can be read and written between calls.
        """
        with self._writing():
            return self._writer.improve()

    def page(self, walk: Walk, skip: int, limit: int) -> list[Anchor]:
        """Return up to `limit` places of a walk through all customers, after the first `skip`."""
        with self._faults():
            return self._walker.page(walk, skip, limit)

    def length(self, walk: Walk) -> int:
        """Return how many customers a walk passes."""
        with self._faults():
            return self._walker.length(walk)

    def place(self, order: Order, key: int) -> Anchor | None:
        """Return the place of a row number in an order, None when the customer is gone."""
        with self._faults():
            return self._walker.place(order, key)

    def keys(self, query: Query) -> "array[int]":
        """Return the row numbers of a query's result in its order."""
        with self._faults():
            return self._finder.keys(query, self._meta.number("total"))

    def count(self, query: Query, cap: int = -1) -> int:
        """Return how many customers a query finds, counting no further than `cap` (-1: all)."""
        with self._faults():
            return self._finder.count(query, cap)

    def count_soon(self, query: Query) -> int | None:
        """Return how many customers a query finds, None when counting them takes about as long as finding them."""
        with self._faults():
            return self._finder.count_soon(query)

    def ids(self, keys: Sequence[int]) -> list[str]:
        """Return the customer ids of row numbers in their order; those that are gone are left out."""
        with self._faults():
            return self._finder.ids(keys)

    def key_of(self, customer_id: str) -> int | None:
        """Return the row number of a customer, None when the cache does not hold it."""
        with self._faults():
            return self._finder.key_of(customer_id)

    def counts(self) -> Counts:
        """Return how many customers there are, how many were quarantined, and how fresh the cache is."""
        with self._faults():
            as_of = self._meta.state().get("as_of")
            quarantined = self._connection.execute("SELECT count(*) FROM quarantine").get
            return Counts(self._meta.number("total"), quarantined, as_of if isinstance(as_of, int) else None)

    def tag_counts(self) -> dict[str, int]:
        """Return how many customers have each business tag; tags of nobody are left out."""
        with self._faults():
            return self._counting.counts()

    def tag_counts_among(self, keys: Collection[int]) -> dict[str, int]:
        """Return how many of the customers in these rows have each business tag."""
        with self._faults():
            return self._counting.counts_among(keys) if keys else {}

    def tag_holders(self, tags: Sequence[str], least: int = 1, limit: int = 200) -> "Holders":
        """Return who has at least `least` of these business tags: how many, and the first `limit`."""
        with self._faults():
            return self._counting.holders(tags, least, limit)

    def tag_holder_ids(self, tags: Sequence[str], least: int = 1) -> list[str]:
        """Return everybody who has at least `least` of these business tags."""
        with self._faults():
            return self._counting.holder_ids(tags, least)

    def tags_of(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the business tags of customers by id, with pending edits; unknown customers are left out."""
        with self._faults():
            return self._counting.tags_of(ids)

    def check(self) -> list[str]:
        """Return what is wrong with the file, [] when nothing is. Reads all of it: seconds for a large one."""
        return integrity(self._connection, self.path)

    def interrupt(self) -> None:
        """Stop what runs now, from any thread: it raises Abandoned. Holds until `rearm`."""
        self._stopped = True
        self._connection.interrupt()

    def rearm(self) -> None:
        """Forget an earlier interrupt."""
        self._stopped = False

    def close(self) -> None:
        """Let go of the file; the connection cannot be used any more."""
        let_go(self._connection, self.path)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        if self._stopped:
            raise Abandoned
        with storage_faults(self.path):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._faults():
            try:
                with transaction(self._connection, self.path):
                    yield
            except BaseException:
                self._writer.forget()
                raise
