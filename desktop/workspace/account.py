"""One account's live data: what the window and the command line hold on to.

It works from the files alone, with no event loop and no network; `connect` attaches the network later.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cache.cachefile import CacheFile, Counts
from desktop.cache.lane import Post
from desktop.domain.bans import KIND as BLACKLIST
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import AppError, ConnectFailed
from desktop.domain.profile import Profile
from desktop.workspace.events import AccountEvent, CustomersChanged, StatusChanged, Subscribers, Unsubscribe
from desktop.workspace.files import AccountFiles
from desktop.workspace.later import Alarm
from desktop.workspace.listing.listing import Listing
from desktop.workspace.listing.views import Views
from desktop.workspace.lookups.collections import KINDS, Collections
from desktop.workspace.lookups.looking_up import LookingUp
from desktop.workspace.status import Connection, Progress, Status

if TYPE_CHECKING:
    from desktop.workspace.network import Network
    from desktop.workspace.pace import Pace
    from desktop.workspace.push.pace import PushPace
    from desktop.workspace.push.pusher import Pusher


class Account(LookingUp):
    """The account of a profile on this machine.

    All methods, answers and events belong to one thread, the one `post` runs functions in. Trouble in the
    background shows in `status`, never as an exception.
    """

    def __init__(
        self,
        profile: Profile,
        files: AccountFiles,
        key: bytes,
        *,
        post: Post,
        language: str = "zh",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.profile = profile
        self.files = files
        self.collections = Collections(language)
        self.views = Views(files.outbox, self._trouble)
        self._key = key
        self._post = post
        self._clock = clock
        self._events: Subscribers[AccountEvent] = Subscribers()
        self._listings: list[Listing] = []
        self._alarm = Alarm(post)
        self._status = Status(since=int(clock()), damaged=files.damaged)
        self._network: Network | None = None
        self._closed = False
        self.collections.events.subscribe(self._events.tell)
        self.views.events.subscribe(self._events.tell)
        self.views.load()
        self._count()
        for kind in KINDS:
            self._load(kind)
        self._complete = False

    def complete(self) -> None:
        """Make what the first screen does without; harmless twice. Nothing else may be asked of it before."""
        if self._complete:
            return
        # Half of the modules an account needs, which the first rows need not wait for.
        from desktop.workspace import parts  # noqa: PLC0415

        self._complete = True
        files, clock = self.files, self._clock
        self.timelines = parts.Timelines(files, self._trouble)
        self.figures = parts.Figures(files, client=lambda: self._online().client, clock=clock)
        self.drafts = parts.FormDrafts(files.outbox, self._trouble, clock)
        self.board = parts.BoardListings(files.browse, self._post, self._alarm)
        self.places = parts.Places(files, self.collections)
        self.texts = parts.Texts()
        self.duplicates = parts.Duplicates(files)
        self.companies = parts.Companies(files, self._trouble)
        self.people = parts.People(files, self.collections, self._trouble)
        self.outbox = parts.Outbox(
            files,
            self.collections,
            tell=self._events.tell,
            changed=self.note_change,
            trouble=self._trouble,
            clock=clock,
        )
        self.blacklist = parts.Blacklist(
            files,
            self.outbox.waiting,
            subscribe=self._events.subscribe,
            client=lambda: self._online().client,
            post=self._post,
            trouble=self._trouble,
            clock=clock,
        )
        self.outbox.ban_of = self.blacklist.found
        self.jobs = parts.Jobs(
            files,
            self.collections,
            waiting=self.outbox.waiting,
            changed=self.note_change,
            trouble=self._trouble,
            clock=clock,
        )
        self.jobs.seeing.ban_of = self.blacklist.found
        self.outbox.turn_job = self.jobs.turn
        self.sheets = parts.Sheets(files, self._key, self._post, collections=self.collections, jobs=self.jobs)

    @classmethod
    def open(
        cls,
        profile: Profile,
        folder: Path,
        key: bytes,
        *,
        post: Post,
        language: str = "zh",
        clock: Callable[[], float] = time.time,
    ) -> "Account":
        """Open the files of a profile in `folder`; `key` is 32 raw bytes, `language` of names "zh" or "en".

        Collections, saved views and counts arrive by events right after. Raises WrongKey, NewerSchema, DiskFull,
        NotWritable.
        """
        files = AccountFiles.open(folder, key, post)
        account = cls(profile, files, key, post=post, language=language, clock=clock)
        account.complete()
        return account

    @property
    def status(self) -> Status:
        """What the account is doing now."""
        return self._status

    def subscribe(self, listener: Callable[[AccountEvent], None]) -> Unsubscribe:
        """Call `listener` with every later event; returns the function that ends it."""
        return self._events.subscribe(listener)

    def listing(self, columns: tuple[str, ...]) -> Listing:
        """Return a new listing of the customers with these columns; it follows the cache from now on."""
        listing = Listing(self.files.browse, columns, self._alarm, write=self.files.write)
        self._listings.append(listing)
        return listing

    async def connect(
        self,
        app_key: str,
        *,
        pulls: bool = True,
        pace: "Pace | None" = None,
        push_pace: "PushPace | None" = None,
    ) -> None:
        """Attach the network and return; from then on the account sends, pulls and comes online by itself.

        `app_key` may be "" when it is not known: the account then stays "stopped" until it is connected anew.
        `pace` sets how often it pulls and retries, `push_pace` how often it tries to send; without `pulls` it only
        sends.
        """
        # httpx and the API client are loaded here, after the first screen.
        from desktop.workspace.network import Network  # noqa: PLC0415

        if self._network is not None:
            await self._network.close()
        self._network = Network(
            self.profile,
            self.files,
            self,
            app_key,
            key=self._key,
            language=self.collections.language,
            outbox=self.outbox,
            jobs=self.jobs,
            timelines=self.timelines,
            texts=self.texts,
            places=self.places,
            duplicates=self.duplicates,
            pulls=pulls,
            clock=self._clock,
            pace=pace,
            push_pace=push_pace,
        )
        self._network.start()

    @property
    def pusher(self) -> "Pusher | None":
        """What sends the outbox, None while there is no network."""
        return None if self._network is None else self._network.pusher

    async def refresh_customer(self, customer_id: str) -> Customer | None:
        """Fetch one customer, put it into the cache, announce it and return it; None: the server has none.

        A customer the server does not know stays in the cache until a complete pull says so too. Raises AppError.
        """
        return await self._online().refresh_customer(self.outbox.waiting.ids.get(customer_id, customer_id))

    async def pull(self, *, full: bool = False) -> bool:
        """Bring what changed (everything when `full` or for the first time); return when it is done.

        Joins a pull that is under way. Waiting times of the background are passed over: a person asked. Returns
        False when it was cancelled. Raises AppError.
        """
        return await self._online().pull(full=full)

    def cancel_pull(self) -> None:
        """End the pull under way; what it brought so far stays, the next one goes on from there."""
        if self._network is not None:
            self._network.cancel_pull()

    async def close(self) -> None:
        """End the network within 2 seconds, then close the files. Harmless twice."""
        if self._network is not None:
            await self._network.close()
            self._network = None
        self.close_files()

    def close_files(self) -> None:
        """Close the files of an account that was never connected. Harmless twice."""
        if not self._closed:
            self._closed = True
            self._events.clear()
            self._alarm.close()
            if self._complete:
                self.sheets.close()
            self.files.close()

    def speak(self, language: str) -> None:
        """Show the names of the server in another language ("zh" or "en"), as far as they were ever fetched in it.

        What the network asks for comes in it from the next `connect` on.
        """
        self.collections.language = language
        for kind in KINDS:
            self._load(kind)

    def note_connection(self, connection: Connection, error: AppError | None) -> None:
        """Learn the state of the connection from the network side."""
        since = self._status.since if connection == self._status.connection else int(self._clock())
        self._set(replace(self._status, connection=connection, since=since, error=error))

    def note_progress(self, progress: Progress | None) -> None:
        """Learn how far the pull is, None when none runs."""
        self._set(replace(self._status, progress=progress))
        if progress is None:
            self._count()
            self.figures.count(self._trouble)

    def note_change(self, change: Change) -> None:
        """Learn that customers changed in the cache: listings follow, listeners hear of it."""
        if self._closed or not change:
            return
        for listing in self._listings:
            listing.apply(change)
        self.board.apply(change)
        self.people.note_change()
        self._events.tell(CustomersChanged(change))
        self._count()

    def note_dictionary(self, kind: str) -> None:
        """Learn that a small table, or the blacklist, changed in the cache."""
        if kind == BLACKLIST:
            self.blacklist.reread()
        else:
            self._load(kind)

    def _online(self) -> "Network":
        if self._network is None:
            raise ConnectFailed(reason="not_connected")
        return self._network

    def _count(self) -> None:
        if self._closed:
            return
        self.files.look_up.ask(CacheFile.counts, answer=self._counted, failed=self._trouble)

    def _counted(self, counts: Counts) -> None:
        self._set(replace(self._status, total=counts.total, quarantined=counts.quarantined, as_of=counts.as_of))

    def _trouble(self, error: AppError) -> None:
        self._set(replace(self._status, error=error))

    def _set(self, status: Status) -> None:
        if self._closed or status == self._status:
            return
        self._status = status
        self._events.tell(StatusChanged(status))
