"""The blacklist of an account in memory: who is on it, what waits, what others changed, what the clock does."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE, is_over
from desktop.cache.lane import Post
from desktop.domain.bans import KIND
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.fold import after, is_of_blacklist
from desktop.domain.bans.meaning import Ban, is_banned
from desktop.domain.bans.news import News, news_between
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.blacklist import unsent
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError, SuddenlyEmpty
from desktop.domain.intents import blacklist as edits
from desktop.sheets.writing import Rows, write_table
from desktop.workspace.bans.events import BanEvent, BansChanged, BansFetched, BansTold
from desktop.workspace.bans.reading import Done, Taken, but_for, part, replace_all, taken_in, turn_of
from desktop.workspace.bans.roll import Roll
from desktop.workspace.events import (
    AccountEvent,
    CustomersChanged,
    EntrySettled,
    OutboxChanged,
    Subscribers,
    Unsubscribe,
)
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.joblane import sent_by_jobs
from desktop.workspace.outbox.waiting import Waiting

if TYPE_CHECKING:
    from desktop.api.client import SobotClient

R = TypeVar("R")

_EDITS = (edits.Blacklist, edits.Unblacklist)


class Blacklist:
    """Who is banned. Everything here belongs to the account's thread; it works with no network.

    `client` gives the API's calls and raises AppError while there is no network; `trouble` hears what goes wrong
    in the background. Listeners of `events` are told who changed.
    """

    def __init__(
        self,
        files: AccountFiles,
        waiting: Waiting,
        *,
        subscribe: Callable[[Callable[[AccountEvent], None]], Unsubscribe],
        client: "Callable[[], SobotClient]",
        post: Post,
        trouble: Callable[[AppError], None],
        clock: Callable[[], float],
    ) -> None:
        self.events: Subscribers[BanEvent] = Subscribers()
        self.fetched: int | None = None
        self.loaded = False
        self._files = files
        self._waiting = waiting
        self._client = client
        self._post = post
        self._trouble = trouble
        self._clock = clock
        self._roll = Roll()
        self._edited: frozenset[str] = frozenset()
        self._done: dict[str, Done] = {}
        self._names: dict[str, str] = {}
        self._due = False
        self._looking = self._again = False
        self._since: set[str] = set()
        """Whose place changed here since the list was taken in."""
        self._turn = -1
        self._reading: int | None = None
        self._sent = (0.0, 0.0)
        """When jobs sent their last edit of the list, as of the reading before the last one and of the last."""
        subscribe(self._on_event)
        self.reread()

    @property
    def bans(self) -> Mapping[str, Ban]:
        """Everybody the server lists or an edit speaks of, by customer, those lifted too."""
        return self._roll.bans

    def of(self, customer_id: str) -> Ban | None:
        """Return a customer's place on the blacklist, None when there is none."""
        return self._roll.bans.get(customer_id)

    def found(self, customer_id: str) -> BlacklistEntry | None:
        """Return what an edit made now finds of a customer."""
        ban = self._roll.bans.get(customer_id)
        if ban is None or not ban.wish or ban.refused is not None:
            return None if ban is None else ban.entry
        return unsent(ban.entry)

    def reread(self) -> None:
        """Learn what the cache holds, when that changed: it was fetched anew, or a job wrote it."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._files.look_up.ask(turn_of, answer=self._looked, failed=self._missed)

    async def refresh(self) -> None:
        """Fetch the whole list now. Raises AppError; SuddenlyEmpty: what was known is kept."""
        # The API is loaded after the first screen, and that needs no event loop.
        import asyncio  # noqa: PLC0415

        from desktop.workspace.pull.bans import fetch  # noqa: PLC0415

        began = int(self._clock())
        entries, complete = await fetch(self._client())
        if not entries and sum(is_banned(one, began) for one in self._roll.bases.values()) > 1:
            raise SuddenlyEmpty(lists=KIND)
        await asyncio.wrap_future(self._files.write.submit(replace_all, entries, began, complete))
        taken = False
        while not taken:
            former, is_news = self._roll, self.fetched is not None
            found = self._files.look_up.submit(taken_in, former.copy(), int(self._clock()), is_news)
            taken = self._take(former, await asyncio.wrap_future(found))

    def turn(self) -> None:
        """Follow the clock: who ends soon, whose time is over."""
        passed, ending = self._roll.passed(int(self._clock()))
        if passed:
            self._since.update(passed)
            self._tell(ending)
            self._changed(passed)

    def beside(
        self, work: Callable[[], R], *, answer: Callable[[R], None], failed: Callable[[AppError], None]
    ) -> None:
        """Do some work on bans beside the caller's thread, in which it is answered."""
        self._files.look_up.ask(lambda _file: work(), answer=answer, failed=failed)

    def export(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Rows,
        *,
        answer: Callable[[int], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Write rows beside the caller's thread, as .xlsx when the file is called so, else as .csv.

        Answers with their number; `failed` gets DiskFull or NotWritable: a former file then stands unchanged.
        """
        self.beside(lambda: write_table(path, titles, rows), answer=answer, failed=failed)

    def _looked(self, turn: int) -> None:
        if turn == self._turn:
            self._over(again=False)
            return
        former = self._roll
        self._files.look_up.ask(
            taken_in,
            former.copy(),
            int(self._clock()),
            self.fetched is not None,
            answer=lambda taken: self._over(again=not self._take(former, taken)),
            failed=self._missed,
        )

    def _over(self, *, again: bool) -> None:
        """Go on once the cache was looked at: what came into it meanwhile is looked at as well."""
        self._looking = False
        if again or self._again:
            self.reread()

    def _missed(self, error: AppError) -> None:
        self._looking = self._again = False
        self._trouble(error)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case EntrySettled(entry) if is_of_blacklist(entry) and entry.state is State.DONE:
                self._settle(entry)
            case OutboxChanged():
                self._refold_soon()
            case CustomersChanged():
                self.reread()

    def _settle(self, entry: Entry) -> None:
        customer = _customer_of(entry)
        at = int(entry.sent or self._clock())
        fresh = after(customer, self._roll.bases.get(customer), entry, at)
        if fresh is not None:
            self._done[customer] = Done(fresh, at, self._clock() + GRACE)
            self._roll.bases[customer] = fresh
            self._since.add(customer)
        self._edited |= {customer}
        self._refold_soon()

    def _refold_soon(self) -> None:
        if not self._due:
            self._due = True
            self._post(self._refold)

    def _refold(self) -> None:
        """Fold what waits anew; many edits settle in one go."""
        self._due = False
        edited = self._edited_now()
        touched = edited | self._edited
        self._edited = edited
        if touched:
            self._since |= touched
            self._fold(touched)
            self._changed(touched)

    def _take(self, former: Roll, taken: Taken) -> bool:
        """Hold what was made of the roll `former`; False when another has taken its place meanwhile."""
        if former is not self._roll:
            return False
        now, roll = int(self._clock()), taken.roll
        self._keep_done(roll.bases)
        # What became of these here the lane could not know.
        own = self._since | self._done.keys() | self._edited_now()
        roll.stand_as(former, own)
        news = but_for(own, taken.news) + news_between(part(former.bases, own), part(roll.bases, own), now)
        # What was there at the start is no news, nor is what was done from here since the list was fetched.
        is_newer, is_news = taken.reading != self._reading, self.fetched is not None
        self._roll, self._turn, self._reading = roll, taken.turn, taken.reading
        self.fetched, self.loaded = taken.fetched, True
        self._tell(but_for(own, taken.ending))
        self._learn_names(taken.nameless)
        self._since = set()
        self._fold(own)
        self._changed((taken.changed - own) | roll.differs(former, own) if own else taken.changed)
        self.events.tell(BansFetched(taken.fetched))
        if is_newer:
            self._tell_of_others(news if is_news else [])
        return True

    def _tell_of_others(self, news: Sequence[News]) -> None:
        """Tell what was not done by a job from here: its process writes the list when it pleases.

        What a job sent since the reading before the last one may be news to this reading.
        """

        def tell(own: Mapping[str, float]) -> None:
            newest = max((*own.values(), self._sent[1]))
            self._sent = (self._sent[1] or newest, newest)
            self._tell([one for one in news if one.entry.customer_id not in own])

        self._files.outbox.ask(sent_by_jobs, _EDITS, self._sent[0], answer=tell, failed=self._trouble)

    def _keep_done(self, fresh: dict[str, BlacklistEntry]) -> None:
        """Put back what was done a moment ago and the reading, begun before it, does not know."""
        now = self._clock()
        self._done = {one: done for one, done in self._done.items() if not is_over(done.until, now)}
        for customer, done in self._done.items():
            if not done.is_known_to(fresh.get(customer)):
                fresh[customer] = done.entry

    def _edited_now(self) -> frozenset[str]:
        return frozenset(_customer_of(one) for one in self._waiting if is_of_blacklist(one))

    def _fold(self, customers: Collection[str]) -> None:
        ending = self._roll.fold(customers, self._edits_of, int(self._clock()))
        self._learn_names(customers)
        self._tell(ending)

    def _edits_of(self, customer: str) -> list[Entry]:
        return [one for one in self._waiting.lane(f"customer:{customer}") if is_of_blacklist(one)]

    def _learn_names(self, customers: Iterable[str]) -> None:
        bans = self._roll.bans
        nameless = [one for one in customers if one in bans and not bans[one].entry.nickname]
        unknown = [one for one in nameless if one not in self._names]
        if unknown:
            self._names.update(dict.fromkeys(unknown, ""))
            self._files.look_up.ask(CacheFile.customers, unknown, answer=self._named, failed=self._trouble)

    def _named(self, customers: Sequence[Customer]) -> None:
        self._names.update((one.id, one.name) for one in customers)
        self._changed([one.id for one in customers])

    def name_of(self, customer_id: str) -> str:
        """Return what a customer is called, "" when that is not known."""
        ban = self._roll.bans.get(customer_id)
        return (ban.entry.nickname if ban is not None else "") or self._names.get(customer_id, "")

    def _changed(self, customers: Iterable[str]) -> None:
        if touched := frozenset(customers):
            self.events.tell(BansChanged(touched))

    def _tell(self, news: Sequence[News]) -> None:
        if news:
            self.events.tell(BansTold(tuple(news)))


def _customer_of(entry: Entry) -> str:
    return entry.lane.partition(":")[2]
