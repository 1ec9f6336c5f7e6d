"""The blacklist by keyboard with a server at the other end: what is shown, sent, undone, told, kept offline."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import Standing
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.jobs.job import OVER
from desktop.qt.tasks import Tasks
from desktop.ui.blacklist.wording import status_text
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.wording.language import Language
from desktop.workspace.bans.events import BanEvent
from tests.demo_control import DemoHandle
from tests.ui.banlive import (
    ADD,
    REMOVE,
    back,
    banned,
    colleague,
    confirm,
    dialog,
    free,
    go_to,
    listed,
    open_page,
    others_told,
    pull,
    quiet,
    stands,
    two_readings_within_a_second_tell_two_pieces_of_news,
)
from tests.ui.keys import CONTROL, SHIFT, Key, press
from tests.ui.live import LiveStage, live_stage

THREE_DAYS = BlackType.THREE_DAYS
HOUR = 3_600


@pytest.fixture
async def stage(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        yield made


async def test_the_blacklist_by_keyboard(stage: LiveStage, tmp_path: Path) -> None:
    """Opening the window and pulling cost more than a scenario: these go one after the other."""
    await a_ban_needs_a_reason_and_esc_changes_nothing(stage)
    await each_kind_is_added_by_b_arrows_and_a_reason(stage)
    await the_whole_result_is_banned_by_one_gesture_and_undone_by_one(stage)
    await opening_the_page_fetches_the_list_at_once(stage)
    await lift_and_extend(stage)
    await a_second_half_that_fails_is_seen_and_finished(stage)
    await what_is_listed_is_exported_as_shown(stage, tmp_path)
    await what_a_colleague_does_is_told_after_the_next_pull(stage)
    await two_readings_within_a_second_tell_two_pieces_of_news(stage)
    await a_clock_past_the_end_says_ended_until_the_server_confirms(stage)
    await offline_the_page_works_and_what_is_done_there_is_sent_later(stage)


async def a_ban_needs_a_reason_and_esc_changes_nothing(stage: LiveStage) -> None:
    go_to(stage, free(stage)[0])
    press(Key.Key_B)
    asked = await dialog(stage)
    press(Key.Key_Return)
    assert asked.isVisible()
    await stage.until(lambda: "why" in asked._reason_field._note.text())
    press(Key.Key_Escape)
    await back(stage)
    assert stage.account.outbox.entries() == []
    assert stage.demo.ledger(ADD) == []


async def each_kind_is_added_by_b_arrows_and_a_reason(stage: LiveStage) -> None:
    people = free(stage)[:4]
    now, sent = int(stage.account.outbox.now()), len(stage.demo.ledger(ADD))
    for place, customer in enumerate(people):
        stage.screens.page.table.setFocus()
        go_to(stage, customer)
        press(Key.Key_B)
        await confirm(stage, place, f"reason {place}")
        await stage.until(lambda customer=customer: stands(stage, customer) is Standing.BANNED)
    await stage.settle()
    found = listed(stage.demo)
    assert [found[one]["black_type"] for one in people] == [24, 48, 72, -1]
    assert [found[one]["black_reason"] for one in people] == [f"reason {place}" for place in range(4)]
    ends = [found[one]["black_end_time"] - now for one in people[:3]]
    assert all(abs(end - hours * HOUR) < 120 for end, hours in zip(ends, (24, 48, 72), strict=True))
    assert len(stage.demo.ledger(ADD)) == sent + 4
    for customer, words in ((people[0], "Blacklisted until"), (people[3], "Blacklisted for good")):
        go_to(stage, customer)
        cell = stage.screens.page.table.currentIndex().siblingAtColumn(0)
        await stage.until(lambda words=words, cell=cell: words in cell.data(Qt.ItemDataRole.AccessibleTextRole))
        pill = stage.screens.panel.header._black
        await stage.until(lambda words=words, pill=pill: words in pill.accessibleName())


async def the_whole_result_is_banned_by_one_gesture_and_undone_by_one(stage: LiveStage) -> None:
    before, sent = listed(stage.demo), len(stage.demo.ledger(ADD))
    stage.screens.page.table.setFocus()
    press(Key.Key_A, CONTROL)
    press(Key.Key_B)
    await confirm(stage, 1, "storm")
    # So many are a job: its dry run says how many, Enter starts it.
    await stage.until(lambda: stage.screens.jobs.dialog is not None)
    counted = stage.screens.jobs.dialog
    assert isinstance(counted, DryRunDialog)
    await stage.until(lambda: counted.run is not None)
    counted.activateWindow()
    await stage.until(counted.start.hasFocus)
    press(Key.Key_Return)
    bans = stage.account.blacklist
    told: list[BanEvent] = []
    stop = bans.events.subscribe(told.append)
    # Readings that come between the job's calls and its own writing tell of nobody else.
    await stage.until(lambda: len(stage.demo.ledger(ADD)) > sent, 40)
    await bans.refresh()
    await stage.until(lambda: sum(ban.entry.active for ban in bans.bans.values()) == 60, 40)
    await bans.refresh()
    await stage.until(lambda: len(stage.demo.ledger(ADD)) == sent + 60 - len(before))
    found = listed(stage.demo)
    # Who was banned already keeps the old ban.
    assert [found[one]["black_type"] for one in before] == [one["black_type"] for one in before.values()]
    await stage.until(lambda: not any(job.state not in OVER for job in stage.account.jobs.shown))
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    stage.screens.page.table.setFocus()
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: stage.demo.ledger(REMOVE), 40)
    await bans.refresh()
    await stage.until(lambda: len(stage.demo.ledger(REMOVE)) == 60 - len(before), 40)
    await bans.refresh()
    await stage.until(lambda: not any(job.state not in OVER for job in stage.account.jobs.shown))
    await stage.until(lambda: sum(ban.entry.active for ban in bans.bans.values()) == len(before))
    await stage.until(lambda: listed(stage.demo).keys() == before.keys())
    await bans.refresh()
    await stage.until(lambda: stage.account.outbox.counts().waiting == 0)
    stop()
    assert not others_told(told)


async def opening_the_page_fetches_the_list_at_once(stage: LiveStage) -> None:
    customer = free(stage)[0]
    tasks = Tasks(print)
    stage.screens.go_live(tasks)
    await stage.until(lambda: stage.account.status.connection == "online")
    colleague(stage.demo, ADD, customer, black_type=-1, black_reason="elsewhere")
    await open_page(stage)
    await stage.until(lambda: stage.screens.pages.blacklist.page.source.ban(customer) is not None)
    await tasks.close()


async def lift_and_extend(stage: LiveStage) -> None:
    lifted, extended = await banned(stage, 2)
    page = stage.screens.pages.blacklist.page
    assert page.go_to(lifted)
    press(Key.Key_Delete)
    await stage.until(lambda: page.source.ban(lifted) is None)
    await stage.settle()
    assert lifted not in listed(stage.demo)
    assert page.go_to(extended)
    press(Key.Key_E)
    await confirm(stage, 2, "")
    await stage.until(lambda: (ban := page.source.ban(extended)) is not None and ban.entry.type is THREE_DAYS)
    await stage.settle()
    assert listed(stage.demo)[extended]["black_type"] == 72
    assert listed(stage.demo)[extended]["black_reason"] == "before"


async def a_second_half_that_fails_is_seen_and_finished(stage: LiveStage) -> None:
    (extended,) = await banned(stage, 1)
    page = stage.screens.pages.blacklist.page
    stage.demo.misbehave("code", path="*/add_black_list*", count=1, code="900020")
    halves = [Unblacklist(customer=extended), Blacklist(customer=extended, kind=48, reason="anew")]
    stage.account.outbox.submit(halves, label="extend", answer=lambda _: None, failed=print)

    def shown() -> str:
        ban = page.source.ban(extended)
        return "" if ban is None else status_text(ban, int(stage.kit.formats.clock()))

    await stage.until(lambda: shown() == "Not blacklisted: refused")
    assert extended not in listed(stage.demo)
    assert page.go_to(extended)
    await stage.until(page.bar.finish.isVisible)
    page.table.setFocus()
    stage.demo.misbehave("cut_after", path="*/add_black_list*", count=1)
    press(Key.Key_R)
    await stage.until(lambda: extended in listed(stage.demo))
    await stage.settle()
    assert listed(stage.demo)[extended]["black_type"] == 48
    await stage.until(lambda: shown() == "Blacklisted")


async def what_is_listed_is_exported_as_shown(stage: LiveStage, tmp_path: Path) -> None:
    screens = stage.screens.pages.blacklist
    screens.page.table.setFocus()
    press(Key.Key_E, CONTROL)
    await stage.until(lambda: screens.export.dialog is not None)
    assert screens.export.dialog is not None
    screens.export.dialog.reject()
    path = tmp_path / "list.csv"
    screens.export.write(path)
    await stage.until(path.exists)
    await stage.until(lambda: "list.csv" in stage.told)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Customer,Reason,Kind,Since,Until,Time left,Status"
    assert len(lines) == 1 + screens.page.source.count
    stage.window.toasts.dismiss()
    screens.export.write(tmp_path / "no" / "such" / "folder.xlsx")
    await stage.until(lambda: stage.told)
    assert "written" not in stage.told
    stage.window.toasts.dismiss()


async def what_a_colleague_does_is_told_after_the_next_pull(stage: LiveStage) -> None:
    (before,) = await banned(stage, 1)
    added, silent = free(stage)[:2]
    await quiet(stage)
    colleague(stage.demo, ADD, added, black_type=48, black_reason="elsewhere")
    colleague(stage.demo, REMOVE, before)
    await pull(stage)
    await stage.until(lambda: "colleague" in stage.told)
    await stage.until(lambda: stands(stage, added) is Standing.BANNED)
    await stage.until(lambda: stands(stage, before) is Standing.LIFTED)
    await quiet(stage)
    stage.preferences.change(ban_notices=False)
    colleague(stage.demo, ADD, silent, black_type=48, black_reason="elsewhere")
    await pull(stage)
    await stage.until(lambda: stands(stage, silent) is Standing.BANNED)
    assert stage.told == ""
    stage.preferences.change(ban_notices=True)


async def a_clock_past_the_end_says_ended_until_the_server_confirms(stage: LiveStage) -> None:
    (customer,) = await banned(stage, 1)
    await quiet(stage)
    screens = stage.screens.pages.blacklist
    start = stage.account.outbox.now()
    former = stage.account.blacklist._clock, stage.kit.formats.clock
    stage.account.blacklist._clock = stage.kit.formats.clock = lambda: start + 23.5 * HOUR
    stage.screens.bans.tick()
    assert stands(stage, customer) is Standing.ENDING
    await stage.until(lambda: "end" in stage.told)
    stage.account.blacklist._clock = stage.kit.formats.clock = lambda: start + 25 * HOUR
    stage.screens.bans.tick()
    ban = screens.page.source.ban(customer)
    assert ban is not None
    assert status_text(ban, int(start + 25 * HOUR)) == "Ended, not confirmed"
    mark = stage.screens.bans.marks.mark(customer)
    assert mark is not None
    assert "not confirmed" in mark.words
    await quiet(stage)
    colleague(stage.demo, REMOVE, customer)
    await pull(stage)
    await stage.until(lambda: screens.page.source.ban(customer) is None)
    # The clock did it, by all that can be known here: nobody is told.
    assert stage.told == ""
    stage.account.blacklist._clock, stage.kit.formats.clock = former


async def offline_the_page_works_and_what_is_done_there_is_sent_later(stage: LiveStage) -> None:
    (first,) = await banned(stage, 1)
    await stage.restart()
    await stage.until(lambda: stage.account.blacklist.bans)
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)
    stage.screens.page.table.setFocus()
    await stage.until(stage.screens.page.table.hasFocus)
    await open_page(stage)
    page = stage.screens.pages.blacklist.page
    await stage.until(lambda: page.source.ban(first) is not None)
    await stage.until(lambda: "List of" in page._lead.text())
    assert page.go_to(first)
    press(Key.Key_Delete)
    await stage.until(lambda: (ban := page.source.ban(first)) is not None and ban.wish == "lift")
    assert first in listed(stage.demo)
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: (ban := page.source.ban(first)) is not None and ban.entry.active)
    press(Key.Key_Z, CONTROL | SHIFT)
    await stage.until(lambda: (ban := page.source.ban(first)) is not None and not ban.entry.active)
    await stage.connect()
    await stage.settle()
    assert first not in listed(stage.demo)
    await stage.until(lambda: page.source.ban(first) is None)
