"""The line under the table keeps what can be done with a selection whole, however little room there is."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage


def cut(bar: QWidget) -> list[str]:
    """Return what of a bar is shown narrower than it needs."""
    parts = [part for part in bar.findChildren(QWidget) if part.isVisible() and part.property("kind")]
    parts += [part for part in bar.findChildren(QWidget) if part.isVisible() and part.property("type")]
    return [part.accessibleName() or str(part) for part in parts if part.width() < part.sizeHint().width()]


def test_at_double_size_beside_the_panel_nothing_is_cut(stage: Stage, qtbot: QtBot) -> None:
    page, bar = stage.screens.page, stage.screens.page.counts
    stage.window.resize(1440, 900)
    stage.window.show_panel(True)
    page.table.selection.select_all()
    qtbot.waitUntil(lambda: bar._chosen.text() == "· 300 selected")
    assert bar._clear.text() == "Clear selection"
    stage.look.set_scale(2.0)
    qtbot.waitUntil(lambda: bar._chosen.text() == "300 selected" and not cut(bar))
    assert (bar._clear.text(), bar._clear.accessibleName()) == ("", "Clear selection")
    assert "Clear selection" in bar._clear.toolTip()
    bar._clear.click()
    assert page.table.selection.empty
    stage.look.set_scale(1.0)
    page.table.selection.select_all()
    qtbot.waitUntil(lambda: bar._clear.text() == "Clear selection")
