from pytestqt.qtbot import QtBot

from desktop.workspace.status import Progress
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
