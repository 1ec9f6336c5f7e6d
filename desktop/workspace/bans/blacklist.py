"""The blacklist of an account in memory: who is on it, what waits, what others changed, what the clock does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE, is_over
from desktop.domain.bans import KIND
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.fold import after, folded, is_of_blacklist
from desktop.domain.bans.meaning import Ban, Standing, is_banned, standing
from desktop.domain.bans.news import News, NewsKind, news_between
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.blacklist import unsent
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError, SuddenlyEmpty
from desktop.domain.intents import blacklist as edits
from desktop.settings.tablefile import Rows, write_csv, writer_of
from desktop.workspace.bans.clock import BanClock
from desktop.workspace.bans.events import BanEvent, BansChanged, BansFetched, BansTold
from desktop.workspace.bans.reading import Done, Stored, replace_all, stored_since
from desktop.workspace.events import (
    AccountEvent,
    CustomersChanged,
    EntrySettled,
    OutboxChanged,
    Post,
    Subscribers,
    Unsubscribe,
)
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.joblane import sent_by_jobs
from desktop.workspace.outbox.waiting import Waiting

if TYPE_CHECKING:
    from desktop.api.client import SobotClient

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
        self._bases: dict[str, BlacklistEntry] = {}
        self._bans: dict[str, Ban] = {}
        self._edited: frozenset[str] = frozenset()
        self._done: dict[str, Done] = {}
        self._names: dict[str, str] = {}
        self._standings: dict[str, Standing] = {}
        self._turns = BanClock(self._entry_of)
        self._due = False
        self._looking = self._again = False
        self._turn = -1
        self._reading: int | None = None
        self._sent = (0.0, 0.0)
        """When jobs sent their last edit of the list, as of the reading before the last one and of the last."""
        subscribe(self._on_event)
        self.reread()

    @property
    def bans(self) -> Mapping[str, Ban]:
        """Everybody the server lists or an edit speaks of, by customer, those lifted too."""
        return self._bans

    def of(self, customer_id: str) -> Ban | None:
        """Return a customer's place on the blacklist, None when there is none."""
        return self._bans.get(customer_id)

    def found(self, customer_id: str) -> BlacklistEntry | None:
        """Return what an edit made now finds of a customer."""
        ban = self._bans.get(customer_id)
        if ban is None or not ban.wish or ban.refused is not None:
            return None if ban is None else ban.entry
        return unsent(ban.entry)

    def reread(self) -> None:
        """Learn what the cache holds, when that changed: it was fetched anew, or a job wrote it."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._files.look_up.ask(stored_since, self._turn, answer=self._reread, failed=self._missed)

    async def refresh(self) -> None:
        """Fetch the whole list now. Raises AppError; SuddenlyEmpty: what was known is kept."""
        # The API is loaded after the first screen.
        from desktop.workspace.pull.bans import fetch  # noqa: PLC0415

        began = int(self._clock())
        entries, complete = await fetch(self._client())
        if not entries and sum(is_banned(one, began) for one in self._bases.values()) > 1:
            raise SuddenlyEmpty(lists=KIND)
        future = self._files.write.submit(replace_all, entries, began, complete)
        # The first screen needs no event loop.
        import asyncio  # noqa: PLC0415

        reading = await asyncio.wrap_future(future)
        self._take(entries if complete else self._with(entries), began, reading)

    def turn(self) -> None:
        """Follow the clock: who ends soon, whose time is over."""
        now = int(self._clock())
        if passed := self._turns.passed(now):
            self._stand(passed, now)
            self._changed(passed)

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
        write = writer_of(path) or write_csv
        self._files.look_up.ask(lambda _file: write(path, titles, rows), answer=answer, failed=failed)

    def _reread(self, stored: Stored | None) -> None:
        self._looking = False
        if stored is not None:
            self._turn = stored.turn
            self._take(stored.entries, stored.fetched, stored.reading)
        if self._again:
            self.reread()

    def _missed(self, error: AppError) -> None:
        self._looking = False
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
        fresh = after(customer, self._bases.get(customer), entry, at)
        if fresh is not None:
            self._done[customer] = Done(fresh, at, self._clock() + GRACE)
            self._bases[customer] = fresh
        self._edited |= {customer}
        self._refold_soon()

    def _refold_soon(self) -> None:
        if not self._due:
            self._due = True
            self._post(self._refold)

    def _refold(self) -> None:
        """Fold what waits anew; many edits settle in one go."""
        self._due = False
        edited = frozenset(_customer_of(one) for one in self._waiting if is_of_blacklist(one))
        touched = edited | self._edited
        self._edited = edited
        if touched:
            self._fold(touched)
            self._changed(touched)

    def _take(self, entries: Iterable[BlacklistEntry], fetched: int | None, reading: int) -> None:
        if self._reading is not None and reading < self._reading:
            return
        fresh = {entry.customer_id: entry for entry in entries}
        self._keep_done(fresh)
        now = int(self._clock())
        # What was there at the start is no news, nor is what was done from here since the list was fetched.
        is_newer = reading != self._reading
        news = news_between(self._bases, fresh, now) if is_newer and self.fetched is not None else []
        touched = {one for one in fresh.keys() | self._bases.keys() if fresh.get(one) != self._bases.get(one)}
        self._bases, self.fetched, self.loaded, self._reading = fresh, fetched, True, reading
        self._fold(touched)
        self._changed(touched)
        self.events.tell(BansFetched(fetched))
        if is_newer:
            self._tell_of_others(news)

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

    def _with(self, entries: Iterable[BlacklistEntry]) -> list[BlacklistEntry]:
        return list((self._bases | {entry.customer_id: entry for entry in entries}).values())

    def _fold(self, customers: Iterable[str]) -> None:
        touched = list(customers)
        for one in touched:
            edits = [edit for edit in self._waiting.lane(f"customer:{one}") if is_of_blacklist(edit)]
            ban = folded(one, self._bases.get(one), edits)
            if ban is None:
                self._bans.pop(one, None)
            else:
                self._bans[one] = ban
        self._learn_names(touched)
        now = int(self._clock())
        self._turns.reckon(touched, now)
        self._stand(touched, now)

    def _stand(self, customers: Iterable[str], now: int) -> None:
        """Note where bans stand now, and tell of those that have come to end soon."""
        news = []
        for one in customers:
            ban = self._bans.get(one)
            stands = Standing.LIFTED if ban is None else standing(ban.entry, now)
            former, self._standings[one] = self._standings.get(one), stands
            if ban is not None and ban.listed and stands is Standing.ENDING and former is not stands:
                news.append(News(NewsKind.ENDING, ban.entry))
        self._tell(news)

    def _learn_names(self, customers: Iterable[str]) -> None:
        nameless = [one for one in customers if one in self._bans and not self._bans[one].entry.nickname]
        unknown = [one for one in nameless if one not in self._names]
        if unknown:
            self._names.update(dict.fromkeys(unknown, ""))
            self._files.look_up.ask(CacheFile.customers, unknown, answer=self._named, failed=self._trouble)

    def _named(self, customers: Sequence[Customer]) -> None:
        self._names.update((one.id, one.name) for one in customers)
        self._changed([one.id for one in customers])

    def name_of(self, customer_id: str) -> str:
        """Return what a customer is called, "" when that is not known."""
        ban = self._bans.get(customer_id)
        return (ban.entry.nickname if ban is not None else "") or self._names.get(customer_id, "")

    def _entry_of(self, customer: str) -> BlacklistEntry | None:
        ban = self._bans.get(customer)
        return None if ban is None else ban.entry

    def _changed(self, customers: Iterable[str]) -> None:
        if touched := frozenset(customers):
            self.events.tell(BansChanged(touched))

    def _tell(self, news: Sequence[News]) -> None:
        if news:
            self.events.tell(BansTold(tuple(news)))


def _customer_of(entry: Entry) -> str:
    return entry.lane.partition(":")[2]
