"""The board in a window on files alone: what is shown, dragged, filtered, and what happens when things go away."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QPainter, QStaticText
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.dictionaries import Stage as StageEntry
from desktop.domain.following.stagetime import StageSet
from desktop.domain.intents.following import SetStage
from desktop.domain.query import OneOf
from desktop.qt.columns import Mark
from desktop.qt.rows import RowLike
from desktop.qt.theme import SPACE
from desktop.ui.board.card_model import FIELDS, CardModel
from desktop.ui.board.card_painter import CardState
from desktop.ui.board.lanes import BoardLanes
from desktop.workspace.listing.events import Counted
from tests.ui import world
from tests.ui.keys import CONTROL, Key, press
from tests.ui.stage import Stage

EVIL = '</b><img src="x">\u202e\ud83d' + "长" * 300


@pytest.fixture
def lanes(stage: Stage, qtbot: QtBot) -> BoardLanes:
    """The board with all its cards, the first of the first stage current."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    qtbot.waitUntil(lambda: len(stage.account.collections.stages) == len(world.STAGES))
    press(Key.Key_3, CONTROL)
    found = stage.screens.pages.board.page.lanes
    qtbot.waitUntil(lambda: len(found.columns) == len(world.STAGES) + 1)
    qtbot.waitUntil(lambda: counted(found))
    qtbot.waitUntil(lambda: found.current is not None and found.current.view.hasFocus())
    press(Key.Key_Right)
    qtbot.waitUntil(lambda: found.columns[1].view.current_card() is not None)
    return found


def counted(lanes: BoardLanes) -> bool:
    return all(column.source.listing.exact and not column.source.listing.busy for column in lanes.columns)


def counts(lanes: BoardLanes) -> list[int]:
    return [column.source.count for column in lanes.columns]


def waiting(stage: Stage) -> list[object]:
    return [entry.intent for entry in stage.account.outbox.entries()]


def put_stages(stage: Stage, qtbot: QtBot, stages: Iterable[StageEntry]) -> None:
    """Have the server's stages be others, as a pull brings them."""
    entries = list(stages)
    stage.account.files.write.submit(CacheFile.put_dictionary, "stage", "zh", entries, 1).result()
    stage.account.note_dictionary("stage")
    qtbot.waitUntil(lambda: list(stage.account.collections.stages.values()) == entries)


