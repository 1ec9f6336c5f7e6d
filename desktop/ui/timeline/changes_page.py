"""The page of what changed, field by field."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.qt.states import EmptyState
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.timeline.changes import changes_of
from desktop.ui.timeline.entries import Told
from desktop.ui.timeline.list import TimelineList
from desktop.ui.timeline.words import TimelineWords
from desktop.workspace.timeline.timelines import Timeline


class ChangesPage(Translated, QWidget):
    """Lists the changes of every field as far as the history was read."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TimelineWords(self)
        self.list = TimelineList(kit, self, dated=True)
        self._empty = EmptyState(kit.look, kit.icons, self, icon="history")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.retranslate()

    def show_changes(self, timeline: Timeline, entries: Sequence[Told], *, online: bool) -> None:
        """Show the changes in these entries."""
        rows = changes_of(entries, self._words.end(timeline, bool(entries), online=online))
        self.list.rows.show(rows)
        self.list.look_ahead()
        self._stack.setCurrentIndex(0 if rows or not timeline.loaded else 1)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Changes"))
        self._empty.say(
            self.tr("No change is known"), self.tr("As far as the history of this customer is on this computer.")
        )
