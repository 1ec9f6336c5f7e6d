"""Where customers stand: how many each agent has in each list, kept by triggers, so never counted anew."""

from array import array
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

import apsw

from desktop.cache.shaping import plain_id
from desktop.cache.sharing import value_in
from desktop.domain.following.assigning import Standing


class Standings:
    """The counts over one connection; `reading` surrounds what may fail."""

    def __init__(self, connection: apsw.Connection, reading: Callable[[], AbstractContextManager[None]]) -> None:
        self._connection = connection
        self._reading = reading

    def counts(self) -> dict[Standing, int]:
        """Return how many customers stand where; what nobody is in is left out."""
        query = "SELECT status, agent, customers FROM standing WHERE customers > 0"
        with self._reading():
            rows = self._connection.execute(query)
            return {Standing(status or None, plain_id(agent)): count for status, agent, count in rows}

    def of(self, rows: Collection[int]) -> list[tuple[str, Standing]]:
        """Return the ids of the customers in these rows, with where they stand."""
        if not rows:
            return []
        query = f"SELECT id, status, {value_in('agent_id')} FROM customer WHERE row IN carray(?)"
        numbers = apsw.carray(array("q", rows))
        with self._reading():
            return [
                (plain_id(key), Standing(status or None, plain_id(agent) if agent else ""))
                for key, status, agent in self._connection.execute(query, (numbers,))
            ]
