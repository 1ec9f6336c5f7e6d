"""Who is on the blacklist and where each stands: the server's word, with edits on their way folded over it."""

from collections.abc import Callable, Collection, Iterable, Sequence

from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.fold import folded
from desktop.domain.bans.meaning import Ban, Standing, standing
from desktop.domain.bans.news import News, NewsKind
from desktop.domain.edits.outbox import Entry
from desktop.workspace.bans.clock import BanClock


class Roll:
    """The list of one account. It belongs to one thread at a time: another one gets a copy.

    `bases` are what the server said, by customer; `bans` what is shown. Times are seconds since the epoch.
    """

    def __init__(self) -> None:
        self.bases: dict[str, BlacklistEntry] = {}
        self.bans: dict[str, Ban] = {}
        self._standings: dict[str, Standing] = {}
        self._turns = BanClock(self._entry_of)

    def copy(self) -> "Roll":
        """Return one that changes on its own."""
        copy = Roll()
        copy.bases, copy.bans, copy._standings = dict(self.bases), dict(self.bans), dict(self._standings)
        copy._turns = self._turns.copy(copy._entry_of)
        return copy

    def fold(self, customers: Collection[str], edits: Callable[[str], Sequence[Entry]], now: int) -> list[News]:
        """Fold the `edits` of these customers anew; return whose bans have come to end soon."""
        for one in customers:
            ban = folded(one, self.bases.get(one), edits(one))
            if ban is None:
                self.bans.pop(one, None)
            else:
                self.bans[one] = ban
        self._turns.reckon(customers, now)
        return self._stand(customers, now)

    def passed(self, now: int) -> tuple[list[str], list[News]]:
        """Follow the clock: return whose standing may be another, and whose bans have come to end soon."""
        customers = self._turns.passed(now)
        return customers, self._stand(customers, now)

    def stand_as(self, other: "Roll", customers: Iterable[str]) -> None:
        """Take over from another roll where these customers stood: what it told is not told again."""
        for one in customers:
            stood = other._standings.get(one)
            if stood is None:
                self._standings.pop(one, None)
            else:
                self._standings[one] = stood

    def differs(self, other: "Roll", customers: Iterable[str]) -> set[str]:
        """Return who of these is shown otherwise by another roll."""
        return {one for one in customers if self.bans.get(one) != other.bans.get(one)}

    def _stand(self, customers: Iterable[str], now: int) -> list[News]:
        news = []
        for one in customers:
            ban = self.bans.get(one)
            stands = Standing.LIFTED if ban is None else standing(ban.entry, now)
            former, self._standings[one] = self._standings.get(one), stands
            if ban is not None and ban.listed and stands is Standing.ENDING and former is not stands:
                news.append(News(NewsKind.ENDING, ban.entry))
        return news

    def _entry_of(self, customer: str) -> BlacklistEntry | None:
        ban = self.bans.get(customer)
        return None if ban is None else ban.entry
