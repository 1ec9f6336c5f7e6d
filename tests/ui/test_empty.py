from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.buttons import Button
from desktop.workspace.status import Progress
from tests.ui import world
from tests.ui.forming import put
from tests.ui.keys import Key, press
from tests.ui.stage import Stage


def test_an_account_without_customers_explains_and_offers_a_pull(empty_stage: Stage, qtbot: QtBot) -> None:
    page = empty_stage.screens.page
    assert page._empty.reason == "no_customers"
    with qtbot.waitSignal(page.pull_wanted):
        page._empty._empty.acted.emit()


def test_while_the_first_pull_runs_the_page_says_so(empty_stage: Stage) -> None:
    empty_stage.status(progress=Progress("customers"))
    assert empty_stage.screens.page._empty.reason == "pulling"
    empty_stage.status(progress=None)
    assert empty_stage.screens.page._empty.reason == "no_customers"


def test_the_keyboard_waits_for_the_first_customers_where_they_come(empty_stage: Stage, qtbot: QtBot) -> None:
    page = empty_stage.screens.page
    with qtbot.waitActive(empty_stage.window):
        empty_stage.window.activateWindow()
    [pull] = [button for button in page._empty.findChildren(Button) if button.isVisible()]
    pull.setFocus()
    qtbot.waitUntil(pull.hasFocus)
    empty_stage.status(progress=Progress("customers"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._empty.isAncestorOf(focused)
    for number in range(3):
        put(empty_stage, world.customer(number))
    qtbot.waitUntil(lambda: page._listing.count == 3)
    qtbot.waitUntil(page.table.hasFocus)
    press(Key.Key_Down)
    assert page.table.currentIndex().row() == 0
