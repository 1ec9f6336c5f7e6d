"""The preferences file: read without ado at start, checked when written."""

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.json import Json
from desktop.settings.preferences import Preferences, read_plainly
from desktop.settings.privatefile import read_bytes, set_aside, write_whole


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `kept_as` is where a file that could not be read whole was set aside."""

    preferences: Preferences
    kept_as: Path | None = None


def load_preferences(path: Path) -> Loaded:
    """Read the preferences: the defaults where there is no file, or where it is broken (it is set aside then).

    Raises NotWritable when the file may not be read or renamed.
    """
    content = read_bytes(path)
    if content is None:
        return Loaded(Preferences())
    raw = parsed(content)
    preferences = read_plainly(raw)
    if preferences is not None:
        return Loaded(preferences)
    from desktop.settings.checked import salvage  # noqa: PLC0415 -- pydantic costs more than the rest of the start

    preferences, whole = salvage(raw)
    return Loaded(preferences, None if whole else set_aside(path))


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Check and write the preferences, at once and private.

    Raises InvalidInput for a value that is not one of its field, DiskFull, NotWritable.
    """
    from desktop.settings.checked import checked_preferences  # noqa: PLC0415 -- see load_preferences

    write_whole(path, as_json(checked_preferences(preferences)))


def parsed(content: bytes) -> Json:
    """Return the value of JSON text, None when it is none."""
    try:
        value: Json = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value


def as_json(value: Json) -> bytes:
    """Return readable JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
