"""What screens need of a listing (`workspace.listing.listing.Listing`)."""

from collections.abc import Callable
from typing import Protocol

from desktop.domain.query import Query
from desktop.qt.rows import RowSource


class Listing(RowSource, Protocol):
    """A query's result, row by row."""

    @property
    def exact(self) -> bool:
        """Whether `count` is final."""

    @property
    def found(self) -> int | None:
        """How many customers the query finds, None while that is not known."""

    @property
    def total(self) -> int:
        """How many customers there are at all."""

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""

    @property
    def query(self) -> Query:
        """What is shown."""

    def show(self, query: Query) -> None:
        """Show another query."""

    def index_of(self, customer_id: str, answer: Callable[[int | None], None]) -> None:
        """Answer with the place of a customer in the result."""
