"""Readers of single values: what the server may send for a text, a number, a time or a list of ids.

Each returns None for what it cannot read, so that the caller can keep the value untouched.
"""

from collections.abc import Mapping, Sequence

from desktop.domain.json import Json

MILLISECONDS_FROM = 10**11
_LARGEST = 2**63 - 1
_DIGITS = {str(number): number for number in range(100)}


def text(value: Json) -> str | None:
    """Read a text; a number becomes its digits."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value) if abs(value) <= _LARGEST else None
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) <= _LARGEST else repr(value)
    return None


def code(value: Json) -> int | None:
    """Read an integer that may come as a string or with a fraction of zero."""
    if isinstance(value, str):
        known = _DIGITS.get(value)
        return _digits(value.strip()) if known is None else known
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= _LARGEST else None
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST else None
    return None


def _digits(value: str) -> int | None:
    body = value[1:] if value[:1] in {"-", "+"} else value
    if not (body.isascii() and body.isdigit() and len(body) <= 18):
        return None
    return int(value)


def seconds(value: Json) -> int | None:
    """Read a point in time as seconds since the epoch; values from 10^11 on are milliseconds."""
    number = code(value)
    if number is None:
        return None
    return number // 1000 if abs(number) >= MILLISECONDS_FROM else number


def milliseconds(value: Json) -> int | None:
    """Read a point in time as milliseconds since the epoch; values below 10^11 are seconds."""
    number = code(value)
    if number is None:
        return None
    return number if abs(number) >= MILLISECONDS_FROM else number * 1000


def ids(value: Json) -> tuple[str, ...] | None:
    """Read ids joined with commas, or a list of them; blanks around them and empty ones are dropped."""
    if isinstance(value, str):
        return tuple([part for piece in value.split(",") if (part := piece.strip())])
    return strings(value)


def strings(value: Json) -> tuple[str, ...] | None:
    """Read a list of texts, or one text that stands for a list of one; empty ones are dropped."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if not isinstance(value, Sequence):
        return None
    parts = [text(item) for item in value]
    if None in parts:
        return None
    return tuple(part.strip() for part in parts if part and part.strip())


def str_of(record: Mapping[str, Json], key: str) -> str:
    """Return the text at `key`, "" when it is missing or no text."""
    return text(record.get(key)) or ""


def id_of(record: Mapping[str, Json], key: str) -> str:
    """Return the id at `key` without blanks around it, "" when it is missing or no text."""
    return str_of(record, key).strip()


def int_of(record: Mapping[str, Json], key: str, default: int = 0) -> int:
    """Return the integer at `key`, `default` when it is missing or none."""
    number = code(record.get(key))
    return default if number is None else number


def rest_of(record: Mapping[str, Json], known: frozenset[str]) -> dict[str, Json]:
    """Return what stands under keys that are not `known`."""
    return {key: value for key, value in record.items() if key not in known}


def objects(value: Json) -> list[Mapping[str, Json]]:
    """Return the objects of a list, () for anything else."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return []
    return [item for item in value if isinstance(item, Mapping)]
