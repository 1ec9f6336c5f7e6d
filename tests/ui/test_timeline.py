"""The timeline in the panel: read, narrowed, written to by keyboard, with a server and without."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.following.behaviour import Behaviour, FieldChange
from desktop.domain.following.timeline import Section
from desktop.qt.tasks import Tasks
from desktop.ui.timeline.page import TimelinePage
from desktop.ui.timeline.rows import RowKind
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui import world
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import LiveStage, live_stage
from tests.ui.stage import Stage

FIRST = "c000000"
DAY = 86_400
HISTORY = [
    Behaviour("b1", FIRST, "user_record", world.NOW - 60, note="<b>called</b> & <img src=x onerror=1>"),
    Behaviour("b2", FIRST, "user_update", world.NOW - 90, operator_kind=6, changes=(
        FieldChange("nickname", "nick", "张伟", "<i>old</i>"), FieldChange("status", "crm_status", "4", "3"),
        FieldChange("x_unknown", "", "", "gone"),
    )),
    Behaviour("b3", FIRST, "user_stage_update", world.NOW - DAY, stage_id="s9", old_stage_name="报价中",
              content={"stageType": "21"}, operator_name="Grace"),
    Behaviour("b4", FIRST, "user_sign_contract", world.NOW - DAY - 5,
              content={"sum": 5, "who": None, "a": {"b": 1}}),
    Behaviour("b5", FIRST, "", 0),
    Behaviour("b6", FIRST, "user_label_update", world.NOW - 40 * DAY, content={"added": ["VIP"], "removed": None}),
]  # fmt: skip


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> TimelinePage:
    """The timeline of the first customer, with a history in the cache."""
    stage.account.files.write.submit(put, HISTORY).result()
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == FIRST)
    press(Key.Key_R)
    page = stage.screens.timeline.page
    qtbot.waitUntil(page.composer.box.hasFocus)
    qtbot.waitUntil(lambda: page.list.rows.rowCount() > 0)
    return page


def put(file: CacheFile, entries: list[Behaviour]) -> None:
    file.timelines.put(FIRST, entries, len(entries), world.NOW - 600)


def texts(page: TimelinePage) -> list[str]:
    return [str(page.list.rows.index(place).data()) for place in range(page.list.rows.rowCount())]


def test_every_entry_is_readable_whatever_the_server_said(page: TimelinePage, qtbot: QtBot) -> None:
    QAbstractItemModelTester(page.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert texts(page) == [
        "Today",
        "Follow-up record <b>called</b> & <img src=x onerror=1>",
        "Fields edited Nickname: <i>old</i> → 张伟 Customer list: Following up → Pool x_unknown: gone → — Trigger",
        "Yesterday",
        "Closed: order won Stage: 报价中 → s9 Grace",
        'user_sign_contract sum: 5 a: {"b": 1}',
        page._kit.formats.day(world.NOW - 40 * DAY),
        "Tags changed Added: — → VIP",
        "At an unknown time",
        "Entry of an unknown kind",
        "The history begins here",
    ]
    assert not page.list.grab().isNull()
    spoken = QAccessible.queryAccessibleInterface(page.list)
    names = [spoken.child(place).text(QAccessible.Text.Name) for place in range(spoken.childCount())]
    assert any("<b>called</b>" in name for name in names)
    tip = page.list.rows.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert page._kit.formats.exact(world.NOW - 60) in tip
    qtbot.waitUntil(lambda: page._age.text() == "Offline. As of 10 min ago")


def test_it_is_narrowed_by_kind_and_says_when_nothing_is_left(page: TimelinePage, qtbot: QtBot) -> None:
    page.filter.choose(Section.FOLLOW_UP)
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 3)
    assert "报价中" in texts(page)[1]
    page.filter.choose(Section.RECORDS)
    qtbot.waitUntil(lambda: "called" in "".join(texts(page)[1:2]))


def test_changes_are_listed_field_by_field(stage: Stage, page: TimelinePage, qtbot: QtBot) -> None:
    earlier = Behaviour(
        "b0",
        FIRST,
        "user_update",
        world.NOW - 9 * DAY,
        operator_name="Grace",
        changes=(FieldChange("nickname", "nick", "<i>old</i>", "older"),),
    )
    stage.account.files.write.submit(put, [earlier]).result()
    reopen(stage, qtbot, lambda: any("older" in one for one in texts(page)))
    stage.screens.panel.tabs.show_tab("changes")
    changes = stage.screens.timeline.changes
    qtbot.waitUntil(changes.isVisible)
    qtbot.waitUntil(lambda: changes.list.rows.rowCount() == 12)
    rows = [str(changes.list.rows.index(place).data()) for place in range(12)]
    assert rows[:3] == ["Nickname", "Trigger : <i>old</i> → 张伟", "Grace : older → <i>old</i>"]
    assert rows[3:5] == ["Customer list", "Trigger : Following up → Pool"]
    assert rows[-3:] == ["Tags", "Nobody is named : — → VIP", "The history begins here"]
    assert not changes.list.grab().isNull()


def test_keys_pass_headings_open_long_entries_and_copy(stage: Stage, page: TimelinePage, qtbot: QtBot) -> None:
    long = Behaviour("b0", FIRST, "user_record", world.NOW, note="\n".join(f"line {n}" for n in range(40)))
    stage.account.files.write.submit(put, [long]).result()
    reopen(stage, qtbot, lambda: any("line 39" in one for one in texts(page)))
    page.list.setFocus()
    row = page.list.current()
    assert row is not None
    assert row.key == "b0"
    before = page.list.visualRect(page.list.currentIndex()).height()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.visualRect(page.list.currentIndex()).height() > 4 * before)
    press(Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().endswith("line 39")
    press(Key.Key_Return)
    for key in ("b1", "b2", "b3"):
        press(Key.Key_Down)
        current = page.list.current()
        assert current is not None
        assert current.key == key


def test_thousands_of_entries_come_in_pieces_without_end(stage: Stage, page: TimelinePage, qtbot: QtBot) -> None:
    many = [
        Behaviour(f"m{n:05d}", FIRST, "user_record", world.NOW - n * 3600, note=f"note {n}") for n in range(1200)
    ]
    stage.account.files.write.submit(put, many).result()
    reopen(stage, qtbot, lambda: "note 0" in " ".join(texts(page)))
    assert len(list(page.list.rows.entries())) < 1000
    page.list.setFocus()

    def at_the_end() -> bool:
        page.list.scrollToBottom()
        return texts(page)[-1:] == ["The history begins here"]

    qtbot.waitUntil(at_the_end, timeout=20_000)
    assert len(list(page.list.rows.entries())) == 1200 + len(HISTORY)


def test_a_record_waits_on_top_and_can_be_withdrawn(stage: Stage, page: TimelinePage, qtbot: QtBot) -> None:
    type_text("call back on Monday")
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "Waiting to be sent" in "".join(texts(page)[:1]))
    qtbot.waitUntil(lambda: page.composer.text == "")
    qtbot.waitUntil(lambda: not stage.account.drafts.names("record."))
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.rows.index(0))
    row = page.list.current()
    assert row is not None
    assert row.kind is RowKind.UNSENT
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: texts(page)[:1] == ["Today"])
    qtbot.waitUntil(lambda: page.composer.text == "call back on Monday")
    qtbot.waitUntil(lambda: not stage.account.outbox.entries())


def test_what_was_typed_is_kept_by_customer_and_over_a_restart(
    stage: Stage, page: TimelinePage, qtbot: QtBot
) -> None:
    type_text("half a sent")
    stage.screens.page.table.go_to(1)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000001")
    qtbot.waitUntil(lambda: page.composer.text == "")
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: page.composer.text == "half a sent")
    page.composer.box.setFocus()
    press(Key.Key_End)
    type_text("ence")
    stage.reset()
    qtbot.waitUntil(lambda: stage.screens.page.rows.row(0) is not None)
    stage.screens.page.table.setFocus()
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: stage.screens.timeline.page.composer.text == "half a sentence")


def test_a_history_that_was_never_fetched_says_so(stage: Stage, page: TimelinePage, qtbot: QtBot) -> None:
    stage.screens.page.table.go_to(2)
    qtbot.waitUntil(page._empty.isVisible)
    qtbot.waitUntil(lambda: page._empty.accessibleName() == "This history is not on this computer yet")


def reopen(stage: Stage, qtbot: QtBot, wanted: Callable[[], bool]) -> None:
    """Go to another customer and back."""
    stage.screens.page.table.go_to(1)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000001")
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(wanted)


async def test_a_record_is_written_by_keyboard_and_the_timeline_shows_what_the_server_has(
    live: LiveStage,
) -> None:
    row = live.screens.page.table.current_row()
    assert row is not None
    press(Key.Key_R)
    page = live.screens.timeline.page
    await live.until(page.composer.box.hasFocus)
    await live.until(lambda: live.screens.panel.customer_id == row.id)
    type_text("call back on Monday")
    press(Key.Key_Return, CONTROL)
    await live.until(lambda: live.demo.ledger("user_stage/record_save"))

    def shown() -> set[str]:
        return {one.key for one in page.list.rows.entries()}

    def truth() -> set[str]:
        with live.demo.client() as http:
            params = {"userid": row.id, "page_no": "1", "page_size": "100"}
            return {one["id"] for one in http.get("/user_dynamic/list_by_page", params=params).json()["items"]}

    await live.until(lambda: shown() == truth())
    await live.until(lambda: sum("call back on Monday" in one for one in texts(page)) == 1)
    press(Key.Key_Z, CONTROL)
    press(Key.Key_Escape)
    press(Key.Key_Z, CONTROL)
    await live.until(lambda: "cannot be taken back" in live.told)


@pytest.fixture
async def live(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        tasks = Tasks(print)
        made.screens.go_live(tasks)
        yield made
        await tasks.close()
