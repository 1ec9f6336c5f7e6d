"""Figures that were fetched or counted: customers given to agents by day, records of it, what the account held."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import apsw

from desktop.cache.schema import EVERY_ROW
from desktop.cache.shaping import packed_id, plain_id
from desktop.cache.sharing import value_in
from desktop.domain.following.figures import Census, DayCount

_COUNTED = {
    "stage_id": f"SELECT {value_in('stage_id')}, count(*) FROM customer GROUP BY stage_id",
    "source": "SELECT source, count(*) FROM customer GROUP BY 1",
    "tags": "SELECT id, customers FROM tag WHERE NOT wecom AND customers > 0",
}
_ROWS = 20_000
"""Rows counted at a time: about 30 ms."""


class FigureStore:
    """The tables `assigned`, `answer` and `census` over one connection; `reading`, `writing` wrap each call."""

    def __init__(
        self,
        connection: apsw.Connection,
        reading: Callable[[], AbstractContextManager[None]],
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._connection = connection
        self._reading = reading
        self._writing = writing

    def assigned(self, agent: str, zone: str, first: date, last: date) -> dict[date, DayCount]:
        """Return what is known of an agent's days."""
        query = "SELECT day, customers, fetched FROM assigned WHERE agent = ? AND zone = ? AND day BETWEEN ? AND ?"
        with self._reading():
            rows = self._connection.execute(query, (packed_id(agent), zone, first.isoformat(), last.isoformat()))
            return {
                (day := date.fromisoformat(str(text))): DayCount(day, int(count), int(fetched))
                for text, count, fetched in rows
            }

    def put_assigned(self, agent: str, zone: str, counts: Sequence[DayCount]) -> None:
        """Put what the server told of an agent's days."""
        with self._writing():
            self._connection.executemany(
                "INSERT INTO assigned VALUES (?, ?, ?, ?, ?) ON CONFLICT(agent, zone, day)"
                " DO UPDATE SET customers = excluded.customers, fetched = excluded.fetched",
                ((packed_id(agent), zone, one.day.isoformat(), one.count, one.fetched) for one in counts),
            )

    def answer(self, name: str) -> tuple[Any, int] | None:
        """Return an answer that was kept under a name, and when it was fetched; None when there is none."""
        with self._reading():
            row = self._connection.execute("SELECT body, fetched FROM answer WHERE name = ?", (name,)).fetchone()
        return None if row is None else (json.loads(str(row[0])), int(row[1]))

    def put_answer(self, name: str, body: object, fetched: int) -> None:
        """Keep an answer under a name."""
        with self._writing():
            self._connection.execute(
                "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT(name)"
                " DO UPDATE SET body = excluded.body, fetched = excluded.fetched",
                (name, json.dumps(body, separators=(",", ":")), fetched),
            )

    def count_indexed(self) -> dict[str, dict[str, int]]:
        """Count the customers by what has an index, "" for those without a value."""
        with self._reading():
            return {dimension: _counts(self._connection.execute(query)) for dimension, query in _COUNTED.items()}

    def count_provinces(self, after: int | None) -> tuple[dict[str, int], int | None]:
        """Count the customers of the rows after one by province, None: of the first rows.

        Returns where to go on, None at the end. Rows count down without end: those below 0 are counted too.
        There is no index: all at once would keep everybody else waiting for seconds in a large account.
        """
        piece = "SELECT row, province_id FROM customer WHERE row > ? ORDER BY row LIMIT ?"
        with self._reading():
            found = self._connection.execute(
                f"SELECT {value_in('province_id', 'piece')}, count(*), max(row) FROM ({piece}) AS piece"
                " GROUP BY province_id",
                (-EVERY_ROW if after is None else after, _ROWS),
            ).fetchall()
        counts = _counts((value, count) for value, count, _ in found)
        last = max((int(str(row)) for *_, row in found), default=0)
        return counts, last if sum(counts.values()) == _ROWS else None

    def put_census(self, day: date, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Keep the counts of a day, in place of those counted earlier that day."""
        text = day.isoformat()
        with self._writing():
            self._connection.execute("DELETE FROM census WHERE day = ?", (text,))
            self._connection.executemany(
                "INSERT INTO census VALUES (?, ?, ?, ?)",
                (
                    (text, dimension, value, count)
                    for dimension, values in counts.items()
                    for value, count in values.items()
                ),
            )

    def census(self, dimension: str, first: date, last: date) -> Census:
        """Return the counts by a dimension for the days that were counted."""
        query = "SELECT day, value, customers FROM census WHERE dimension = ? AND day BETWEEN ? AND ? ORDER BY day"
        with self._reading():
            rows = self._connection.execute(query, (dimension, first.isoformat(), last.isoformat())).fetchall()
        days = sorted({str(day) for day, _, _ in rows})
        place = {day: number for number, day in enumerate(days)}
        counts: dict[str, list[int]] = {}
        for day, value, count in rows:
            counts.setdefault(str(value), [0] * len(days))[place[str(day)]] = int(str(count))
        return Census(tuple(date.fromisoformat(day) for day in days), counts)


def _counts(rows: Iterable[tuple[Any, ...]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for value, count in rows:
        # In an older file a value comes as itself and by its number.
        counts["" if value is None else plain_id(value)] += int(count)
    return dict(counts)
