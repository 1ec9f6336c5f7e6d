"""Undo and redo in the window: what was taken back is told by its name."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError, Irrevocable
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph


class Undoing(QObject):
    """Ctrl+Z and Ctrl+Shift+Z over the outbox of one account.

    The keys never rest: what they find to undo is decided after the gestures made before them.
    """

    def __init__(self, window: MainWindow, account: EditedAccount) -> None:
        super().__init__(window)
        self._window = window
        self._outbox = account.outbox
        window.registry.add(verbs.UNDO, self.undo)
        window.registry.add(verbs.REDO, self.redo)

    def undo(self) -> None:
        """Take the last gesture back."""
        self._outbox.undo(answer=self._on_undone, failed=self._failed(self.undo))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._outbox.redo(answer=self._on_redone, failed=self._failed(self.redo))

    def _on_undone(self, label: str | None) -> None:
        if label is None:
            self._tell(self.tr("There is nothing to undo"), Tone.NEWS)
        else:
            self._tell(self.tr("Undone: {what}").format(what=label), Tone.DONE, self.tr("Redo"), self.redo)

    def _on_redone(self, label: str | None) -> None:
        if label is None:
            self._tell(self.tr("There is nothing to redo"), Tone.NEWS)
        else:
            self._tell(self.tr("Done again: {what}").format(what=label), Tone.DONE, self.tr("Undo"), self.undo)

    def _failed(self, again: Callable[[], None]) -> Callable[[AppError], None]:
        def tell(error: AppError) -> None:
            if isinstance(error, Irrevocable):
                self._tell(paragraph(error), Tone.NEWS)
                return
            self._tell(paragraph(error), Tone.ERROR, self.tr("Try again"), again)

        return tell

    def _tell(self, text: str, tone: Tone, action: str = "", act: Callable[[], None] | None = None) -> None:
        self._window.toasts.tell(Toast(text, tone, action, act, "edit"))
