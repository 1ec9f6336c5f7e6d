"""The conditions of --where: from words to a query."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.cache.columns import COLUMNS
from desktop.cli.failures import WrongUsage
from desktop.cli.names import SPECIAL, field_of, known, names_by_key
from desktop.cli.times import span_of
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Query, Tagged

_TERM = re.compile(r"\s*(\w+)\s*(>=|<=|~|=)(.*)", re.DOTALL)
_ID = re.compile(r"[0-9a-f-]{24,64}")
_KINDS = {"tags": "tag", "stage_id": "stage", "agent_id": "agent", "source": "source", "vip_level": "vip_level"}

Entries = Callable[[str], Sequence[Any]]
"""Gives the entries of a small table by its kind."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition as it was typed: `name` as given, our `field` of it, the sign and the value."""

    name: str
    field: str
    sign: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for: `query` in the columns, `rest` in the records, `ids` when customers are named."""

    query: Query
    rest: tuple[Condition, ...] = ()
    ids: tuple[str, ...] = ()


def asked(terms: Iterable[str], search: str, entries: Entries) -> Asked:
    """Return what the arguments ask for; raises WrongUsage for a name, sign or value that means nothing."""
    read = [_term(text) for text in terms]
    ids = tuple(term.value.strip() for term in read if term.field == "id")
    conditions = _conditions([term for term in read if term.field != "id"], entries)
    columns = tuple(one for one in conditions if _in_columns(one))
    rest = tuple(one for one in conditions if not _in_columns(one))
    return Asked(Query(search, columns), rest, ids)


def _in_columns(condition: Condition) -> bool:
    return isinstance(condition, Tagged) or condition.field in COLUMNS


def _term(text: str) -> Term:
    match = _TERM.fullmatch(text)
    if match is None:
        raise WrongUsage(
            f"--where {text!r}: FIELD=VALUE is wanted (or ~, >=, <=)",
            f"--where {text!r}：应写成 字段=值（或 ~、>=、<=）",
        )
    name, sign, value = match.groups()
    field = "id" if name == "id" else field_of(name)
    if field is None:
        raise WrongUsage(
            f"--where: there is no field {name!r}; there are: {known()}",
            f"--where：没有字段 {name!r}，可用的有：{known()}",
        )
    return Term(name, field, sign, value)


def _conditions(terms: Sequence[Term], entries: Entries) -> list[Condition]:
    made: list[Condition] = []
    alternatives: dict[str, tuple[str | int, ...]] = {}
    for term in terms:
        if term.sign == "=" and _kind(term) is not Kind.SECONDS:
            alternatives[term.field] = (*alternatives.get(term.field, ()), *_values(term, entries))
        else:
            made.append(_other(term))
    return [*(_equals(field, values) for field, values in alternatives.items()), *made]


def _kind(term: Term) -> Kind:
    return FIELD[term.field].kind


def _equals(field: str, values: tuple[str | int, ...]) -> Condition:
    if values == ("",):
        return Filled(field, yes=False)
    if FIELD[field].kind is Kind.IDS and "" not in values:
        return Tagged("any", tuple(map(str, values)), wecom=field == "wecom_tags")
    return OneOf(field, values)


def _values(term: Term, entries: Entries) -> tuple[str | int, ...]:
    value = term.value.strip()
    if not value:
        return ("",)
    if _kind(term) is Kind.CODE:
        return (_number(term),)
    if term.name in SPECIAL or term.field in _KINDS:
        return _named(term, value, entries(_KINDS[term.field]))
    return (value,)


def _number(term: Term) -> int:
    try:
        return int(term.value)
    except ValueError:
        raise _unread(term, "a number", "一个整数") from None


def _named(term: Term, value: str, entries: Sequence[Any]) -> tuple[str, ...]:
    """Return the ids of the entries of that id or name; several entries can have one name."""
    names = names_by_key(entries)
    if value in names or _ID.fullmatch(value):
        return (value,)
    found = [key for key, name in names.items() if name.casefold() == value.casefold()]
    if not found:
        raise _unread(term, f"the name or id of a known {_KINDS[term.field]}", "已有的名称或 id")
    return tuple(found)


def _other(term: Term) -> Condition:
    kind = _kind(term)
    if kind is Kind.SECONDS:
        return _between(term)
    if term.sign == "~" and kind in {Kind.TEXT, Kind.LIST, Kind.CUSTOM}:
        return Contains(term.field, term.value.strip())
    raise WrongUsage(
        f"--where: {term.sign} cannot be asked of {term.name}",
        f"--where：{term.name} 不能用 {term.sign}",
    )


def _between(term: Term) -> Condition:
    if term.sign == "=" and not term.value.strip():
        return Filled(term.field, yes=False)
    span = span_of(term.value)
    if span is None or term.sign == "~":
        raise _unread(term, "a date like 2026-01-31", "日期，例如 2026-01-31")
    low, high = span
    return Between(term.field, low if term.sign != "<=" else None, high if term.sign != ">=" else None)


def _unread(term: Term, en: str, zh: str) -> WrongUsage:
    return WrongUsage(
        f"--where {term.name}: {en} is wanted, not {term.value!r}",
        f"--where {term.name}：应为{zh}，而不是 {term.value!r}",
    )
