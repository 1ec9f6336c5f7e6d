"""Names in a short list: the first of them, and how many more there are."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.tags.groupwords import CountedTags

_LINES = 7


class PeopleList(Translated, QFrame):
    """Lists names literally; hidden while there are none."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._more = 0
        self._names = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._names)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setProperty("bare", True)
        self._list.setProperty("ring", True)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest = PlainLabel(parent=self, type="secondary", tone="secondary")
        self._rest.setContentsMargins(theme.SPACE[2], 0, theme.SPACE[2], theme.SPACE[1])
        self.setProperty("surface", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self._rest)
        self.hide()
        self.retranslate()

    def show_names(self, names: Sequence[str], total: int, title: str) -> None:
        """List these of `total` names; `title` says what they are."""
        self._names.setStringList([visible(name, limit=200) or "—" for name in names])
        self._list.setAccessibleName(title)
        self._more = total - len(names)
        row = max(self._list.sizeHintForRow(0), self._kit.look.control_height - theme.SPACE[0])
        self._list.setFixedHeight(min(len(names), _LINES) * row + 2 * theme.SPACE[1])
        self.setVisible(bool(names))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._rest.setVisible(self._more > 0)
        self._rest.setText(CountedTags().more(self._more))
