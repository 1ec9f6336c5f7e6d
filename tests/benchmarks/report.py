"""Figures as a table to read, and as JSON to keep and to compare with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from tests.benchmarks.row import Figures, Goal

Measured: TypeAlias = Mapping[str, Figures]
"""Figures by "row" or "row @platform"."""

HEAD = ("row", "figure", "goal", "measured", "floor", "of goal", "")
_NO_GOAL = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; `share` is the figure against its goal (1 or less is met), None without one."""

    row: str
    name: str
    goal: Goal | None
    figure: float | str
    before: float | None = None

    @property
    def share(self) -> float | None:
        """The figure against the goal, None where one of both is missing."""
        return None if self.goal is None or isinstance(self.figure, str) else self.goal.share(self.figure)

    @property
    def verdict(self) -> str:
        """Whether the goal is met, "" without one."""
        if self.goal is None:
            return ""
        return "no figure" if self.share is None else "met" if self.share <= 1 else "MISSED"


def lines(
    measured: Measured, goals: Mapping[str, Sequence[Goal]], before: Measured | None = None
) -> Iterator[Line]:
    """Return a line for each figure: those with a goal first; a goal without a figure says so."""
    for row, figures in measured.items():
        old = (before or {}).get(row, {})
        wanted = {goal.name: goal for goal in goals.get(row.partition(" ")[0], ())}
        broken = figures.get("")
        for name, goal in wanted.items():
            yield Line(row, name, goal, figures.get(name, broken or "not measured"), _number(old.get(name)))
        for name, figure in figures.items():
            if name and name not in wanted:
                yield Line(row, name, None, figure, _number(old.get(name)))
        if broken and not wanted:
            yield Line(row, "", None, broken)


def table(found: Sequence[Line], *, compared: bool = False) -> str:
    """Return lines as a table."""
    head = (*HEAD[:-1], "before", "change", "") if compared else HEAD
    cells = [head, *(_cells(line, compared) for line in found)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    left = {0, 1, len(head) - 1}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    )


def markdown(found: Sequence[Line]) -> str:
    """Return the lines with a goal as README holds them."""
    rows = ["| what | goal | measured | floor | of goal |", "|---|---|---|---|---|"]
    for line in found:
        if line.goal is not None:
            _, name, goal, measured, floor, share, verdict = _cells(line, False)
            rows.append(f"| {line.row}: {name} | {goal} | {measured} | {floor} | {share} {verdict} |")
    return "\n".join(rows)


def kept(machine: Mapping[str, Any], measured: Measured, found: Sequence[Line]) -> dict[str, Any]:
    """Return what a JSON file keeps: the machine, all figures, and how each goal was met."""
    judged = [
        {"row": line.row, "name": line.name, **asdict(line.goal), "figure": line.figure, "verdict": line.verdict}
        for line in found
        if line.goal is not None
    ]
    return {**machine, "rows": measured, "goals": judged}


def written(figure: float | str, unit: str = "") -> str:
    """Return a figure in as many digits as tell something."""
    if isinstance(figure, str):
        return figure
    digits = 0 if abs(figure) >= 100 or figure == int(figure) else 1 if abs(figure) >= 10 else 2
    return f"{figure:,.{digits}f}{f' {unit}' if unit and unit != 'x' else unit}"


def _cells(line: Line, compared: bool) -> tuple[str, ...]:
    goal = line.goal
    unit = goal.unit if goal else ""
    wanted = _NO_GOAL if goal is None else f"{'>=' if goal.least else '<='} {written(goal.limit, unit)}"
    floor = _NO_GOAL if goal is None or goal.floor is None else written(goal.floor, unit)
    share = _NO_GOAL if line.share is None else f"{line.share:.2f}"
    past = _changed(line) if compared else ()
    return (line.row, line.name, wanted, written(line.figure, unit), floor, share, *past, line.verdict)


def _changed(line: Line) -> tuple[str, str]:
    if line.before is None:
        return _NO_GOAL, _NO_GOAL
    if isinstance(line.figure, str) or not line.before:
        return written(line.before), _NO_GOAL
    return written(line.before), f"{line.figure / line.before - 1:+.0%}"


def _number(figure: float | str | None) -> float | None:
    return figure if isinstance(figure, int | float) else None
