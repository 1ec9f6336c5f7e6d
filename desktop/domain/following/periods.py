"""Days taken together: weeks and months of a range. Pure."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum


class Unit(Enum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def unit_for(days: int) -> Unit:
    """Return the unit in which so many days are seen at a glance."""
    return Unit.DAY if days <= 62 else Unit.WEEK if days <= 200 else Unit.MONTH


def start_of(day: date, unit: Unit) -> date:
    """Return the first day of the period a day belongs to; weeks begin on Monday."""
    if unit is Unit.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit is Unit.MONTH else day


def periods(days: Sequence[date], unit: Unit) -> list[date]:
    """Return the first days of all periods these days belong to, in their order."""
    return list(dict.fromkeys(start_of(day, unit) for day in days))


def summed(days: Sequence[date], counts: Sequence[int | None], unit: Unit) -> list[int | None]:
    """Return the sum of each period, None where no day of it is known."""
    sums: dict[date, int | None] = {}
    for day, count in zip(days, counts, strict=True):
        start = start_of(day, unit)
        held = sums.get(start)
        sums[start] = held if count is None else (held or 0) + count
    return list(sums.values())
