"""The blacklist: who is on it, until when, and what the clock does to it."""

from dataclasses import dataclass, replace
from heapq import heappop, heappush

from desktop.demo.behaviours import Behaviours
from desktop.demo.customers import Customers
from desktop.demo.people import mixed

FOREVER = -1
_THOUSAND_DAYS = 86_400_000
_HOUR = 3600
_REASONS = ("恶意骚扰", "虚假订单", "Abusive language", "", "广告推销", "Spam")


@dataclass(frozen=True, slots=True)
class Entry:
    """A customer's place on the blacklist; `kind` in hours or FOREVER, 0 once released. Times in seconds."""

    number: int
    kind: int
    reason: str
    start: int
    end: int

    @property
    def black(self) -> bool:
        """Whether the customer is on the list."""
        return self.kind != 0


class Blacklist:
    """Every entry, released ones too, in the order they were made; `keeps`: a second ban changes nothing."""

    def __init__(
        self, customers: Customers, behaviours: Behaviours, today: int, now: int, *, keeps: bool = False
    ) -> None:
        self._keeps = keeps
        self._customers = customers
        self._behaviours = behaviours
        self._entries: dict[int, Entry] = {}
        self._ends: list[tuple[int, int]] = []
        for number in range(len(customers)):
            if customers.people.blacklisted(number):
                chance = mixed(number)
                kind = (FOREVER, FOREVER, FOREVER, 24, 48, 72)[chance % 6]
                back = chance >> 8
                # Those of some hours hold for half of them still, whatever hour of the day it is.
                start = today - back % (86400 * 300) if kind == FOREVER else now - back % (kind * _HOUR // 2)
                self._put(number, kind, _REASONS[(chance >> 40) % 6], start)

    def entries(self) -> list[Entry]:
        """Return every entry, the newest first, released ones last."""
        return sorted(self._entries.values(), key=lambda entry: -entry.start)

    def add(self, number: int, kind: int, reason: str, now: int) -> None:
        """Put a customer on the list for `kind` hours or FOREVER; a second time starts the time anew."""
        held = self._entries.get(number)
        if self._keeps and held is not None and held.black:
            return
        self._put(number, kind, reason, now)
        self._customers.change(number, {"user_status": 1}, now)
        self._behaviours.note(number, "user_black", {"blackType": kind, "remark": reason}, now)

    def remove(self, number: int, now: int) -> None:
        """Take a customer off the list; nothing happens when it is not on it."""
        entry = self._entries.get(number)
        if entry and entry.black:
            self._release(entry, now)

    def expire(self, now: float) -> None:
        """Release those whose time is over."""
        while self._ends and self._ends[0][0] <= now:
            end, number = heappop(self._ends)
            entry = self._entries[number]
            if entry.end == end and entry.kind > 0:
                self._release(entry, end)

    def _put(self, number: int, kind: int, reason: str, start: int) -> None:
        end = start + (_THOUSAND_DAYS if kind == FOREVER else kind * _HOUR)
        self._entries[number] = Entry(number, kind, reason, start, end)
        if kind != FOREVER:
            heappush(self._ends, (end, number))

    def _release(self, entry: Entry, at: int) -> None:
        self._entries[entry.number] = replace(entry, kind=0, reason="", start=0, end=0)
        if self._customers.has(entry.number):
            self._customers.change(entry.number, {"user_status": 0}, at)
            self._behaviours.note(entry.number, "user_unblack", {"remark": ""}, at)
