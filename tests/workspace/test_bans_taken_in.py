"""A list is taken in beside the owner's thread: what happens here meanwhile is neither lost nor told twice."""

import queue
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.api.client import SobotClient
from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.fold import folded
from desktop.domain.bans.meaning import new_entry
from desktop.domain.bans.news import News, NewsKind
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError, Offline
from desktop.domain.intents.blacklist import Blacklist as Ban
from desktop.domain.intents.blacklist import Unblacklist
from desktop.workspace.bans.blacklist import Blacklist
from desktop.workspace.bans.events import BanEvent, BansChanged, BansFetched, BansTold
from desktop.workspace.events import AccountEvent, EntrySettled, OutboxChanged, Subscribers
from desktop.workspace.files import AccountFiles
from desktop.workspace.outbox.waiting import Waiting
from tests.workspace.rig import KEY

HOUR, DAY = 3_600, 86_400
NOW = 1_700_000_000


class Desk:
    """The blacklist of an account without a network, whose answers come when a test wants them."""

    def __init__(self, folder: Path) -> None:
        self.posts: queue.Queue[Callable[[], None]] = queue.Queue()
        self.now = float(NOW)
        self.files = AccountFiles.open(folder, KEY, self.posts.put)
        self.waiting = Waiting()
        self.account: Subscribers[AccountEvent] = Subscribers()
        self.heard: list[BanEvent] = []
        self.trouble: list[AppError] = []
        self.bans = Blacklist(
            self.files,
            self.waiting,
            subscribe=self.account.subscribe,
            client=self._offline,
            post=self.posts.put,
            trouble=self.trouble.append,
            clock=lambda: self.now,
        )
        self.bans.events.subscribe(self.heard.append)
        self.settle()

    def lists(self, entries: Iterable[BlacklistEntry]) -> None:
        """Have the server's list come into the cache."""
        held = list(entries)
        self.files.write.submit(lambda file: file.bans.replace(held, int(self.now), complete=True)).result(20)

    def begin(self) -> None:
        """Have the list taken in as far as the lane does it; nothing of it is held yet."""
        self.bans.reread()
        self._answered()
        self.step()
        self._answered()

    def step(self) -> None:
        """Hear one answer."""
        self.posts.get(timeout=20)()

    def settle(self) -> None:
        """Hear every answer."""
        self._answered()
        while not self.posts.empty():
            self.step()
            self._answered()

    def edit(self, entry: Entry) -> None:
        """Make an edit, or have it go on."""
        self.waiting.put(entry)
        if entry.state is State.DONE:
            self.account.tell(EntrySettled(entry))
        self.account.tell(OutboxChanged(len(self.waiting), 0))

    def news(self) -> list[tuple[NewsKind, str]]:
        """Return what was told since this was asked last."""
        told: list[News] = [news for one in self.heard if isinstance(one, BansTold) for news in one.news]
        self.heard.clear()
        return [(one.kind, one.entry.customer_id) for one in told]

    def _answered(self) -> None:
        """Wait until the lanes have done what they were asked."""
        for lane in (self.files.write, self.files.look_up):
            lane.submit(lambda _file: None).result(20)
        self.files.outbox.submit(lambda _file: None).result(20)

    @staticmethod
    def _offline() -> SobotClient:
        raise Offline


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.files.close()


def ban(customer: str, kind: BlackType = BlackType.THREE_DAYS, since: int = NOW) -> BlacklistEntry:
    return new_entry(customer, f"Nick {customer}", kind, "spam", since)


def edit(customer: str, state: State, *, number: int = 1, lift: bool = False) -> Entry:
    intent = Unblacklist(customer=customer) if lift else Ban(customer=customer, kind=24, reason="spam")
    return Entry(str(number), number, intent, state, NOW, NOW, sent=NOW)


def test_the_first_list_is_no_news_and_the_next_tells_what_differs(desk: Desk) -> None:
    desk.lists(ban(f"c{number}") for number in range(50))
    desk.bans.reread()
    desk.settle()
    assert len(desk.bans.bans) == 50
    assert desk.bans.fetched == NOW
    assert desk.news() == []
    desk.lists([*(ban(f"c{number}") for number in range(1, 50)), ban("new")])
    desk.bans.reread()
    desk.settle()
    changed = [one.customers for one in desk.heard if isinstance(one, BansChanged)]
    assert changed == [{"c0", "new"}]
    assert sum(isinstance(one, BansFetched) for one in desk.heard) == 1
    assert sorted(desk.news(), key=str) == [(NewsKind.ADDED, "new"), (NewsKind.LIFTED, "c0")]


