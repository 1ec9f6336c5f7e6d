"""Counts that are kept up to date, by triggers or with each page: nothing is counted when they are asked for."""

import apsw

from desktop.cache.columns import TAGS
from desktop.cache.meta import Meta
from desktop.cache.schema import EVERY_ROW
from desktop.cache.shaping import DIGITS, packed_id
from desktop.cache.statements import Statement
from desktop.domain.folding import words
from desktop.domain.query import Condition, OneOf, Query, Tagged

_STAGED = "SELECT sum(customers) FROM staged WHERE stage IN ({marks})"
_STATUS = "SELECT sum(customers) FROM standing WHERE status IN ({marks})"
_AGENT = "SELECT sum(customers) FROM standing WHERE agent IN ({marks})"
_HELD = "SELECT customers FROM tag WHERE wecom = ? AND id = ?"


class KeptCounts:
    """The tables `standing`, `staged`, `tag` and `digits` over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._meta = Meta(connection)
        self._digits = False

    def of(self, query: Query) -> int | None:
        """Return how many customers a query finds, None when that has to be counted."""
        asked = words(query.text)
        if not asked and not query.where:
            return self._meta.number("total")
        statement: Statement | None = None
        if not asked and len(query.where) == 1:
            statement = _of_condition(query.where[0])
        elif len(asked) == 1 and asked[0] in DIGITS and not query.where and self._has_digits():
            statement = Statement("SELECT customers FROM digits WHERE digits = ?", (asked[0],))
        return None if statement is None else int(self._connection.execute(*_parts(statement)).get or 0)

    def _has_digits(self) -> bool:
        self._digits = self._digits or self._meta.number("counted") >= EVERY_ROW
        return self._digits


def _of_condition(condition: Condition) -> Statement | None:
    if isinstance(condition, OneOf):
        return _of_values(condition.field, condition.values)
    if isinstance(condition, Tagged) and condition.mode != "none" and len(condition.tags) == 1:
        return Statement(_HELD, (condition.wecom, condition.tags[0]))
    return None


def _of_values(field: str, values: tuple[str | int, ...]) -> Statement | None:
    # No value, and the status 0, stand for more than one thing.
    if not all(values):
        return None
    if field in TAGS and len(values) == 1:
        return Statement(_HELD, (field == "wecom_tags", str(values[0])))
    query = {"stage_id": _STAGED, "status": _STATUS, "agent_id": _AGENT}.get(field)
    if query is None:
        return None
    stored = tuple(packed_id(value) if isinstance(value, str) else value for value in values)
    return Statement(query.format(marks=", ".join("?" * len(stored))), stored)


def _parts(statement: Statement) -> "tuple[str, apsw.Bindings]":
    return statement.sql, statement.values
