"""Ready-made spans of time for the time filters. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.ui.wording.noop import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Span:
    """A span that begins `days` days before today (0: today itself) and is open at the end."""

    key: str
    name: str
    days: int

    @property
    def title(self) -> str:
        """Return its name in the language shown."""
        return QCoreApplication.translate("Filters", self.name)

    def start(self, now: datetime) -> int:
        """Return the second it begins, at midnight of the zone of `now`."""
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return int((midnight - timedelta(days=self.days)).timestamp())


SPANS: tuple[Span, ...] = (
    Span("today", QT_TRANSLATE_NOOP("Filters", "Today"), 0),
    Span("week", QT_TRANSLATE_NOOP("Filters", "Last 7 days"), 6),
    Span("month", QT_TRANSLATE_NOOP("Filters", "Last 30 days"), 29),
    Span("quarter", QT_TRANSLATE_NOOP("Filters", "Last 90 days"), 89),
    Span("year", QT_TRANSLATE_NOOP("Filters", "Last 365 days"), 364),
)


def day_bounds(first: date | None, last: date | None) -> tuple[int | None, int | None]:
    """Return the seconds from the start of `first` to the end of `last`, local time; None stays None."""
    low = None if first is None else _midnight(first)
    high = None if last is None else _midnight(last + timedelta(days=1)) - 1
    return low, high


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time()).astimezone().timestamp())
