"""How figures grow with the account: `python -m tests.benchmarks.growth 10k.json 100k.json 1m.json`.

Takes files that `python -m tests.benchmarks --size N --json FILE` wrote. Prints each figure at each size and how
it grows: by the exponent of the size between the first and the last, 0 is flat and 1 linear.
"""

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.qt.chart import Chart, Series
from desktop.qt.look import Look, Scheme
from tests.benchmarks import suite
from tests.benchmarks.report import Measured, written
from tests.benchmarks.row import Goal

_FLAT, _LINEAR = 0.15, 0.7
_PLOT = 600
"""Height in pixels; each figure takes `_GROUP` of the width."""
_GROUP = 78
_HIGHEST = 300
"""Percent of the goal at which the plot ends."""
_TICK = "{:,} %"


@dataclass(frozen=True, slots=True)
class Grown:
    """A figure over the sizes; None where it is missing."""

    row: str
    name: str
    values: tuple[float | None, ...]
    goal: Goal | None

    def exponent(self, sizes: Sequence[int]) -> float | None:
        """Return the power of the size that leads from the first value to the last, None when one is missing."""
        known = [(size, value) for size, value in zip(sizes, self.values, strict=True) if value]
        if len(known) < 2:
            return None
        (low, first), (high, last) = known[0], known[-1]
        return math.log(last / first) / math.log(high / low)


def word(exponent: float | None) -> str:
    """Return an exponent in words."""
    if exponent is None:
        return "-"
    if exponent < -_FLAT:
        return f"falls ({exponent:+.2f})"
    if exponent <= _FLAT:
        return f"flat ({exponent:+.2f})"
    return f"{'LINEAR' if exponent >= _LINEAR else 'slow'} ({exponent:+.2f})"


def grown(files: Mapping[int, Measured]) -> list[Grown]:
    """Return every figure of the rows whose figures depend on the size."""
    found = []
    last = files[max(files)]
    for title, figures in last.items():
        row = suite.row(title.partition(" ")[0])
        goals = {goal.name: goal for goal in row.goals}
        for name in figures if row.grows else ():
            values = (files[size].get(title, {}).get(name) for size in sorted(files))
            numbers = tuple(value if isinstance(value, int | float) else None for value in values)
            found.append(Grown(title, name, numbers, goals.get(name)))
    return found


def table(found: Sequence[Grown], sizes: Sequence[int]) -> str:
    """Return figures with a goal as lines to read."""
    lines = [f"{'row':18}{'figure':60}" + "".join(f"{size:>12,}" for size in sizes) + "   growth"]
    for one in found:
        if one.goal is not None:
            cells = "".join(f"{'-' if value is None else written(value):>12}" for value in one.values)
            lines.append(f"{one.row:18}{one.name:60}{cells}   {word(one.exponent(sizes))}")
    return "\n".join(lines)


def plot(found: Sequence[Grown], sizes: Sequence[int], file: Path) -> None:
    """Paint what part of its goal each figure takes at each size."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    look = Look(app, scheme=Scheme.LIGHT)
    look.apply()
    shown = [one for one in found if one.goal is not None and one.goal.limit]
    series = []
    for place, size in enumerate(sizes):
        shares = (_percent(one.goal, one.values[place]) for one in shown)
        series.append(Series(f"{size:,}", tuple(shares)))
    chart = Chart(look, _TICK.format)
    chart.show_series([_short(one) for one in shown], series)
    chart.resize(max(_PLOT, _GROUP * len(shown)), _PLOT)
    chart.grab().save(str(file))


def _short(one: Grown) -> str:
    """Return what tells a figure from others of its row: the kind of query, or the name itself."""
    return one.name.partition(": ")[2] or one.name.partition(",")[0]


def _percent(goal: Goal | None, value: float | None) -> float | None:
    if goal is None or value is None:
        return None
    return min(_HIGHEST, 100 * goal.share(value))


def main() -> None:
    """Print and plot."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--plot", type=Path, help="a PNG file: each figure as a part of its goal, at each size")
    given = parser.parse_args()
    files: dict[int, dict[str, Mapping[str, float | str]]] = {}
    for file in given.files:
        kept = json.loads(file.read_text("utf-8"))
        files.setdefault(kept["size"], {}).update(kept["rows"])
    found = grown(files)
    print(table(found, sorted(files)))
    if given.plot:
        plot(found, sorted(files), given.plot)


if __name__ == "__main__":
    main()
