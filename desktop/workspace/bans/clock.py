"""When bans end soon and when their time is over: the next turn of each, in the order they come."""

from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.meaning import end_of, next_turn

_MOST = 2_000
"""Turns of one call: of a machine that slept for days thousands come at once."""


class BanClock:
    """The turns of the bans that `entry_of` knows, by customer. Asking costs nothing while none has come."""

    def __init__(self, entry_of: Callable[[str], BlacklistEntry | None]) -> None:
        self._entry_of = entry_of
        self._turns: dict[str, int] = {}
        self._heap: list[tuple[int, str]] = []
        self._over: set[str] = set()
        self._now = 0

    def copy(self, entry_of: Callable[[str], BlacklistEntry | None]) -> "BanClock":
        """Return one that goes on on its own."""
        copy = BanClock(entry_of)
        copy._turns, copy._heap, copy._over = dict(self._turns), list(self._heap), set(self._over)
        copy._now = self._now
        return copy

    def follow(self, customer: str, now: int) -> None:
        """Learn that a customer's ban is new, another or gone."""
        entry = self._entry_of(customer)
        turn = None if entry is None else next_turn(entry, now)
        # A clock set back brings them again.
        over = entry is not None and entry.active and turn is None and end_of(entry) is not None
        (self._over.add if over else self._over.discard)(customer)
        if turn is None:
            self._turns.pop(customer, None)
        elif self._turns.get(customer) != turn:
            self._turns[customer] = turn
            heappush(self._heap, (turn, customer))

    def passed(self, now: int) -> list[str]:
        """Return whose turn has come since this was asked last; after the clock went back everybody's.

        Of very many the rest comes when this is asked again.
        """
        if now < self._now:
            return self._anew(now)
        self._now = now
        passed: list[str] = []
        while self._heap and self._heap[0][0] <= now and len(passed) < _MOST:
            turn, customer = heappop(self._heap)
            if self._turns.get(customer) == turn:
                del self._turns[customer]
                passed.append(customer)
                self.follow(customer, now)
        return passed

    def reckon(self, customers: Iterable[str], now: int) -> None:
        """Learn about many at once."""
        for one in customers:
            self._turns.pop(one, None)
            self.follow(one, now)
        if len(self._heap) > 2 * len(self._turns) + 64:
            self._heap = [(turn, one) for one, turn in self._turns.items()]
            heapify(self._heap)

    def _anew(self, now: int) -> list[str]:
        self._now = now
        known = list({*self._turns, *(one for _, one in self._heap), *self._over})
        self._heap, self._turns, self._over = [], {}, set()
        for one in known:
            self.follow(one, now)
        return known
