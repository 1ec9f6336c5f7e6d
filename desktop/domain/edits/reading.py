"""Values of JSON as fields of intents. Every reader gets the name of the field and raises InvalidInput."""

import re
from collections.abc import Callable
from typing import TypeAlias

from desktop.domain.errors import InvalidInput
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

Reader: TypeAlias = Callable[[str, Json], object]

COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def text(field: str, value: Json) -> str:
    """Read a text, without what UTF-8 cannot hold."""
    if not isinstance(value, str):
        raise InvalidInput(field, "wrong_kind")
    # A lone surrogate has no UTF-8: neither the file nor the server could hold it.
    return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def one_id(field: str, value: Json) -> str:
    """Read an id."""
    return checked_id(field, text(field, value))


def ids(field: str, value: Json) -> tuple[str, ...]:
    """Read a list of ids, each once."""
    if not isinstance(value, list | tuple):
        raise InvalidInput(field, "wrong_kind")
    return tuple(dict.fromkeys(one_id(field, one) for one in value))


def texts(field: str, value: Json) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list | tuple):
        raise InvalidInput(field, "wrong_kind")
    return tuple(text(field, one) for one in value)


def flag(field: str, value: Json) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise InvalidInput(field, "wrong_kind")
    return value


def integer(field: str, value: Json) -> int:
    """Read a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidInput(field, "wrong_kind")
    return value


def color(field: str, value: Json) -> str:
    """Read "#RRGGBB"."""
    read = text(field, value)
    if not COLOR.fullmatch(read):
        raise InvalidInput(field, "bad_color")
    return read
