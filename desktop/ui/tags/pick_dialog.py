"""Asks for one of several tags or groups, before a job over tags is counted."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import while_there
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.tags.matching import matcher
from desktop.workspace.lookups.readings import Readings

_WIDTH = 420
_SHORT = 6
"""Entries that are seen at a glance."""
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})

Spell: TypeAlias = Callable[[Sequence[str], Callable[[Readings], None]], None]
"""Hands the readings of texts to its second argument."""


class Purpose(Enum):
    """What is asked."""

    SURVIVOR = auto()
    """Which tag stays when others are merged into it."""
    DESTINATION = auto()
    """Which group tags are moved to."""
    BROKEN = auto()
    """Which group's broken single choice is mended."""
    KEPT = auto()
    """Which tag of a single-choice group customers keep."""


class PickDialog(Translated, QDialog):
    """Accepted: `chosen` is the id of one of the `entries`, which are (id, text).

    A long list is narrowed by typing; `spell` gives the readings of its texts for that.
    """

    def __init__(
        self,
        purpose: Purpose,
        entries: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        spell: Spell | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(roomy(_WIDTH))
        self._purpose = purpose
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._hint = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.filter = QLineEdit(self)
        self._readings: Readings = {}
        self.list = QListWidget(self)
        self.list.setProperty("ring", True)
        self._cancel = Button("", self)
        self.go_on = Button("", self, kind="primary")
        self.go_on.setDefault(True)
        for key, text in entries:
            item = QListWidgetItem(visible(text, limit=120), self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.list.setCurrentRow(0)
        self.filter.setVisible(len(entries) > _SHORT)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self._cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._take)
        self.list.itemDoubleClicked.connect(self._take)
        self.list.currentRowChanged.connect(self._refresh)
        self._lay_out()
        self.retranslate()
        self._refresh()
        (self.list if self.filter.isHidden() else self.filter).setFocus()
        if spell is not None and not self.filter.isHidden():
            spell([self.list.item(row).text() for row in range(self.list.count())], while_there(self, self._learn))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the focus is in the filter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            QCoreApplication.sendEvent(self.list, event)
            return True
        return False

    @property
    def chosen(self) -> str:
        """The id of the current entry, empty when there is none."""
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return ""
        return str(item.data(Qt.ItemDataRole.UserRole))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        title, hint = self._texts()
        self._title.setText(title)
        self._hint.setText(hint)
        self.setWindowTitle(title)
        self.list.setAccessibleName(title)
        self.filter.setPlaceholderText(self.tr("Type to search…"))
        self.filter.setAccessibleName(self.tr("Search the list"))
        self._cancel.setText(self.tr("Cancel"))
        self.go_on.setText(self.tr("Next"))

    def _texts(self) -> tuple[str, str]:
        match self._purpose:
            case Purpose.SURVIVOR:
                hint = self.tr("The customers of the others get this one instead; the others are deleted.")
                return self.tr("Which tag stays?"), hint
            case Purpose.DESTINATION:
                hint = self.tr("The tags keep their names, parameter names and customers.")
                return self.tr("Move to which group?"), hint
            case Purpose.BROKEN:
                return self.tr("Put which group in order?"), self.tr("Each of these groups allows one tag only.")
            case Purpose.KEPT:
                hint = self.tr("Who has several and not this one keeps the first in the order of the list.")
                return self.tr("Which tag stays when a customer has several?"), hint

    def _learn(self, readings: Readings) -> None:
        self._readings = readings
        self._narrow()

    def _narrow(self) -> None:
        matches = matcher(self.filter.text(), self._readings)
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(not matches(item.text()))
        shown = [item for item in items if not item.isHidden()]
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])
        self._refresh()

    def _refresh(self) -> None:
        self.go_on.setEnabled(bool(self.chosen))

    def _take(self) -> None:
        if self.chosen:
            self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        for part in (self._title, self._hint, self.filter, self.list):
            column.addWidget(part)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(foot(self._cancel, self.go_on))
