import json

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.qt.table import DataTable

DECLARED = ("name", "phone", "tags", "stage", "agent", "company", "visits", "updated")


def test_it_begins_as_declared(table: DataTable) -> None:
    assert table.arrangement.shown() == DECLARED


def test_a_state_comes_back_the_same(table: DataTable, qtbot: QtBot) -> None:
    arrangement = table.arrangement
    with qtbot.waitSignal(arrangement.changed):
        arrangement.set_shown("email", True)
    arrangement.set_shown("agent", False)
    arrangement.move("updated", -5)
    table.horizontalHeader().resizeSection(1, 201)
    state = json.loads(json.dumps(arrangement.state()))
    shown = arrangement.shown()
    arrangement.reset()
    assert arrangement.shown() == DECLARED
    arrangement.restore(state)
    assert arrangement.shown() == shown
    assert table.horizontalHeader().sectionSize(1) == 201


@pytest.mark.parametrize(
    "state",
    [{"order": 3, "hidden": "all", "widths": []}, {"order": ["gone", "tags", "tags"], "widths": {"tags": -4}},
     {"order": [1, None], "hidden": [["x"]], "widths": {"phone": True, "stage": 10**9}}],
)  # fmt: skip
def test_nonsense_is_survived(table: DataTable, state: dict[str, object]) -> None:
    table.arrangement.restore(state)
    assert table.arrangement.shown()[0] == "name"
    assert set(table.arrangement.shown()) == set(DECLARED)
    assert table.horizontalHeader().sectionSize(3) <= 1_000


def test_a_column_of_a_later_version_stands_as_declared(table: DataTable) -> None:
    table.arrangement.restore({"order": ["name", "stage"], "hidden": ["stage"], "widths": {}})
    assert "stage" not in table.arrangement.shown()
    assert "email" not in table.arrangement.shown()
    assert "tags" in table.arrangement.shown()


def test_the_first_column_stays_first_and_shown(table: DataTable) -> None:
    table.arrangement.set_shown("name", False)
    table.arrangement.move("name", 3)
    table.arrangement.move("phone", -9)
    assert table.arrangement.shown()[:2] == ("name", "phone")


def test_restoring_is_not_the_users_doing(table: DataTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.arrangement.changed):
        table.arrangement.restore({"order": ["name", "tags"], "widths": {"tags": 90}})


def test_the_pinned_column_is_resized_while_others_are_under_it(table: DataTable, qtbot: QtBot) -> None:
    table.horizontalScrollBar().setValue(150)
    header = table.horizontalHeader()
    edge = QPoint(header.sectionSize(0), 10)
    before = header.sectionSize(0)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(30, 0))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(30, 0))
    assert header.sectionSize(0) == before + 30


def test_a_double_click_on_an_edge_fits_the_column(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(2) - 1, 10)
    qtbot.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    fitted = header.sectionSize(1)
    assert fitted < 140
    company = DECLARED.index("company")
    table.arrangement.set_shown("tags", False)
    before = header.sectionSize(5)
    table.fit_column(5)
    assert header.sectionSize(5) > before
    assert not table.tip_at(QPoint(header.sectionViewportPosition(company) + 20, 48))
