"""The panel fills from the top down, a few fields a turn of the event loop: what is shown stays where it is."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.customers.customer import Customer
from desktop.ui.detail.block_view import BlockView
from desktop.ui.detail.field_view import FieldView
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.detail.record import Line, blocks_of
from tests.ui.keys import Key, press
from tests.ui.stage import Stage

TURNS = 100


@pytest.fixture
def panel(stage: Stage) -> DetailPanel:
    assert stage.screens.panel.isVisible()
    return stage.screens.panel


def customer(stage: Stage, qtbot: QtBot, customer_id: str) -> Customer:
    found: list[Customer | None] = []
    stage.account.customer(customer_id, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] is not None
    return found[0]


def shown(panel: DetailPanel) -> dict[str, tuple[Line, int]]:
    """Return the fields that are shown, from the top down, each with its height in the panel."""
    QApplication.sendPostedEvents()
    views = [view for view in panel.findChildren(FieldView) if view.isVisible()]
    tops = {view: view.mapTo(panel._body, QPoint()).y() for view in views}
    return {view.line.key: (view.line, tops[view]) for view in sorted(views, key=lambda one: tops[one])}


def wanted(stage: Stage, one: Customer) -> list[Line]:
    return [line for block in blocks_of(one, stage.screens._words.texts) for line in block.filled]


def test_the_first_customer_comes_in_parts_and_nothing_moves(
    stage: Stage, panel: DetailPanel, qtbot: QtBot
) -> None:
    lines = wanted(stage, customer(stage, qtbot, "c000000"))
    assert len(lines) > 12
    panel.show_customer(customer(stage, qtbot, "c000000"))
    assert panel.header.isVisible()
    assert shown(panel) == {}
    states = [shown(panel)]
    while len(states[-1]) < len(lines) and len(states) < TURNS:
        QApplication.processEvents()
        states.append(shown(panel))
    assert {line.key for line, _ in states[-1].values()} == {line.key for line in lines}
    parts = [state for state in states if 0 < len(state) < len(lines)]
    assert parts
    for part in parts:
        assert part == {key: states[-1][key] for key in list(states[-1])[: len(part)]}


def test_another_customer_in_the_middle_leaves_nothing_of_the_first(
    stage: Stage, panel: DetailPanel, qtbot: QtBot
) -> None:
    first, second = customer(stage, qtbot, "c000000"), customer(stage, qtbot, "c000001")
    panel.show_customer(first)
    QApplication.processEvents()
    panel.show_customer(second)
    lines = {line.key: line for line in wanted(stage, second)}
    for _ in range(TURNS):
        for key, (line, _top) in shown(panel).items():
            assert lines[key] == line
        if len(shown(panel)) == len(lines):
            break
        QApplication.processEvents()
    assert len(shown(panel)) == len(lines)


def test_the_same_customer_read_again_and_empty_fields_come_at_once(
    stage: Stage, panel: DetailPanel, qtbot: QtBot
) -> None:
    one = customer(stage, qtbot, "c000000")
    panel.show_customer(one)
    assert panel.findChild(QCheckBox).isHidden()
    panel.show_customer(one)
    assert len(shown(panel)) == len(wanted(stage, one))
    box = panel.findChild(QCheckBox)
    assert box.isVisible()
    box.setChecked(True)
    every = [line for block in blocks_of(one, stage.screens._words.texts) for line in block.lines]
    assert len(shown(panel)) == len(every) > len(wanted(stage, one))


def test_an_account_that_closes_in_the_middle_takes_the_rest_along(
    stage: Stage, panel: DetailPanel, qtbot: QtBot
) -> None:
    panel.show_customer(customer(stage, qtbot, "c000000"))
    stage.reset()
    for _ in range(10):
        QApplication.processEvents()
    assert stage.screens.panel is not panel
    assert stage.screens.panel.findChildren(BlockView) == []


def test_the_keyboard_goes_through_the_fields_from_the_top_down(
    stage: Stage, panel: DetailPanel, qtbot: QtBot
) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    one = customer(stage, qtbot, "c000000")
    panel.show_customer(one)
    qtbot.waitUntil(lambda: len(shown(panel)) == len(wanted(stage, one)))
    views = {view.line.key: view for view in panel.findChildren(FieldView) if view.isVisible()}
    order = [views[key] for key in shown(panel)]
    order[0]._value.setFocus()
    passed = [0]
    for _ in range(200):
        press(Key.Key_Tab)
        focus = stage.window.focusWidget()
        place = next((n for n, view in enumerate(order) if focus is not None and view.isAncestorOf(focus)), None)
        if place is None or place == 0:
            break
        if place != passed[-1]:
            passed.append(place)
    assert len(passed) > 12
    assert passed == sorted(passed)


def test_only_a_long_value_has_a_button_that_unfolds_it(qtbot: QtBot) -> None:
    short, long = Line("a", "A", "short"), Line("a", "A", "long " * 100)
    view = FieldView(short)
    qtbot.addWidget(view)
    view.show()
    assert view.findChild(QPushButton) is None
    view.show_line(long)
    more = view.findChild(QPushButton)
    assert more is not None
    assert more.isVisible()
    more.click()
    assert view._value.original() == long.text
    view.show_line(short)
    assert not more.isVisible()
