"""The entries that are not done, in memory: what shows, what is sent next, what waits for what."""

from collections.abc import Container, Iterable, Iterator, Mapping

from desktop.domain.edits.lanes import TAG_ADMINISTRATION
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.edits.references import makes, unmade


class Waiting:
    """Entries by id, in their order. `ids` are the server's ids by the local ones.

    `promised` are local ids of what jobs are still to make.
    """

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}
        self.promised: frozenset[str] = frozenset()
        self._entries: dict[str, Entry] = {}
        self._lanes: dict[str, dict[str, None]] = {}
        self._makers: dict[str, str] = {}

    def fill(self, entries: Iterable[Entry], ids: Mapping[str, str]) -> None:
        """Hold these entries, in their order, and no others."""
        self.ids = dict(ids)
        self._entries, self._lanes, self._makers = {}, {}, {}
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Hold an entry, or its newer form; one that is done is let go."""
        if entry.state is State.DONE:
            self.remove(entry.id)
            return
        self._entries[entry.id] = entry
        self._lanes.setdefault(entry.lane, {})[entry.id] = None
        self._makers.update(dict.fromkeys(makes(entry.intent), entry.id))

    def remove(self, entry_id: str) -> None:
        """Let an entry go; an unknown one is passed over."""
        entry = self._entries.pop(entry_id, None)
        if entry is None:
            return
        lane = self._lanes[entry.lane]
        del lane[entry_id]
        if not lane:
            del self._lanes[entry.lane]
        for made in makes(entry.intent):
            self._makers.pop(made, None)

    def get(self, entry_id: str) -> Entry | None:
        """Return an entry, None when it does not wait."""
        return self._entries.get(entry_id)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def lane(self, name: str) -> list[Entry]:
        """Return the entries of a lane in their order."""
        return [self._entries[one] for one in self._lanes.get(name, ())]

    def of_customer(self, customer_id: str) -> list[Entry]:
        """Return the entries about a customer in their order, also those under its former local id."""
        names = [customer_id, *(local for local, own in self.ids.items() if own == customer_id)]
        found = [entry for name in names for entry in self.lane(f"customer:{name}")]
        return sorted(found, key=lambda entry: entry.seq) if len(names) > 1 else found

    def opened(self) -> Iterator[Entry]:
        """Yield the entries that show as if they were done."""
        return (entry for entry in self._entries.values() if entry.is_open)

    def ready(self, resting: Container[str]) -> Iterator[Entry]:
        """Yield what may be dealt with now, one entry a lane at most; entries and lanes in `resting` are left."""
        for lane in tuple(self._lanes):
            if lane not in resting and (entry := self._first(lane)) is not None and entry.id not in resting:
                yield entry

    def left_behind(self, entry: Entry) -> bool:
        """Say whether what an entry speaks of will never be made: nothing that waits makes it."""
        return any(one not in self._makers and one not in self.promised for one in unmade(entry.intent, self.ids))

    def moves(self) -> bool:
        """Say whether anything waits that settles without a person."""
        return any(True for _ in self.ready(()))

    def _first(self, lane: str) -> Entry | None:
        for entry_id in self._lanes[lane]:
            entry = self._entries[entry_id]
            if not entry.is_open:
                continue
            if not unmade(entry.intent, self.ids) or self.left_behind(entry):
                return entry
            if lane != TAG_ADMINISTRATION:
                # What is done to one customer stays in its order; other groups need not wait for a parked one.
                return None
        return None
