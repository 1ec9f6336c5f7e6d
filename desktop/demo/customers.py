"""Every customer of the server: made when first asked for, kept once changed, ordered by update time."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator

from desktop.demo.people import People, Record, dumped

_SHIFT = 24
_LOW = (1 << _SHIFT) - 1
_KEPT_ROWS = 150_000


class Customers:
    """The customers by number; ids are those of `People`.

    `show` makes the row of a record for a language; its bytes are kept until the customer changes.
    """

    def __init__(self, people: People, count: int, show: Callable[[int, Record, str], Record]) -> None:
        self.people = people
        self.version = 0
        self._show = show
        self._first = count
        self._next = count
        self._removed: set[int] = set()
        self._changed: dict[int, Record] = {}
        self._stages: dict[int, str] = {}
        self._times = [people.updated(number) for number in range(count)]
        self._order = sorted((time << _SHIFT) | number for number, time in enumerate(self._times))
        self._rows: dict[str, dict[int, bytes]] = {"zh": {}, "en": {}}
        self.touched: set[int] = set()

    def __len__(self) -> int:
        return len(self._order)

    def numbers(self) -> Iterator[int]:
        """Yield every customer's number, the last updated first."""
        return (key & _LOW for key in reversed(self._order))

    def at(self, place: int) -> int:
        """Return the number of the customer at a place in the order of update times."""
        return self._order[place] & _LOW

    def between(self, low: int | None, high: int | None) -> list[int]:
        """Return the numbers with an update time in [low, high], the last updated first."""
        first = 0 if low is None else bisect_left(self._order, low << _SHIFT)
        last = len(self._order) if high is None else bisect_left(self._order, (high + 1) << _SHIFT)
        return [key & _LOW for key in reversed(self._order[first:last])]

    def slice(self, low: int | None, high: int | None, start: int, size: int) -> tuple[list[int], int]:
        """Return `size` numbers from `start` on of those `between` would return, and how many these are."""
        first = 0 if low is None else bisect_left(self._order, low << _SHIFT)
        last = len(self._order) if high is None else bisect_left(self._order, (high + 1) << _SHIFT)
        total = max(0, last - first)
        head = last - min(start, total)
        keys = self._order[max(first, head - size) : head]
        return [key & _LOW for key in reversed(keys)], total

    def find(self, id_: str) -> int | None:
        """Return the number of the customer with this id, None when there is none."""
        number = self.people.number(id_.strip())
        return number if self.has(number) else None

    def has(self, number: int) -> bool:
        """Return whether the customer is there still."""
        return number < self._next and number not in self._removed

    def is_new(self, number: int) -> bool:
        """Return whether the customer came after the start."""
        return number >= self._first

    def was_removed(self, id_: str) -> bool:
        """Return whether there was a customer with this id."""
        return self.people.number(id_) in self._removed

    def record(self, number: int) -> Record:
        """Return the whole record of a customer; change it only by `change`."""
        return self._changed.get(number) or self.people.record(number)

    def stage(self, number: int) -> str:
        """Return the id of the stage a customer is in, "" for none."""
        stage = self._stages.get(number)
        return self.people.stage(number) if stage is None else stage

    def row(self, number: int, language: str) -> bytes:
        """Return the JSON of a customer's row in the list."""
        rows = self._rows[language]
        found = rows.get(number)
        if found is None:
            if len(rows) >= _KEPT_ROWS:
                rows.clear()
            found = rows[number] = dumped(self._show(number, self.record(number), language))
        return found

    def warm(self, language: str) -> None:
        """Make every row now, so that the first to page through them need not wait."""
        for number in self.numbers():
            self.row(number, language)

    def change(self, number: int, fields: Record, at: int, *, stage: str | None = None) -> None:
        """Put `fields` into a customer (None takes a field out) and make `at` its update time."""
        record = dict(self.record(number))
        for name, value in fields.items():
            if value is None:
                record.pop(name, None)
            else:
                record[name] = value
        record["update_time"] = at
        self._changed[number] = record
        if stage is not None:
            self._stages[number] = stage
        self._order.pop(bisect_left(self._order, (self._times[number] << _SHIFT) | number))
        self._times[number] = at
        insort(self._order, (at << _SHIFT) | number)
        self._forget(number)

    def add(self, fields: Record, at: int) -> int:
        """Add a customer with these fields; return its number."""
        number = self._next
        self._next += 1
        self._times.append(at)
        self._changed[number] = {"id": self.people.id(number), **fields, "create_time": at, "update_time": at}
        self._stages[number] = ""
        insort(self._order, (at << _SHIFT) | number)
        self._forget(number)
        return number

    def remove(self, number: int) -> None:
        """Take a customer out for good."""
        self._removed.add(number)
        self._order.pop(bisect_left(self._order, (self._times[number] << _SHIFT) | number))
        self._forget(number)

    def forget_rows(self) -> None:
        """Make every row anew when next asked for: something in all of them changed."""
        for rows in self._rows.values():
            rows.clear()
        self.version += 1

    def _forget(self, number: int) -> None:
        for rows in self._rows.values():
            rows.pop(number, None)
        self.touched.add(number)
        self.version += 1
