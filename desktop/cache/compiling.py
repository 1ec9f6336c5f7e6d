"""Queries become SQL."""

from dataclasses import dataclass
from functools import singledispatchmethod

import apsw

from desktop.cache.columns import COLUMNS, MARK, TAGS, is_named
from desktop.cache.folding import alternatives, fold
from desktop.cache.shaping import Sql
from desktop.cache.tagwords import TagWords
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Order, Query, Tagged


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of SQL and the values of its question marks."""

    sql: str
    values: tuple[Sql, ...] = ()


def every(parts: list[Statement], word: str = "AND") -> Statement:
    """Return the conditions joined by AND (or another word); no condition at all is true."""
    if not parts:
        return Statement("1")
    joined = f" {word} ".join(f"({part.sql})" for part in parts)
    return Statement(joined, tuple(value for part in parts for value in part.values))


class Compiler:
    """Compiles queries for one connection; adds the SQL functions they use to it."""

    def __init__(self, connection: apsw.Connection, tags: TagWords) -> None:
        self._tags = tags
        connection.create_scalar_function("folded", _folded, 1, deterministic=True)

    def ordered(self, query: Query) -> Statement:
        """Return the SELECT of a query's row numbers in its order."""
        where = self._where(query)
        return Statement(
            f"SELECT row FROM customer WHERE {where.sql} ORDER BY {order_by(query.order)}", where.values
        )

    def matching(self, query: Query) -> Statement:
        """Return the SELECT of a query's row numbers in any order."""
        where = self._where(query)
        return Statement(f"SELECT row FROM customer WHERE {where.sql}", where.values)

    def _where(self, query: Query) -> Statement:
        parts = [self._condition(condition) for condition in query.where]
        if query.text.strip():
            parts.insert(0, self._text(query.text))
        return every(parts)

    def _text(self, text: str) -> Statement:
        each = [
            every([Statement("instr(found.text, ?)", (word,)) for word in words]) for words in alternatives(text)
        ]
        found = every(each, "OR")
        return Statement(f"row IN (SELECT row FROM found WHERE {found.sql})", found.values)

    @singledispatchmethod
    def _condition(self, condition: Condition) -> Statement:
        raise TypeError(f"no condition: {condition!r}")

    @_condition.register
    def _(self, condition: OneOf) -> Statement:
        if condition.field in TAGS:
            return self._condition(
                Tagged("any", tuple(map(str, condition.values)), wecom=condition.field == "wecom_tags")
            )
        wanted = [value for value in condition.values if value != ""]
        column = value_of(condition.field)
        parts = [Statement(f"{column} IN ({', '.join('?' * len(wanted))})", tuple(wanted))]
        if len(wanted) < len(condition.values):
            parts.append(Statement(f"{column} IS NULL"))
        return every(parts, "OR")

    @_condition.register
    def _(self, condition: Between) -> Statement:
        column = value_of(condition.field)
        parts = [
            Statement(f"{column} {sign} ?", (end,))
            for sign, end in ((">=", condition.low), ("<=", condition.high))
            if end is not None
        ]
        return every(parts)

    @_condition.register
    def _(self, condition: Tagged) -> Statement:
        numbers = self._tags.known(condition.tags, wecom=condition.wecom)
        marks = ", ".join("?" * len(numbers))
        among = f"row IN (SELECT row FROM tagged WHERE tag IN ({marks}))"
        if condition.mode == "any":
            return Statement(among, tuple(numbers))
        if condition.mode == "none":
            return Statement(f"NOT {among}", tuple(numbers))
        if len(numbers) < len(set(condition.tags)):
            return Statement("0")
        return every([Statement("row IN (SELECT row FROM tagged WHERE tag = ?)", (one,)) for one in numbers])

    @_condition.register
    def _(self, condition: Contains) -> Statement:
        text = fold(condition.text)
        return Statement(f"instr(folded({value_of(condition.field)}), ?)", (text,)) if text else Statement("1")

    @_condition.register
    def _(self, condition: Filled) -> Statement:
        column = condition.field if condition.field in COLUMNS else value_of(condition.field)
        return Statement(f"{column} IS {'NOT ' if condition.yes else ''}NULL")


def value_of(field: str) -> str:
    """Return the SQL of a field's value."""
    if field not in COLUMNS:
        raise KeyError(field)
    return f"substr({field}, instr({field}, '{MARK}') + 1)" if is_named(field) else field


def order_by(order: Order) -> str:
    """Return the SQL of an order: customers without a value come last, ties go by row."""
    way = "DESC" if order.descending else "ASC"
    return f"{order.field} IS NULL, {order.field} {way}, row {way}"


def _folded(*values: object) -> str | None:
    return fold(values[0]) if isinstance(values[0], str) else None
