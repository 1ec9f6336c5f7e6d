"""Versions of this program: which is newer, and when to ask for one."""

import re
from dataclasses import dataclass

from desktop.domain.apperror import AppError
from desktop.domain.json import Json
from desktop.domain.profile import checked_base_url

ASKED_EVERY = 24 * 3600
"""Seconds between two questions that nobody asked for."""

_VERSION = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){1,3})")
_LONGEST_ADDRESS = 2000


class NoRelease(AppError):
    """The address answered, but not with a release."""

    code = "no_release"


@dataclass(frozen=True, slots=True)
class Release:
    """A published version and the https page about it, "" where none was named."""

    version: str
    page: str = ""


def read_release(raw: Json) -> Release:
    """Return the release that an answer describes: `tag_name` ("v1.2.0") and `html_url`.

    Raises NoRelease when there is no version in it. A page that is not https is left out.
    """
    if not isinstance(raw, dict):
        raise NoRelease
    version = _VERSION.fullmatch(str(raw.get("tag_name", "")))
    if version is None:
        raise NoRelease
    return Release(version[1], _page(raw.get("html_url")))


def is_newer(offered: str, present: str) -> bool:
    """Say whether version `offered` is later than `present`; both are numbers with dots."""
    return _numbers(offered) > _numbers(present)


def is_due(asked: int, now: int) -> bool:
    """Say whether a day has passed since `asked`, both in seconds; a clock that was put back counts as one."""
    return not 0 <= now - asked < ASKED_EVERY


def _numbers(version: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in version.split("."))
    return numbers + (0,) * (4 - len(numbers))


def _page(value: Json) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESS or not value.startswith("https://"):
        return ""
    try:
        return checked_base_url(value)
    except AppError:
        return ""
