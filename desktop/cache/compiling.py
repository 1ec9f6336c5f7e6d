"""Conditions of a query become SQL."""

from functools import singledispatchmethod

import apsw

from desktop.cache.columns import COLUMNS, HEX, MARK, SEARCHED, TAGS, is_named
from desktop.cache.folding import fold
from desktop.cache.rows import RowReader
from desktop.cache.searching import Searcher
from desktop.cache.shaping import packed_id
from desktop.cache.statements import FALSE, TRUE, Statement, joined
from desktop.cache.tagwords import TagWords
from desktop.domain.customers.fields import FIELD
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Order, Query, Tagged

_TAGGED = "customer.row IN (SELECT row FROM tagged WHERE tag IN ({marks}))"


class Compiler:
    """Compiles queries for one connection; adds the SQL functions they use to it."""

    def __init__(self, connection: apsw.Connection, rows: RowReader, tags: TagWords) -> None:
        self._tags = tags
        self._searcher = Searcher(connection)
        connection.create_scalar_function("folded", _folded, 1, deterministic=True)
        connection.create_scalar_function("field_of", rows.scalar, 2, deterministic=True)

    def search(self, query: Query, *, ordered: bool = True) -> Statement | None:
        """Return the SELECT of the rows the text finds, ascending if `ordered`; None when there is no text."""
        return self._searcher.rows(query.text, ordered=ordered)

    def where(self, query: Query) -> Statement:
        """Return the query's conditions on the table `customer`, its text aside."""
        return joined([self._condition(condition) for condition in query.where])

    def matching(self, query: Query, *, ordered: bool = True) -> Statement:
        """Return the SELECT of a query's row numbers; ascending with a text and if they are to be `ordered`."""
        search, where = self.search(query, ordered=ordered), self.where(query)
        if search is None:
            return Statement(f"SELECT row FROM customer WHERE {where.sql}", where.values)
        if where is TRUE:
            return search
        return Statement(
            f"SELECT hit.row FROM ({search.sql} LIMIT -1) AS hit CROSS JOIN customer ON customer.row = hit.row"
            f" WHERE {where.sql}",
            (*search.values, *where.values),
        )

    @singledispatchmethod
    def _condition(self, condition: Condition) -> Statement:
        raise TypeError(f"no condition: {condition!r}")

    @_condition.register
    def _(self, condition: OneOf) -> Statement:
        if condition.field in TAGS:
            return self._one_of_tags(condition)
        wanted = [_stored(condition.field, value) for value in condition.values if value != ""]
        column = value_of(condition.field)
        parts = [Statement(f"{column} IN ({_marks(len(wanted))})", tuple(wanted))]
        if len(wanted) < len(condition.values):
            parts.append(Statement(f"{column} IS NULL"))
        return joined(parts, "OR")

    @_condition.register
    def _(self, condition: Between) -> Statement:
        column = value_of(condition.field)
        parts = [
            Statement(f"{column} {sign} ?", (end,))
            for sign, end in ((">=", condition.low), ("<=", condition.high))
            if end is not None
        ]
        return joined(parts or [Statement(f"{column} IS NOT NULL")])

    @_condition.register
    def _(self, condition: Tagged) -> Statement:
        numbers = self._tags.known(condition.tags, wecom=condition.wecom)
        if condition.mode == "all":
            if len(numbers) < len(set(condition.tags)):
                return FALSE
            return joined([Statement(_TAGGED.format(marks="?"), (number,)) for number in numbers])
        among = _TAGGED.format(marks=_marks(len(numbers)))
        return Statement(among if condition.mode == "any" else f"NOT {among}", tuple(numbers))

    @_condition.register
    def _(self, condition: Contains) -> Statement:
        text = fold(condition.text)
        if not text:
            return TRUE
        proof = Statement(f"instr(folded({value_of(condition.field)}), ?)", (text,))
        if condition.field not in SEARCHED or condition.field not in COLUMNS:
            return proof
        return joined([*self._searcher.candidates(text), proof])

    @_condition.register
    def _(self, condition: Filled) -> Statement:
        column = condition.field if condition.field in COLUMNS else value_of(condition.field)
        return Statement(f"{column} IS {'NOT ' if condition.yes else ''}NULL")

    def _one_of_tags(self, condition: OneOf) -> Statement:
        wanted = tuple(str(value) for value in condition.values if value != "")
        parts = [self._condition(Tagged("any", wanted, wecom=condition.field == "wecom_tags"))]
        if "" in condition.values:
            parts.append(self._condition(Filled(condition.field, yes=False)))
        return joined(parts, "OR")


def value_of(field: str) -> str:
    """Return the SQL of a field's value; raises KeyError for a field there is not."""
    if field in COLUMNS:
        return f"substr({field}, instr({field}, '{MARK}') + 1)" if is_named(field) else field
    return f"field_of((SELECT body FROM record WHERE record.row = customer.row), '{FIELD[field].name}')"


def order_by(order: Order) -> str:
    """Return the SQL of an order: customers without a value come last, ties go by row."""
    way = "DESC" if order.descending else "ASC"
    key = order_key(order)
    return f"{key} IS NULL, {key} {way}, customer.row {way}"


def order_key(order: Order) -> str:
    """Return the SQL of what an order compares."""
    return order.field if order.field in COLUMNS else value_of(order.field)


def _stored(field: str, value: str | int) -> str | int | bytes:
    return packed_id(value) if field in HEX and isinstance(value, str) else value


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _folded(*values: object) -> str | None:
    return fold(values[0]) if isinstance(values[0], str) else None
