"""Dialogs: awaited, opened and never executed, so that everything else goes on; as tall as their texts need."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.qt.buttons import Button, ButtonKind, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import is_there
from desktop.qt.room import roomy
from desktop.qt.theme import SPACE

_NARROWEST = 360


async def answered(dialog: QDialog) -> bool:
    """Open a dialog over its window and return whether it was accepted.

    When the waiting task is cancelled the dialog is closed. It is deleted afterwards.
    """
    # The loop's module is not there yet when the first row is painted.
    import asyncio  # noqa: PLC0415

    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        return await answer == QDialog.DialogCode.Accepted
    finally:
        # Its window may have gone, and it with that.
        if is_there(dialog):
            dialog.finished.disconnect(finished)
            dialog.close()
            dialog.deleteLater()


def open_dialog(dialog: QDialog, accepted: Callable[[], None]) -> None:
    """Open a dialog over its window; `accepted` is called when it is, and the dialog deleted after either."""
    dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


async def ask(parent: QWidget, question: str, meaning: str, yes: str, no: str, *, destroys: bool = False) -> bool:
    """Ask before something is done and return the answer; Escape is no.

    `yes` and `no` are the verbs on the buttons. When it `destroys` something, "no" has the focus.
    """
    return await answered(Question(parent, question, meaning, yes, no, destroys=destroys))


def fit_height(dialog: QDialog, width: int) -> None:
    """Give a dialog `width` pixels and the height its layout asks for at that width."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.setFixedSize(width, height)


class Question(QDialog):
    """A question with its meaning and two verbs; accepted is yes."""

    def __init__(
        self, parent: QWidget, question: str, meaning: str, yes: str, no: str, *, destroys: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(question)
        self.setMinimumWidth(roomy(_NARROWEST))
        kind: ButtonKind = "destroy" if destroys else "primary"
        self.yes = Button(yes.replace("&", "&&"), self, kind=kind)
        self.no = Button(no.replace("&", "&&"), self)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        first = self.no if destroys else self.yes
        for button in (self.yes, self.no):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
        first.setDefault(True)
        first.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(PlainLabel(question, self, type="section", wrap=True))
        if meaning:
            column.addWidget(PlainLabel(meaning, self, tone="secondary", wrap=True))
        column.addSpacing(SPACE[1])
        column.addLayout(foot(self.no, self.yes))
