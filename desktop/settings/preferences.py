"""What the user prefers, apart from any account."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Literal, TypeAlias

from desktop import __releases__
from desktop.domain.json import Json

Theme: TypeAlias = Literal["system", "light", "dark"]
Density: TypeAlias = Literal["comfortable", "compact"]
LanguageChoice: TypeAlias = Literal["", "en", "zh"]

SCALES = (0.75, 2.0)
"""The smallest and the largest text scale."""


@dataclass(frozen=True, slots=True)
class ColumnState:
    """A column of a table as the user left it; `width` in pixels at scale 1, 0 for the default."""

    name: str
    width: int = 0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences. `language` "" follows the system; `profile` is the key of the profile opened last.

    `columns` holds the columns of each table by the table's name, in their order; `layouts` opaque states of
    widgets (window geometry, splitters) as base64 text by the widget's name. `proxy` is used where a profile
    names none. `ban_reasons` are templates of reasons for the blacklist, `ban_notices` says whether news of it are
    told, `shift_end` ("18:00", local time) when the shift ends. With `update_check` and an `update_address` newer
    versions are looked for; `update_asked` is when that was done last (seconds since 1970). `keys` are those the
    user chose, by the name of the action ("customers.tag": ("G",)).
    """

    language: LanguageChoice = ""
    theme: Theme = "system"
    density: Density = "comfortable"
    text_scale: float = 1.0
    profile: str = ""
    proxy: str = ""
    ban_reasons: tuple[str, ...] = ()
    ban_notices: bool = True
    shift_end: str = "18:00"
    update_check: bool = True
    update_address: str = __releases__
    update_asked: int = 0
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[ColumnState, ...]] = field(default_factory=dict)
    layouts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        low, high = SCALES
        if not low <= self.text_scale <= high:
            raise ValueError(f"text_scale must lie between {low} and {high}")


def _text(value: Json) -> bool:
    return isinstance(value, str)


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _whole(value: Json) -> bool:
    return type(value) is int


def _list_of_texts(value: Json) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _time_of_day(value: Json) -> bool:
    return isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) is not None


def _one_of(*choices: str) -> Callable[[Json], bool]:
    return lambda value: value in choices


def _scale(value: Json) -> bool:
    return type(value) in {int, float} and SCALES[0] <= float(str(value)) <= SCALES[1]


def _column(value: Json) -> bool:
    plain = {"name": str, "width": int, "shown": bool}
    return isinstance(value, dict) and {name: type(part) for name, part in value.items()} == plain


def _tables(value: Json) -> bool:
    return isinstance(value, dict) and all(
        isinstance(columns, list) and all(map(_column, columns)) for columns in value.values()
    )


def _keys(value: Json) -> bool:
    return isinstance(value, dict) and all(map(_list_of_texts, value.values()))


def _texts(value: Json) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


_PLAIN: Mapping[str, Callable[[Json], bool]] = {
    "language": _one_of("", "en", "zh"),
    "theme": _one_of("system", "light", "dark"),
    "density": _one_of("comfortable", "compact"),
    "text_scale": _scale,
    "profile": _text,
    "proxy": _text,
    "ban_reasons": _list_of_texts,
    "ban_notices": _flag,
    "shift_end": _time_of_day,
    "update_check": _flag,
    "update_address": _text,
    "update_asked": _whole,
    "keys": _keys,
    "columns": _tables,
    "layouts": _texts,
}


def read_plainly(raw: Json) -> Preferences | None:
    """Return preferences whose every known value already has its form, None when any needs a closer look.

    The reading path at start: it needs no validation library. Unknown names (of a newer version) are passed over.
    """
    if not isinstance(raw, dict):
        return None
    known = {name: raw[name] for name in _NAMES if name in raw}
    if not all(_PLAIN[name](value) for name, value in known.items()):
        return None
    if "columns" in known:
        known["columns"] = {
            table: tuple(ColumnState(**column) for column in columns)
            for table, columns in known["columns"].items()
        }
    if "ban_reasons" in known:
        known["ban_reasons"] = tuple(known["ban_reasons"])
    if "keys" in known:
        known["keys"] = {name: tuple(keys) for name, keys in known["keys"].items()}
    return Preferences(**known)


_NAMES = tuple(part.name for part in fields(Preferences))
