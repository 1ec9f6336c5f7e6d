"""The rows of the blacklist page: arranged beside the window, shown in few steps, and only while wanted."""

import random
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import Ban
from desktop.qt.lifetime import is_there
from desktop.ui.blacklist.arranging import arranged
from desktop.ui.blacklist.ban_source import BanSource
from desktop.workspace.listing.events import ListingEvent, ResultReset, RowsInserted, RowsRemoved
from tests.ui.banbench import NOW, ManyBans, open_page

ENTRY = BlacklistEntry("c", "Nick", BlackType.ONE_DAY, "Spam", NOW - 3_600, NOW + 18_000, active=True)


def test_rows_that_change_only_in_place_are_announced(qapp: QApplication) -> None:
    assert qapp
    source = BanSource(lambda: NOW)
    bans = [Ban(replace(ENTRY, customer_id=one)) for one in ("soon", "later", "never")]
    events: list[object] = []
    source.subscribe(events.append)
    source.show(arranged(*source.shown(), bans))
    events.clear()
    source.show(arranged(*source.shown(), [bans[0], replace(bans[1], wish="lift"), bans[2]]))
    assert [type(one).__name__ for one in events] == ["RowsChanged"]
    assert source.place("later") == 1
    assert source.place("nobody") is None


def test_many_changes_are_few_events(qapp: QApplication) -> None:
    assert qapp
    chance = random.Random(1)
    source = BanSource(lambda: NOW)
    bans = {f"{number:04}": Ban(replace(ENTRY, customer_id=f"{number:04}")) for number in range(2_000)}
    source.show(arranged(*source.shown(), list(bans.values())))
    for touched, least in ((2_000, 1), (1_000, 1), (500, 1), (3, 3)):
        events: list[object] = []
        unsubscribe = source.subscribe(events.append)
        for one in chance.sample(sorted(bans), touched):
            bans[one] = Ban(replace(bans[one].entry, reason=f"other {touched}"))
        source.show(arranged(*source.shown(), list(bans.values())))
        unsubscribe()
        assert {type(one).__name__ for one in events} == {"RowsChanged"}
        assert least <= len(events) <= 40
        assert source.listed() == list(bans.values())


def test_what_is_found_out_late_is_shown_only_while_it_is_wanted(qapp: QApplication) -> None:
    bans = ManyBans(range(60, 4_000, 60))
    page = open_page(qapp, bans)
    everybody = page.source.count
    bans.slow = True
    own, gone = list(bans.bans)[40], next(iter(bans.bans))
    bans.bans.pop(gone)
    page.refresh()
    page.search.setText("4")
    page.seek(own)
    # One is found out at a time, and what came in between is found out with the next.
    assert len(bans.answers) == 1
    bans.answers.pop()()
    assert page.source.count == everybody
    assert len(bans.answers) == 1
    bans.answers.pop()()
    assert not bans.answers
    listed = {one.entry.nickname for one in page.source.listed()}
    assert listed == {one.entry.nickname for one in bans.bans.values() if "4" in one.entry.nickname}
    current = page.table.current_row()
    assert current is not None
    assert current.id == own
    page.close_page()


def test_nothing_is_said_of_nobody_before_it_is_found_out(qapp: QApplication) -> None:
    bans = ManyBans([])
    bans.slow = True
    page = open_page(qapp, bans)
    assert not page.nothing.isVisible()
    assert page.table.isVisible()
    while bans.answers:
        bans.answers.pop()()
    assert page.nothing.isVisible()
    page.close_page()


def test_a_page_that_is_gone_hears_no_answer(qapp: QApplication) -> None:
    bans = ManyBans([600])
    page = open_page(qapp, bans)
    bans.slow = True
    page.refresh()
    page.close_page()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not is_there(page)
    bans.answers.pop()()


def test_every_step_of_many_lists_in_a_row_leads_to_the_next_list(qapp: QApplication) -> None:
    assert qapp
    chance = random.Random(4)
    source = BanSource(lambda: NOW)
    seen: list[str] = []

    def follow(event: ListingEvent) -> None:
        match event:
            case ResultReset():
                seen[:] = [one.customer_id for one in source.listed()]
            case RowsRemoved(first, count):
                del seen[first : first + count]
            case RowsInserted(first, count):
                seen[first:first] = [row.id for place in range(first, first + count) if (row := source.row(place))]

    source.subscribe(follow)
    for _ in range(200):
        people = chance.sample(range(30), chance.randrange(30))
        if chance.random() < 0.7:
            people.sort()
        bans = [Ban(replace(ENTRY, customer_id=f"{one:02}", reason=chance.choice("ab"))) for one in people]
        source.show(arranged(*source.shown(), bans))
        assert source.listed() == bans
        assert seen == [one.customer_id for one in bans]
        rows = [source.row(place) for place in range(len(bans))]
        assert [row.values[0] for row in rows if row] == bans
