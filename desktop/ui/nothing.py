"""What stands in place of a list: it is empty, or broken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.errors import AppError
from desktop.qt.states import BrokenState, EmptyState
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import words_of
from desktop.workspace.status import Status


class Nothing(Translated, QStackedWidget):
    """Says why nothing is listed, and offers the one thing to do about it: `acted`, or `retried` when broken.

    A subclass says which by `show_empty` or `show_broken`, in `retranslate`.
    """

    acted = Signal()
    retried = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(kit.look, kit.icons, self)
        self._broken = BrokenState(kit.look, kit.icons, self)
        self.addWidget(self._empty)
        self.addWidget(self._broken)
        self._empty.acted.connect(self.acted)
        self._broken.retried.connect(self.retried)

    def show_empty(self, title: str, text: str, action: str = "", *, icon: str) -> None:
        """Say that there is nothing; with `action` there is a button."""
        self._empty.say(title, text, action, icon=icon)
        self.setCurrentWidget(self._empty)

    def show_broken(self, error: AppError) -> None:
        """Say what went wrong and what to do about it."""
        words = words_of(error)
        self._broken.say(words.what, words.meaning, words.todo, str(error))
        self.setCurrentWidget(self._broken)


class NothingPulled(Nothing):
    """The same for what comes with a pull, by the status of the account.

    A subclass says what is empty by `show_coming` and `show_none`.
    """

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._status = status
        self.retranslate()

    def show_status(self, status: Status) -> None:
        """Learn what the account is doing."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        status = self._status
        if status.as_of is None and status.progress is not None:
            self.show_coming()
        elif status.as_of is None and status.error is not None:
            self.show_broken(status.error)
        else:
            self.show_none()

    def show_coming(self) -> None:
        """Say that the first pull brings them."""
        raise NotImplementedError

    def show_none(self) -> None:
        """Say that there are none."""
        raise NotImplementedError
