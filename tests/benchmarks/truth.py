"""The customers' texts in a plain SQLite table, asked by LIKE's cousin instr: what a search must find."""

import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.customers.customer import Customer
from tests.benchmarks.profiles import PEOPLE
from tests.cache.oracle import digits, fold, lines_of

_FORM = 1
"""Counted up when what is held changes."""


class Truth:
    """Every customer's searched texts by id, as the tests' oracle writes them."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute("CREATE TABLE IF NOT EXISTS person (id TEXT PRIMARY KEY, lines TEXT) WITHOUT ROWID")

    def put(self, customers: Iterable[Customer]) -> None:
        """Hold customers, in place of what was held of them."""
        rows = ((one.id, "\n".join(lines_of(one))) for one in customers)
        with self._file:
            self._file.executemany("INSERT OR REPLACE INTO person VALUES (?, ?)", rows)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget customers."""
        with self._file:
            self._file.executemany("DELETE FROM person WHERE id = ?", ((one,) for one in ids))

    def finds(self, text: str) -> set[str]:
        """Return the ids of everybody in whose texts each word stands, or the digits of a phone number."""
        asked = [fold(text).split()]
        number = digits(fold(text))
        if number.isdecimal() and len(number) >= 3:
            asked.append([number])
        every = [" AND ".join(["instr(lines, ?)"] * len(words)) or "1" for words in asked]
        values = [word for words in asked for word in words]
        query = f"SELECT id FROM person WHERE {' OR '.join(f'({one})' for one in every)}"  # noqa: S608
        return {one for (one,) in self._file.execute(query, values)}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def truth(folder: Path, count: int) -> Truth:
    """Return the texts of a profile of `count` customers."""
    return Truth(truth_file(folder, count))


def truth_file(folder: Path, count: int) -> Path:
    """Return the file of those texts, made when it is not there."""
    path = folder / f"truth-{count}-{_FORM}.db"
    if path.exists():
        return path
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    held = Truth(half)
    for first in range(0, count, 10_000):
        held.put(PEOPLE.many(first, min(first + 10_000, count)))
        print(f"\rtexts of {first:,}", end="", file=sys.stderr)
    print(file=sys.stderr)
    held.close()
    return half.rename(path)
