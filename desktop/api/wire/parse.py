"""JSON text to values, whatever the text is like."""

import json
import math

import pydantic_core

from desktop.domain.json import Json

_DEEPEST = 60


class Unreadable(ValueError):
    """The text is not JSON that can be kept."""


def parse_json(text: bytes | str) -> Json:
    """Return the value of a JSON text in which no string holds a NUL or a lone surrogate.

    Both are replaced by U+FFFD: SQLite refuses them. Raises Unreadable.
    """
    try:
        value: Json = pydantic_core.from_json(text, allow_inf_nan=False)
    except ValueError:
        return _tolerant(text)
    # Searched from the end: twice as fast on text that is full of other backslashes.
    nul = text.rfind("\\u0000") if isinstance(text, str) else text.rfind(b"\\u0000")
    return value if nul < 0 else _clean(value, _DEEPEST)


def _tolerant(text: bytes | str) -> Json:
    """Parse what the strict and fast parser refuses, and clean it."""
    try:
        decoded = text.decode("utf-8-sig", "replace") if isinstance(text, bytes) else text
        value = json.loads(decoded, strict=False, parse_constant=str)
        return _clean(value, _DEEPEST)
    except (ValueError, RecursionError):
        raise Unreadable from None


def _clean(value: Json, depth: int) -> Json:
    if depth == 0:
        raise Unreadable
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(key): _clean(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item, depth - 1) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def clean_text(text: str) -> str:
    """Return the text with NULs and lone surrogates replaced by U+FFFD."""
    if text.isascii():
        return text.replace("\x00", "�")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "�")


def to_json(value: Json) -> str:
    """Return a compact JSON text that keeps every character as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_ascii_json(value: Json) -> bytes:
    """Return the JSON text of a request's body, escaped so that every string can be sent."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")
