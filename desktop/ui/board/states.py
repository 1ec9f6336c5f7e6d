"""What stands in place of the columns when there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.qt.states import BrokenState, EmptyState
from desktop.ui.errortext import words_of
from desktop.ui.kit import Kit
from desktop.ui.translated import Translated
from desktop.workspace.status import Status


class NoStages(Translated, QStackedWidget):
    """Says why there are no stages, and offers the one thing to do about it."""

    pull_wanted = Signal()

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._empty = EmptyState(kit.look, kit.icons, self, icon="board")
        self._broken = BrokenState(kit.look, kit.icons, self)
        self.addWidget(self._empty)
        self.addWidget(self._broken)
        self._empty.acted.connect(self.pull_wanted)
        self._broken.retried.connect(self.pull_wanted)
        self.retranslate()

    def show_status(self, status: Status) -> None:
        """Learn what the account is doing."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        status = self._status
        if status.error is not None and status.as_of is None and status.progress is None:
            words = words_of(status.error)
            self._broken.say(words.what, words.meaning, words.todo, str(status.error))
            self.setCurrentWidget(self._broken)
            return
        self.setCurrentWidget(self._empty)
        if status.progress is not None and status.as_of is None:
            text = self.tr("They come with the first pull.")
            self._empty.say(self.tr("The stages are on their way"), text, icon="download")
            return
        text = self.tr("Follow-up stages are made in the Sobot console. They come here with the next pull.")
        self._empty.say(self.tr("No follow-up stages yet"), text, self.tr("Pull now"), icon="board")
