"""Points in time as they are typed and shown: local time unless a zone is given."""

import re
from datetime import date, datetime, time, timedelta

_SECONDS = re.compile(r"\d{9,13}")
_FIRST_MILLISECONDS = 10**11


def span_of(text: str) -> tuple[int, int] | None:
    """Return the first and the last second that a text means: a day, a minute or a second; None when it is none.

    Takes 2026-01-31, 2026-01-31T08:00[:30][+08:00] and seconds (or milliseconds) since the epoch.
    """
    text = text.strip()
    if _SECONDS.fullmatch(text):
        number = int(text)
        second = number // 1000 if number >= _FIRST_MILLISECONDS else number
        return second, second
    try:
        return _day(date.fromisoformat(text))
    except ValueError:
        return _moment(text)


def _day(day: date) -> tuple[int, int]:
    begin = datetime.combine(day, time()).astimezone()
    end = datetime.combine(day + timedelta(days=1), time()).astimezone()
    return int(begin.timestamp()), int(end.timestamp()) - 1


def _moment(text: str) -> tuple[int, int] | None:
    try:
        second = int(datetime.fromisoformat(text).astimezone().timestamp())
    except (ValueError, OverflowError, OSError):
        return None
    return second, second + (59 if text.count(":") == 1 + text.count("+") else 0)


def shown(seconds: int) -> str:
    """Return a point in time in local time; a number that is none as it is."""
    try:
        return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return str(seconds)
