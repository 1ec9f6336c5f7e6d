"""Pieces of SQL with the values of their question marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.cache.shaping import Sql


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of SQL and the values of its question marks, in their order."""

    sql: str
    values: tuple[Sql, ...] = ()


TRUE = Statement("1")
FALSE = Statement("0")


def joined(parts: Sequence[Statement], word: Literal["AND", "OR"] = "AND") -> Statement:
    """Return conditions joined by AND or OR; no condition at all is true."""
    if not parts:
        return TRUE
    if len(parts) == 1:
        return parts[0]
    return Statement(
        f" {word} ".join(f"({part.sql})" for part in parts),
        tuple(value for part in parts for value in part.values),
    )
