"""What an attack is asked and what it tells: one row of the table that `python -m tests.attacks` prints."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_HEADS = ("attack", "tries", "losses", "worst stall", "bound")


@dataclass(frozen=True, slots=True)
class Asked:
    """How an attack is to go: its short form (seconds) or its long one, and the seed all its chances come from."""

    long: bool = False
    seed: int = 1

    def sized(self, short: int, long: int) -> int:
        """Return the size of the form asked for."""
        return long if self.long else short


@dataclass(frozen=True, slots=True)
class Row:
    """What came of an attack.

    `attack` says in a few words what was done; `tries` how often. `losses` counts all that must not be: lost, done
    twice, wrongly deleted, left open, shown wrongly. `stall` is the longest the window stood still, in seconds,
    and `stall_limit` the most it may; None where there is no window. `said` holds further figures in plain words,
    and what is needed to see a failure again.
    """

    attack: str
    tries: int
    losses: int
    stall: float | None = None
    stall_limit: float | None = None
    said: str = ""

    @property
    def held(self) -> bool:
        """Whether the attack met its bound: something was tried, nothing lost, the window went on."""
        still = self.stall is None or self.stall_limit is None or self.stall <= self.stall_limit
        return self.tries > 0 and self.losses == 0 and still

    def as_json(self) -> dict[str, Any]:
        """Return the row for a machine to read."""
        return {**asdict(self), "held": self.held}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Row":
        """Return the row that `as_json` wrote."""
        return cls(**{name: value for name, value in values.items() if name != "held"})


def ended(rows: Iterable[Row]) -> int:
    """Print the rows as the end of an attack's own `main`; return the exit code: 1 when a bound was not met."""
    known = list(rows)
    print(table(known))
    return int(not all(row.held for row in known))


def dump(rows: Sequence[Row]) -> str:
    """Return the rows as JSON."""
    return json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=2)


def load(text: str) -> list[Row]:
    """Return the rows of `dump`."""
    return [Row.from_json(values) for values in json.loads(text)]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table, and below it what each says besides."""
    cells = [_HEADS, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    said = [f"{row.attack}: {row.said}" for row in rows if row.said]
    return "\n".join([*lines, "", *said] if said else lines)


def _cells(row: Row) -> tuple[str, ...]:
    stall = "-" if row.stall is None else f"{row.stall * 1000:.0f} ms"
    return row.attack, f"{row.tries:,}", f"{row.losses:,}", stall, "met" if row.held else "NOT MET"
