"""What may stand in a custom field: dates, times, numbers, options, as the server keeps them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.domain.customers.rules import Finding, refused, without_unseen
from desktop.domain.dictionaries import FieldOption

TEXT, LINES, DATE, TIME, NUMBER, DROP_DOWN, CHECK_BOXES, RADIO, CASCADE = range(1, 10)
"""The field types of the dictionary (003 "Query Customer Custom Field")."""
CHOSEN = frozenset({DROP_DOWN, CHECK_BOXES, RADIO, CASCADE})
"""Types whose value is one or several option values."""
LEVEL = "-"
"""Between the levels in the name of a cascade's option."""

_DATE = re.compile(r"(\d{4})[-/.年 ]?(\d{1,2})[-/.月 ]?(\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:.时h ]?(\d{2})(?:[:.分]?(\d{2})秒?)?分?")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")


def check_custom(type_: int, text: str) -> Finding | None:
    """Refuse what is no date, time or number in a field of these."""
    tidy = _TIDY.get(type_)
    word = _WORDS.get(type_)
    if word is None or tidy is None or not text.strip():
        return None
    return None if _READABLE[type_](tidy(text)) else refused(word.partition("_")[0], word)


def tidy_custom(type_: int, text: str) -> str:
    """Return a text as it is kept: "2025/9/1" as "2025-09-01", "９.５" as "9.5"; what cannot be read unchanged."""
    return _TIDY.get(type_, str.strip)(text)


def split_options(value: str) -> tuple[str, ...]:
    """Return the option values of a field that holds several."""
    return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def join_options(chosen: Iterable[str], options: Sequence[FieldOption]) -> str:
    """Return the value of a field with these options chosen, in the order of the dictionary, unknown ones last."""
    wanted = dict.fromkeys(chosen)
    known = [option.value for option in options if option.value in wanted]
    return ",".join([*known, *(value for value in wanted if value not in known)])


def removed_options(value: str, text: str, options: Sequence[FieldOption]) -> dict[str, str]:
    """Return the values that are no options any more, and what `text`, the server's reading, calls them."""
    values, names = split_options(value), [name.strip() for name in text.split(",")]
    called = dict(zip(values, names, strict=True)) if len(values) == len(names) else {}
    known = {option.value for option in options}
    return {one: called.get(one) or one for one in values if one not in known}


def _folded(text: str) -> str:
    return without_unseen(unicodedata.normalize("NFKC", text)).strip()


def _tidy_date(text: str) -> str:
    folded = _folded(text)
    match = _DATE.fullmatch(folded)
    return "{:04}-{:02}-{:02}".format(*map(int, match.groups())) if match else folded


def _tidy_time(text: str) -> str:
    folded = _folded(text)
    match = _TIME.fullmatch(folded)
    if not match:
        return folded
    return ":".join(f"{int(part):02}" for part in match.groups() if part is not None)


def _tidy_number(text: str) -> str:
    folded = _folded(text)
    ungrouped = re.sub(r"(?<=\d),(?=\d{3}(?:\D|$))", "", folded)
    return ungrouped if _NUMBER.fullmatch(ungrouped) else folded


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    match = _TIME.fullmatch(text)
    if not match:
        return False
    hour, *rest = (int(part) for part in match.groups() if part is not None)
    return hour < 24 and all(part < 60 for part in rest)


def _is_number(text: str) -> bool:
    try:
        return bool(_NUMBER.fullmatch(text)) and Decimal(text).is_finite()
    except InvalidOperation:
        return False


_TIDY: Mapping[int, Callable[[str], str]] = {DATE: _tidy_date, TIME: _tidy_time, NUMBER: _tidy_number}
_READABLE: Mapping[int, Callable[[str], bool]] = {DATE: _is_date, TIME: _is_time, NUMBER: _is_number}
_WORDS: Mapping[int, str] = {DATE: "date_unreadable", TIME: "time_unreadable", NUMBER: "number_unreadable"}
