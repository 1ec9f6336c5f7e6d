"""What is shown of figures: the series of a chart and the rows of a table. Pure: no widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.following.figures import Census, Statistics
from desktop.domain.following.periods import Unit, periods, summed
from desktop.qt.chart import Series
from desktop.sheets.writing import Cell
from desktop.ui.wording.formats import Formats
from desktop.workspace.figures import Given

MOST = 8
"""Series a chart shows; the rest are taken together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart and its table."""

    places: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    titles: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def of_statistics(found: Statistics, unit: Unit, name: Callable[[str], str]) -> Shown:
    """Return customers given to agents by period; `name` is what an agent is called."""
    days = found.asked.days()
    starts = [_period(one.isoformat(), unit) for one in periods(days, unit)]
    names = [name(one.agent) for one in found.agents]
    sums = [summed(days, one.counts, unit) for one in found.agents]
    rows: list[tuple[Cell, ...]] = []
    for place, start in enumerate(starts):
        known = [one[place] for one in sums]
        total = sum(count for count in known if count is not None)
        rows.append((start, *("" if count is None else count for count in known), total))
    rows.append(
        (
            QCoreApplication.translate("Figures", "Total"),
            *(one.total for one in found.agents),
            sum(one.total for one in found.agents),
        )
    )
    if len(names) == 1:
        rows = [row[:-1] for row in rows]
    titles = (
        QCoreApplication.translate("Figures", "Period"),
        *names,
        *([QCoreApplication.translate("Figures", "All together")] if len(names) > 1 else []),
    )
    return Shown(tuple(starts), _biggest(names, sums), titles, tuple(rows))


def of_given(found: Given, formats: Formats) -> Shown:
    """Return the customers an agent was given, one a row."""
    titles = (
        QCoreApplication.translate("Figures", "Assigned at"),
        QCoreApplication.translate("Figures", "Customer"),
        QCoreApplication.translate("Figures", "Customer ID"),
    )
    rows = tuple((formats.exact(one.assigned), one.nickname, one.customer_id) for one in found.records)
    return Shown((), (), titles, rows)


def of_census(found: Census, name: Callable[[str], str]) -> Shown:
    """Return how many customers had which value, by day; of one day alone, a bar a value."""
    if not found.days:
        return Shown()
    values = sorted(found.counts, key=lambda value: -found.counts[value][-1])
    rows = tuple(
        (name(value), found.counts[value][-1], found.counts[value][-1] - found.counts[value][0])
        for value in values
    )
    since = QCoreApplication.translate("Figures", "Since {day}").format(day=found.days[0].isoformat())
    titles = (
        QCoreApplication.translate("Figures", "Value"),
        QCoreApplication.translate("Figures", "Customers"),
        since,
    )
    if len(found.days) == 1:
        shown = values[:30]
        bars = Series(
            QCoreApplication.translate("Figures", "Customers"), tuple(found.counts[value][-1] for value in shown)
        )
        return Shown(tuple(name(value) for value in shown), (bars,), titles, rows)
    places = tuple(day.isoformat() for day in found.days)
    return Shown(
        places, _biggest([name(v) for v in values], [list(found.counts[v]) for v in values]), titles, rows
    )


def _biggest(names: Sequence[str], rows: Sequence[Sequence[int | None]]) -> tuple[Series, ...]:
    """Return the rows with the largest sums, in their order, and the rest as one."""
    order = sorted(range(len(names)), key=lambda place: -sum(one or 0 for one in rows[place]))
    first = sorted(order if len(order) <= MOST else order[: MOST - 1])
    series = [Series(names[place], tuple(rows[place])) for place in first]
    rest = [rows[place] for place in order[len(first) :]]
    if rest:
        together = [[one for one in column if one is not None] for column in zip(*rest, strict=True)]
        series.append(
            Series(
                QCoreApplication.translate("Figures", "All others"),
                tuple(sum(one) if one else None for one in together),
            )
        )
    return tuple(series)


def _period(start: str, unit: Unit) -> str:
    if unit is Unit.WEEK:
        return QCoreApplication.translate("Figures", "Week of {day}").format(day=start)
    return start[:7] if unit is Unit.MONTH else start
