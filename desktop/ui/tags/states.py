"""What stands in place of the groups when there are none: empty, on their way, or broken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.qt.states import BrokenState, EmptyState
from desktop.ui.errortext import words_of
from desktop.ui.kit import Kit
from desktop.ui.translated import Translated
from desktop.workspace.status import Status


class NoGroups(Translated, QStackedWidget):
    """Says why there are no groups, and offers the one thing to do about it."""

    new_wanted = Signal()
    pull_wanted = Signal()

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._empty = EmptyState(kit.look, kit.icons, self, icon="tags")
        self._broken = BrokenState(kit.look, kit.icons, self)
        self.addWidget(self._empty)
        self.addWidget(self._broken)
        self._empty.acted.connect(self.new_wanted)
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
            self._empty.say(
                self.tr("The tags are on their way"), self.tr("They come with the first pull."), icon="download"
            )
            return
        text = self.tr("A group holds tags of one kind, such as “Intent” or “Channel”, in one colour.")
        self._empty.say(self.tr("No tag groups yet"), text, self.tr("New group"), icon="tags")
