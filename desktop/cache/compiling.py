"""Conditions of a query become SQL."""

from collections.abc import Callable, Sequence
from functools import singledispatchmethod

import apsw

from desktop.cache.columns import COLUMNS, HEX, MARK, SHARED, TAGS, is_named
from desktop.cache.rows import RowReader
from desktop.cache.searching import Searcher
from desktop.cache.shaping import Sql, packed_id
from desktop.cache.sharing import SharedValues, value_in
from desktop.cache.statements import FALSE, TRUE, Statement, joined
from desktop.cache.tagwords import TagWords
from desktop.domain.customers.fields import FIELD, SEARCHED
from desktop.domain.folding import fold
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Order, Query, Tagged

_TAGGED = "customer.row IN (SELECT row FROM tagged WHERE tag IN ({marks}))"


class Compiler:
    """Compiles queries for one connection; adds the SQL functions they use to it."""

    def __init__(self, connection: apsw.Connection, rows: RowReader, tags: TagWords, shared: SharedValues) -> None:
        self._tags = tags
        self._shared = shared
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
        field = condition.field
        wanted = [_stored(field, value) for value in condition.values if value != ""]
        if field in SHARED and not is_named(field):
            held = self._shared.known(field, [value for value in wanted if not isinstance(value, int)])
            parts = [_among(field, held)]
        else:
            parts = [self._of_value(field, lambda value: _among(value, wanted))]
        if len(wanted) < len(condition.values):
            parts.append(Statement(f"{_held(field)} IS NULL"))
        return joined(parts, "OR")

    @_condition.register
    def _(self, condition: Between) -> Statement:
        ends = [(sign, end) for sign, end in ((">=", condition.low), ("<=", condition.high)) if end is not None]
        if not ends:
            return Statement(f"{_held(condition.field)} IS NOT NULL")
        return self._of_value(
            condition.field,
            lambda value: joined([Statement(f"{value} {sign} ?", (end,)) for sign, end in ends]),
        )

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
        proof = self._of_value(condition.field, lambda value: Statement(f"instr(folded({value}), ?)", (text,)))
        if condition.field not in SEARCHED or condition.field not in COLUMNS:
            return proof
        return joined([*self._searcher.candidates(text), proof])

    @_condition.register
    def _(self, condition: Filled) -> Statement:
        return Statement(f"{_held(condition.field)} IS {'NOT ' if condition.yes else ''}NULL")

    def _of_value(self, field: str, condition: Callable[[str], Statement]) -> Statement:
        """Return a condition on the SQL of a field's value; of shared values each is looked at once."""
        if field not in SHARED or not self._shared.whole:
            return condition(value_of(field))
        among = condition(_plain(field, "value"))
        numbers = f"SELECT +number FROM shared WHERE field = '{field}' AND ({among.sql})"
        return Statement(f"{field} IN ({numbers})", among.values)

    def _one_of_tags(self, condition: OneOf) -> Statement:
        wanted = tuple(str(value) for value in condition.values if value != "")
        parts = [self._condition(Tagged("any", wanted, wecom=condition.field == "wecom_tags"))]
        if "" in condition.values:
            parts.append(self._condition(Filled(condition.field, yes=False)))
        return joined(parts, "OR")


def value_of(field: str) -> str:
    """Return the SQL of a field's value; raises KeyError for a field there is not."""
    if field in COLUMNS:
        return _plain(field, value_in(field) if field in SHARED else field)
    return f"field_of((SELECT body FROM record WHERE record.row = customer.row), '{FIELD[field].name}')"


def order_by(order: Order) -> str:
    """Return the SQL of an order: customers without a value come last, ties go by row."""
    way = "DESC" if order.descending else "ASC"
    key = value_in(order.field) if order.field in SHARED else _held(order.field)
    return f"{_held(order.field)} IS NULL, {key} {way}, customer.row {way}"


def _held(field: str) -> str:
    """Return the SQL of what a row holds of a field: NULL when there is no value."""
    return field if field in COLUMNS else value_of(field)


def _plain(field: str, value: str) -> str:
    return f"substr({value}, instr({value}, '{MARK}') + 1)" if is_named(field) else value


def _among(column: str, values: Sequence[Sql]) -> Statement:
    return Statement(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _stored(field: str, value: str | int) -> str | int | bytes:
    return packed_id(value) if field in HEX and isinstance(value, str) else value


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _folded(*values: object) -> str | None:
    return fold(values[0]) if isinstance(values[0], str) else None
