"""Forms of customers as a person uses them, for tests."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import LineEditor
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.leaving import LeavingDialog
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.stage import Stage

FIRST = "c000000"


def opened(desk: Stage, qtbot: QtBot) -> FormFrame:
    """Press E in the table and return the form of the panel."""
    desk.window.activateWindow()
    desk.screens.page.table.setFocus()
    qtbot.waitUntil(desk.screens.page.table.hasFocus)
    press(Key.Key_E)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is not None)
    form = desk.screens.forms.in_panel
    assert form is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    return form.frame


def new_form(desk: Stage, qtbot: QtBot) -> FormFrame:
    """Press Ctrl+N and return the form of the window that opens."""
    desk.window.activateWindow()
    desk.screens.page.table.setFocus()
    qtbot.waitUntil(desk.screens.page.table.hasFocus)
    press(Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bool(desk.screens.forms.floating.windows))
    window = desk.screens.forms.floating.windows[-1]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.form


def editor(form: FormFrame, name: str) -> FieldEditor:
    return form.view.cells[name].editor


def line(form: FormFrame, name: str) -> QLineEdit:
    made = editor(form, name)
    assert isinstance(made, LineEditor)
    return made.line


def enter(form: FormFrame, name: str, text: str) -> None:
    """Replace the text of a field as a person does."""
    control = line(form, name)
    control.setFocus()
    control.selectAll()
    type_text(text)


def restart(stage: Stage) -> None:
    """End and begin anew as the program does."""
    stage.reset()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def put(stage: Stage, customer: Customer) -> None:
    """Let a pull bring a customer."""

    def write(file: CacheFile) -> object:
        return file.write_page([customer], detailed=True)

    change = stage.account.files.write.submit(write).result(10)
    stage.account.note_change(change)  # type: ignore[arg-type]


def asking(stage: Stage) -> LeavingDialog | None:
    found = [one for one in stage.window.findChildren(LeavingDialog) if one.isVisible()]
    return found[0] if found else None


def answer(desk: Stage, qtbot: QtBot, choose: Callable[[LeavingDialog], None]) -> None:
    """Leave the form and answer the question."""
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: asking(desk) is not None)
    dialog = asking(desk)
    assert dialog is not None
    choose(dialog)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is None)
