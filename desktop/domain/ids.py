"""Ids: which strings may name a thing of the account, and ids of things the server does not know yet."""

import re

from desktop.domain.errors import InvalidInput

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LOCAL = "local-"


def checked_id(field: str, text: str) -> str:
    """Return the id, trimmed.

    Raises InvalidInput("bad_id") unless it is 1-64 of A-Z a-z 0-9 _ -: ids enter paths, `..` and `/` never do.
    """
    trimmed = text.strip()
    if not _ID.fullmatch(trimmed):
        raise InvalidInput(field, "bad_id")
    return trimmed


def is_id(text: str) -> bool:
    """Say whether a trimmed text is an id."""
    return _ID.fullmatch(text) is not None


def local_id(token: str) -> str:
    """Return the id under which a thing is known here until the server gives it one; `token` of id characters."""
    return _LOCAL + token


def is_local(identifier: str) -> bool:
    """Tell whether the server does not know this id yet."""
    return identifier.startswith(_LOCAL)


def nth_local(identifier: str, place: int) -> str:
    """Return the local id of the tag at `place` (from 0) of a group that is made under a local id."""
    return f"{identifier}-{place}"