def test_an_edit_that_is_done_while_the_list_is_taken_in_stays_and_is_nobodys_news(desk: Desk) -> None:
    desk.lists([ban("other")])
    desk.bans.reread()
    desk.settle()
    desk.lists([ban("other"), ban("another")])
    desk.begin()
    desk.edit(edit("mine", State.QUEUED))
    desk.edit(edit("mine", State.DONE))
    desk.settle()
    assert desk.bans.bans.keys() == {"other", "another", "mine"}
    mine = desk.bans.of("mine")
    assert mine is not None
    assert (mine.entry.active, mine.wish) == (True, "")
    assert desk.news() == [(NewsKind.ADDED, "another")]


def test_an_edit_made_while_the_list_is_taken_in_shows_over_what_it_says(desk: Desk) -> None:
    desk.lists([ban("a")])
    desk.bans.reread()
    desk.settle()
    desk.lists([ban("a", BlackType.FOREVER), ban("b")])
    desk.begin()
    desk.edit(edit("a", State.QUEUED, lift=True))
    desk.edit(edit("b", State.QUEUED, number=2, lift=True))
    desk.settle()
    for one in "ab":
        found = desk.bans.of(one)
        assert found is not None
        assert (found.wish, found.entry.active) == ("lift", False)
    # What a colleague did is told all the same.
    assert sorted(desk.news(), key=str) == [(NewsKind.ADDED, "b"), (NewsKind.CHANGED, "a")]


def test_a_turn_of_the_clock_while_the_list_is_taken_in_is_told_once(desk: Desk) -> None:
    desk.lists([ban("a", BlackType.ONE_DAY), ban("b")])
    desk.bans.reread()
    desk.settle()
    desk.now = NOW + DAY - 2 * HOUR
    desk.lists([ban("a", BlackType.ONE_DAY), ban("b"), ban("c")])
    desk.begin()
    desk.now = NOW + DAY - HOUR / 2
    desk.bans.turn()
    desk.settle()
    desk.bans.turn()
    assert sorted(desk.news(), key=str) == [(NewsKind.ADDED, "c"), (NewsKind.ENDING, "a")]
    desk.now = NOW + DAY + 1
    desk.bans.turn()
    desk.bans.turn()
    assert sum(isinstance(one, BansChanged) for one in desk.heard) == 1
    assert desk.news() == []


def test_a_list_that_comes_while_another_is_taken_in_is_taken_in_as_well(desk: Desk) -> None:
    desk.lists([ban("a")])
    desk.bans.reread()
    desk.settle()
    desk.lists([ban("a"), ban("b")])
    desk.begin()
    desk.lists([ban("a"), ban("b"), ban("c")])
    desk.bans.reread()
    desk.settle()
    assert desk.bans.bans.keys() == {"a", "b", "c"}
    assert sorted(desk.news(), key=str) == [(NewsKind.ADDED, "b"), (NewsKind.ADDED, "c")]


def test_an_account_that_closes_while_a_list_is_taken_in_hears_no_more_of_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.lists(ban(f"c{number}") for number in range(200))
    desk.bans.reread()
    desk.files.close()
    desk.heard.clear()
    while not desk.posts.empty():
        desk.step()
    assert desk.bans.bans == {}
    assert desk.heard == []
    assert desk.trouble == []


def test_whatever_happens_in_whatever_order_the_list_is_what_the_server_said_with_the_edits_over_it(
    desk: Desk,
) -> None:
    dice = random.Random(5)
    people = [f"c{number}" for number in range(12)]
    server: dict[str, BlacklistEntry] = {}
    open_: dict[str, Entry] = {}
    for number in range(150):
        desk.now += dice.randrange(600)
        one, what = dice.choice(people), dice.randrange(6)
        if what == 0:
            server = {
                who: ban(who, dice.choice(list(BlackType)), int(desk.now)) for who in people if dice.random() < 0.5
            }
            desk.lists(server.values())
            desk.bans.reread()
        elif what == 1 and one not in open_:
            open_[one] = replace(
                edit(one, State.QUEUED, number=number, lift=dice.random() < 0.5), created=desk.now
            )
            desk.edit(open_[one])
        elif what == 2 and one in open_:
            desk.waiting.remove(open_.pop(one).id)
            desk.account.tell(OutboxChanged(len(desk.waiting), 0))
        elif what == 3:
            desk.bans.turn()
        else:
            for _ in range(min(dice.randrange(4), desk.posts.qsize())):
                desk.step()
    desk.bans.reread()
    desk.settle()
    wanted = {who: folded(who, server.get(who), [open_[who]] if who in open_ else []) for who in people}
    assert desk.bans.bans == {who: one for who, one in wanted.items() if one is not None}