def mouse(lanes: BoardLanes, kind: QEvent.Type, spot: QPoint) -> None:
    """Send a mouse event at a global position to the column where the button went down."""
    canvas = lanes.columns[1].view.viewport()
    released = kind is QEvent.Type.MouseButtonRelease
    held = Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.LeftButton if released else Qt.MouseButton.NoButton
    place = QPointF(canvas.mapFromGlobal(spot))
    event = QMouseEvent(kind, place, QPointF(spot), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def drag(lanes: BoardLanes, row: int, spot: QPoint, *, drop: bool = True) -> None:
    """Drag a card of the first stage to a global position."""
    view = lanes.columns[1].view
    start = view.card_area(row).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    begin = view.viewport().mapToGlobal(start)
    mouse(lanes, QEvent.Type.MouseMove, begin + QPoint(20, 20))
    mouse(lanes, QEvent.Type.MouseMove, spot)
    if drop:
        mouse(lanes, QEvent.Type.MouseButtonRelease, spot)


def middle(lanes: BoardLanes, column: int) -> QPoint:
    canvas = lanes.columns[column].view.viewport()
    return canvas.mapToGlobal(canvas.rect().center())


def test_a_column_a_stage_with_its_count_and_spoken_cards(stage: Stage, lanes: BoardLanes) -> None:
    sizes = [sum(number % 7 == place for number in range(300)) for place in range(5)]
    assert counts(lanes) == [300 - sum(sizes), *sizes]
    assert [column.name for column in lanes.columns] == ["No stage", *(one.name for one in world.STAGES)]
    view = lanes.columns[1].view
    reader = QAccessible.queryAccessibleInterface(view)
    assert reader.text(QAccessible.Text.Name) == f"{world.STAGES[0].name}, customers: {sizes[0]}"
    assert reader.role() is QAccessible.Role.Table
    # The headers that nobody sees are children too: a row of them, and one before each card.
    spoken = reader.child(view.cards.columnCount() + 2).text(QAccessible.Text.Name)
    assert spoken.startswith("张伟 <img src=x onerror=1>, VIP, 高意向")
    assert stage.screens.pages.board.page.zones.isHidden()


def test_a_card_is_dragged_to_another_stage_and_to_an_end(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    before = counts(lanes)
    first = lanes.columns[1].source.row(0)
    assert first is not None
    drag(lanes, 0, middle(lanes, 2), drop=False)
    assert stage.screens.pages.board.page.zones.isVisible()
    mouse(lanes, QEvent.Type.MouseButtonRelease, middle(lanes, 2))
    assert stage.screens.pages.board.page.zones.isHidden()
    qtbot.waitUntil(lambda: waiting(stage) == [SetStage(customer=first.id, stage="s1")])
    moved = [before[0], before[1] - 1, before[2] + 1, *before[3:]]
    qtbot.waitUntil(lambda: counts(lanes) == moved)
    second = lanes.columns[1].source.row(0)
    assert second is not None
    drag(lanes, 0, middle(lanes, 3), drop=False)
    zone = stage.screens.pages.board.page.zones.zones[1]
    lost = zone.mapToGlobal(zone.rect().center())
    mouse(lanes, QEvent.Type.MouseMove, lost)
    mouse(lanes, QEvent.Type.MouseButtonRelease, lost)
    qtbot.waitUntil(lambda: SetStage(customer=second.id, stage="s0", type=22) in waiting(stage))
    qtbot.waitUntil(lambda: counts(lanes) == moved)


def test_nothing_moves_on_escape_into_the_void_or_out_of_all_stages(
    stage: Stage, lanes: BoardLanes, qtbot: QtBot
) -> None:
    drag(lanes, 0, middle(lanes, 2), drop=False)
    press(Key.Key_Escape)
    assert stage.screens.pages.board.dragging.card is None
    mouse(lanes, QEvent.Type.MouseButtonRelease, middle(lanes, 2))
    drag(lanes, 0, stage.window.mapToGlobal(QPoint(SPACE[0], SPACE[0])))
    drag(lanes, 0, middle(lanes, 0))
    qtbot.waitUntil(lambda: stage.window.toasts.shown is not None)
    assert "cannot take a stage away" in stage.window.toasts.shown.text  # type: ignore[union-attr]
    press(Key.Key_M)
    press(Key.Key_Right)
    press(Key.Key_Escape)
    assert not stage.screens.pages.board.carrying.carrying
    assert waiting(stage) == []


def test_who_has_no_stage_is_asked_for_one_before_the_case_ends(
    stage: Stage, lanes: BoardLanes, qtbot: QtBot
) -> None:
    press(Key.Key_Left)
    customer = stage.screens.pages.board.current
    press(Key.Key_L)
    qtbot.waitUntil(lambda: stage.screens.staging.asking.picker is not None)
    press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: waiting(stage) == [SetStage(customer=customer, stage="s1", type=22)])
    qtbot.waitUntil(lambda: lanes.current is lanes.columns[2])
    assert stage.screens.pages.board.current == customer


def test_a_stage_removed_while_a_card_is_dragged_lets_it_be(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    spot = middle(lanes, 2)
    drag(lanes, 0, spot, drop=False)
    put_stages(stage, qtbot, [one for one in world.STAGES if one.id not in ("s0", "s1")])
    qtbot.waitUntil(lambda: [column.stage_id for column in lanes.columns] == ["", "s2", "s3", "s4"])
    assert stage.screens.pages.board.dragging.card is None
    assert waiting(stage) == []
    put_stages(stage, qtbot, [])
    qtbot.waitUntil(stage.screens.pages.board.page.empty.isVisible)


def test_a_customer_removed_meanwhile_leaves_its_column(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    before = counts(lanes)
    customer = stage.screens.pages.board.current
    press(Key.Key_M)
    stage.account.note_change(stage.account.files.write.submit(CacheFile.remove, [customer]).result())
    qtbot.waitUntil(lambda: counts(lanes) == [before[0], before[1] - 1, *before[2:]])
    press(Key.Key_Escape)
    assert waiting(stage) == []


def test_search_and_filters_are_those_of_the_customers(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    state = stage.screens.page.state
    state.put(None, OneOf("is_vip", (1,)))
    vips = sum(world.customer(number).number("is_vip") == 1 for number in range(300))
    assert 0 < vips < 300
    qtbot.waitUntil(lambda: counted(lanes) and sum(counts(lanes)) == vips)
    state.put(None, OneOf("stage_id", ("s2", "")))
    qtbot.waitUntil(lambda: [column.stage_id for column in lanes.columns] == ["", "s2"])
    state.clear()
    qtbot.waitUntil(lambda: len(lanes.columns) == 6)
    qtbot.waitUntil(lambda: counted(lanes) and sum(counts(lanes)) == 300)


class Noting(QPainter):
    """Notes the lines that are painted."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.lines: list[str] = []

    def drawStaticText(self, left: int, top: int, text: QStaticText) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.lines.append(text.text())
        super().drawStaticText(left, top, text)


def painted(stage: Stage, model: CardModel, row: RowLike, width: int) -> list[str]:
    """Return the lines of a card that is so many pixels wide."""
    painter, image = stage.screens.pages.board.page._painter, QImage(400, 200, QImage.Format.Format_ARGB32)
    noting = Noting(image)
    painter.paint(noting, QRect(0, 0, width, painter.height), row, model, CardState(), 1.0)
    noting.end()
    return noting.lines


def test_a_banned_card_says_so_in_words(stage: Stage, lanes: BoardLanes) -> None:
    model = lanes.columns[1].model
    rows = [(place, row) for place in range(model.rowCount()) if (row := model.row(place)) is not None]
    place, row = next((place, row) for place, row in rows if "Blacklisted" in model.spoken(row))
    assert "Blacklisted" in painted(stage, model, row, 300)
    model.noted = lambda _: [Mark("ban", "danger", "Blacklisted until Friday, 14:05", "until Friday, 14:05")]
    model.reformat()
    assert "Blacklisted until Friday" in model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "until Friday, 14:05" in painted(stage, model, row, 400)
    name, words = painted(stage, model, row, 150)[:2]
    assert model.name(row).startswith(name.removesuffix("…"))
    assert words.endswith("…")
    assert words.startswith("u")


def test_how_a_case_ended_is_said_on_its_card_in_words(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    column = lanes.columns[1]
    customer = column.view.current_card()
    assert customer is not None
    history = stage.account.files.write
    told = [StageSet("elsewhere", 21, 50), StageSet(column.stage_id, 22, 60), StageSet(column.stage_id, 21, 40)]
    for change in told:
        history.submit(lambda file, one: file.timelines.note_stage(customer.id, one), change).result()
    stage.screens.pages.board.ends.look()
    qtbot.waitUntil(lambda: "Lost" in column.model.spoken(customer))
    assert "Lost" in painted(stage, column.model, customer, 300)
    # A wish that waits counts before it is sent, and a case that goes on has no end.
    press(Key.Key_W)
    qtbot.waitUntil(lambda: "Won" in column.model.spoken(customer))
    stage.account.outbox.undo(answer=lambda _: None, failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: "Lost" in column.model.spoken(customer))
    history.submit(lambda file: file.timelines.note_stage(customer.id, StageSet(column.stage_id, 1, 70))).result()
    stage.screens.pages.board.ends.look()
    qtbot.waitUntil(lambda: "Lost" not in column.model.spoken(customer))


def test_a_move_renews_the_two_columns_it_touches(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    renewed = []
    for column in lanes.columns:
        column.source.listing.subscribe(
            lambda event, at=column.stage_id: renewed.append(at) if isinstance(event, Counted) else None
        )
    customer = stage.screens.pages.board.current
    press(Key.Key_Right, CONTROL)
    qtbot.waitUntil(lambda: {*renewed} == {"s0", "s1"})
    stage.account.note_change(Change(updated=tuple(f"c{number:06d}" for number in range(60))))
    qtbot.waitUntil(lambda: {*renewed} == {column.stage_id for column in lanes.columns})
    assert stage.screens.pages.board.current == customer


def test_a_column_that_waits_for_its_turn_is_not_taken_for_an_empty_one(stage: Stage) -> None:
    listing = stage.account.board.column("s0", FIELDS)
    assert listing.busy
    assert not listing.exact
    stage.account.board.drop("s0")


def test_hostile_names_of_stages_stay_text(stage: Stage, lanes: BoardLanes, qtbot: QtBot) -> None:
    put_stages(stage, qtbot, [StageEntry("s0", EVIL.encode("utf-8", "replace").decode(), 0), *world.STAGES[1:]])
    qtbot.waitUntil(lambda: lanes.columns[1].name.startswith("</b>"))
    assert "[RLO]" in lanes.columns[1]._title.text()
    assert lanes.columns[1].width() == lanes.columns[2].width()
