"""Values that many customers have in common: each is held once, in the table `shared`, and in rows as its number.

Rows that an older version wrote hold the value itself, text or bytes, until `catch_up` has come by.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import apsw

from desktop.cache.columns import HEX, SHARED, WRITTEN, is_named
from desktop.cache.meta import Meta
from desktop.cache.schema import EVERY_ROW
from desktop.cache.shaping import Sql, plain_id, plain_name

_REMEMBERED = 20_000
"""Values of a column that are remembered at a time."""
_ROWS = 1_000
_PLACES = tuple((place, name) for place, name in enumerate(WRITTEN) if name in SHARED)
_ADD = "INSERT INTO shared VALUES (?, ?, ?)"
_FREE = "SELECT ifnull(max(number) + 1, 0) FROM shared WHERE field = ?"
_NUMBER = "SELECT number FROM shared WHERE field = ? AND value = ?"
_VALUES = "SELECT number, value FROM shared WHERE field = ? AND number IN carray(?)"
_NEXT = f"SELECT row, {', '.join(SHARED)} FROM customer WHERE row >= ? ORDER BY row LIMIT {_ROWS}"
_SHARE = f"UPDATE customer SET {' = ?, '.join(SHARED)} = ? WHERE row = ?"
_STAGES = (
    "SELECT row, stage_id FROM base WHERE typeof(stage_id) NOT IN ('integer', 'null') AND row BETWEEN ? AND ?"
)


class _Remembered(dict[Sql, Sql]):
    """What was looked up before, of one column."""

    def __init__(self, look_up: Callable[[Sql], Sql]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: Sql) -> Sql:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = self._look_up(key)
        return found


class SharedValues:
    """The table `shared` over one connection, remembered. Values have the form that `shaping` gives columns."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._meta = Meta(connection)
        self._numbers = {name: _Remembered(self._numbering(name)) for name in SHARED}
        self._shown: dict[str, dict[Sql, Sql]] = {name: {} for name in SHARED}
        self._whole = False

    def forget(self) -> None:
        """Forget numbers given in a transaction that did not happen."""
        for remembered in (*self._numbers.values(), *self._shown.values()):
            remembered.clear()

    @property
    def whole(self) -> bool:
        """Whether every row holds numbers."""
        self._whole = self._whole or self._meta.number("shared") >= EVERY_ROW
        return self._whole

    def number(self, field: str, value: str | bytes) -> Sql:
        """Return the number of a value; a new value gets one, in the caller's transaction."""
        return self._numbers[field][value]

    def share(self, values: list[Sql]) -> list[Sql]:
        """Put numbers in the places of the values of a row, given in the order of WRITTEN, and return them."""
        for place, name in _PLACES:
            if (value := values[place]) is not None:
                values[place] = self._numbers[name][value]
        return values

    def known(self, field: str, values: Iterable[str | bytes]) -> list[Sql]:
        """Return what rows hold that have one of these values."""
        wanted = list(values)
        numbers = [one for value in wanted for (one,) in self._connection.execute(_NUMBER, (field, value))]
        return numbers if self.whole else [*numbers, *wanted]

    def shown(self, field: str, held: Sequence[Sql]) -> list[Sql]:
        """Return the values for what rows hold as people see them: no sort keys, ids written out."""
        shown = self._shown[field]
        try:
            return list(map(shown.__getitem__, held))
        except KeyError:
            self._look_up(field, held)
            return list(map(shown.__getitem__, held))

    def catch_up(self) -> bool:
        """Give some more rows of an older file numbers; return False when all have them."""
        if self.whole:
            return False
        first = self._meta.number("shared")
        rows: list[tuple[Any, ...]] = self._connection.execute(_NEXT, (first,)).fetchall()
        last = rows[-1][0] if rows else EVERY_ROW
        self._connection.executemany(_SHARE, [(*self._shared(held), row) for row, *held in rows])
        stages: list[tuple[Any, ...]] = self._connection.execute(_STAGES, (first, last)).fetchall()
        self._connection.executemany(
            "UPDATE base SET stage_id = ? WHERE row = ?",
            [(self._numbers["stage_id"][stage], row) for row, stage in stages],
        )
        self._meta.put("shared", last + 1 if rows else EVERY_ROW)
        return True

    def _shared(self, held: Sequence[Any]) -> list[Sql]:
        return [
            self._numbers[name][one] if isinstance(one, (str, bytes)) else one
            for name, one in zip(SHARED, held, strict=True)
        ]

    def _numbering(self, field: str) -> Callable[[Sql], Sql]:
        def number(value: Sql) -> int:
            found = self._connection.execute(_NUMBER, (field, value)).get
            if found is None:
                found = self._connection.execute(_FREE, (field,)).get
                self._connection.execute(_ADD, (field, found, value))
            return int(found)

        return number

    def _look_up(self, field: str, held: Sequence[Sql]) -> None:
        """Remember how values are shown; to look each up by itself takes three times as long."""
        shown = self._shown[field]
        if len(shown) > _REMEMBERED:
            shown.clear()
        plain: Callable[[Any], str] = plain_name if is_named(field) else plain_id if field in HEX else str
        new = set(held).difference(shown)
        numbers = array("q", [one for one in new if isinstance(one, int)])
        # Of a number that nothing stands for nothing is shown.
        shown.update((one, plain(one) if isinstance(one, (str, bytes)) else None) for one in new)
        if numbers:
            found = self._connection.execute(_VALUES, (field, apsw.carray(numbers)))
            shown.update((number, plain(value)) for number, value in found)


def value_in(field: str, row: str = "customer") -> str:
    """Return the SQL of the value of a column of SHARED, in a row of the table named `row`."""
    held = f"{row}.{field}"
    value = f"SELECT value FROM shared WHERE field = '{field}' AND number = {held}"
    return f"iif(typeof({held}) = 'integer', ({value}), {held})"
