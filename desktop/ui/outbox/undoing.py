"""Undo and redo in the window: what was taken back is told by its name."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from desktop.domain.errors import AppError, Irrevocable
from desktop.qt.toast import Toast, Tone
from desktop.ui import verbs
from desktop.ui.errortext import paragraph
from desktop.ui.main_window import MainWindow
from desktop.ui.outbox.ports import EditedAccount
from desktop.workspace.events import AccountEvent, CollectionChanged, CustomersChanged, OutboxChanged

_SOON_MS = 250


class Undoing(QObject):
    """Ctrl+Z and Ctrl+Shift+Z over the outbox of one account."""

    def __init__(self, window: MainWindow, account: EditedAccount) -> None:
        super().__init__(window)
        self._window = window
        self._outbox = account.outbox
        self._undo = window.registry.add(verbs.UNDO, self.undo)
        self._redo = window.registry.add(verbs.REDO, self.redo)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._unsubscribe = account.subscribe(self._on_event)
        self._refresh()

    def close(self) -> None:
        """Stop following the account."""
        self._unsubscribe()
        self._soon.stop()

    def undo(self) -> None:
        """Take the last gesture back."""
        self._outbox.undo(answer=self._on_undone, failed=self._failed(self.undo))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._outbox.redo(answer=self._on_redone, failed=self._failed(self.redo))

    def _on_event(self, event: AccountEvent) -> None:
        if isinstance(event, OutboxChanged | CollectionChanged):
            # A job that deletes tags is a step as soon as they are gone.
            self._refresh()
        elif isinstance(event, CustomersChanged):
            # A job leaves a step behind too.
            self._soon.start()

    def _refresh(self) -> None:
        self._outbox.steps(self._on_steps)

    def _on_steps(self, labels: tuple[str | None, str | None]) -> None:
        if isValid(self._undo) and isValid(self._redo):
            self._undo.setEnabled(labels[0] is not None)
            self._redo.setEnabled(labels[1] is not None)

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
