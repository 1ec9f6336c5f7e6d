"""What a condition reads like on its chip: "Stage: intention, payment"."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Tagged
from desktop.ui.filters.catalogue import filter_of
from desktop.ui.wording.formats import Formats, listed
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import field_label

_NAMES_SHOWN = 2


def describe(condition: Condition, lookup: Lookup, formats: Formats) -> str:
    """Return the text of a condition in the language shown; long lists end in a count."""
    entry = filter_of(condition)
    title = entry.title if entry else _bare_title(condition)
    if isinstance(condition, Filled):
        return title if condition.yes else _without(condition.field)
    text = QCoreApplication.translate("Filters", "{filter}: {value}")
    return text.format(filter=title, value=_value(condition, lookup, formats))


def _value(condition: Condition, lookup: Lookup, formats: Formats) -> str:
    match condition:
        case Contains(_, text):
            return f"“{text}”"
        case OneOf(field, values):
            return _first([_one(field, value, lookup) for value in values])
        case Between(_, low, high):
            return _range(low, high, formats)
        case Tagged(mode, tags, wecom):
            return _tagged(mode, [tag if wecom else lookup.tag(tag).text for tag in tags])
        case _:
            return ""


def _one(field: str, value: str | int, lookup: Lookup) -> str:
    if value == "":
        return QCoreApplication.translate("Filters", "none")
    return lookup.name(field, value)


def _tagged(mode: str, names: list[str]) -> str:
    if mode == "any":
        return (
            _first(names) if len(names) < 2 else _of(QCoreApplication.translate("Filters", "any of {tags}"), names)
        )
    if mode == "all":
        return _of(QCoreApplication.translate("Filters", "all of {tags}"), names)
    return _of(QCoreApplication.translate("Filters", "none of {tags}"), names)


def _of(text: str, names: list[str]) -> str:
    return text.format(tags=_first(names))


def _first(names: list[str]) -> str:
    shown = listed(names[:_NAMES_SHOWN])
    rest = len(names) - _NAMES_SHOWN
    return f"{shown} +{rest}" if rest > 0 else shown


def _range(low: int | None, high: int | None, formats: Formats) -> str:
    if low is not None and high is not None:
        first, last = formats.day(low), formats.day(high)
        return first if first == last else f"{first} – {last}"
    if low is not None:
        return QCoreApplication.translate("Filters", "since {day}").format(day=formats.day(low))
    if high is not None:
        return QCoreApplication.translate("Filters", "until {day}").format(day=formats.day(high))
    return QCoreApplication.translate("Filters", "any time")


def _without(field: str) -> str:
    known = {
        "phone": QCoreApplication.translate("Filters", "Has no phone number"),
        "email": QCoreApplication.translate("Filters", "Has no e-mail address"),
    }
    return known.get(field) or QCoreApplication.translate("Filters", "No {field}").format(field=field_label(field))


def _bare_title(condition: Condition) -> str:
    return field_label("tags" if isinstance(condition, Tagged) else condition.field)
