"""What the headers of a reply tell about time."""

import re
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)


def retry_after(header: str, now: float | None) -> float | None:
    """Return the seconds a Retry-After asks to wait: a number, or a date as seen from the server's `now`."""
    text = header.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    then = server_time(text)
    return None if then is None or now is None else max(0.0, then - now)


def server_time(header: str) -> float | None:
    """Return a Date header as seconds since the epoch."""
    try:
        return parsedate_to_datetime(header).timestamp()
    except (ValueError, OverflowError):
        return None
