"""The table of actions and their keys."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.qt.cells import PaddedCells
from desktop.qt.look import Look
from desktop.ui.actions.keymap import STANDARD, Keys, every_verb, keys_of
from desktop.ui.actions.registry import Verb, keys_text, section_title

AnyIndex = QModelIndex | QPersistentModelIndex
_ACTION, _KEYS, _STANDARD, _WHERE = range(4)
_KEYS_WIDTH, _WHERE_WIDTH = 130, 110


class KeyRows(QAbstractTableModel):
    """An action a row: its name, its keys, the standard where they differ, and where it works."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.verbs: list[Verb] = []
        self._chosen: Keys = STANDARD
        self._wanted = ""
        self._filter()

    def show_keys(self, chosen: Keys) -> None:
        """Show what the user chose."""
        self._chosen = chosen
        self._filter()

    def search(self, text: str) -> None:
        """Keep the actions whose name, keys or place holds every word typed."""
        self._wanted = text
        self._filter()

    def refresh(self) -> None:
        """Write everything anew: the language changed."""
        self._filter()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many actions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.verbs)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; keys that are not the standard are strong."""
        verb = self.verbs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(verb, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == _KEYS and verb.name in self._chosen:
            strong = QFont()
            strong.setWeight(QFont.Weight.DemiBold)
            return strong
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Action"), self.tr("Keys"), self.tr("Standard"), self.tr("Where"))[section]
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return int(left) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, verb: Verb, column: int) -> str:
        if column == _ACTION:
            return QCoreApplication.translate("Actions", verb.text)
        if column == _WHERE:
            return section_title(verb.section)
        if column == _KEYS:
            return keys_text(keys_of(verb, self._chosen)) or "–"
        if verb.fixed:
            return self.tr("fixed")
        return (keys_text(verb.keys) or "–") if verb.name in self._chosen else ""

    def _filter(self) -> None:
        self.beginResetModel()
        words = self._wanted.casefold().split()
        self.verbs = [verb for verb in every_verb() if all(word in self._told(verb) for word in words)]
        self.endResetModel()

    def _told(self, verb: Verb) -> str:
        texts = (self._text(verb, column) for column in range(4))
        return " ".join((*texts, verb.text, *keys_of(verb, self._chosen))).casefold()


class KeysTable(QTableView):
    """Shows `rows`. `change_wanted` on Enter or a double click, `none_wanted` on Del; the current row stays."""

    change_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = ""
        self.rows = KeyRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PaddedCells(self))
        self.setProperty("ring", True)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(_ACTION, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._fit)
        self.doubleClicked.connect(lambda _index: self.change_wanted.emit())
        self.rows.modelAboutToBeReset.connect(self._keep)
        self.rows.modelReset.connect(self._bring_back)
        self._fit()
        self.selectRow(0)

    @property
    def current(self) -> Verb | None:
        """The action the user is at."""
        row = self.currentIndex().row()
        return self.rows.verbs[row] if 0 <= row < len(self.rows.verbs) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change or take away the keys of the current action; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.none_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: the search above finds."""

    def _keep(self) -> None:
        self._kept = self.current.name if self.current is not None else ""

    def _bring_back(self) -> None:
        names = [verb.name for verb in self.rows.verbs]
        self.selectRow(names.index(self._kept) if self._kept in names else 0)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.row_height)
        header = self.horizontalHeader()
        header.setFixedHeight(self._look.header_height)
        for column, width in ((_KEYS, _KEYS_WIDTH), (_STANDARD, _KEYS_WIDTH), (_WHERE, _WHERE_WIDTH)):
            header.resizeSection(column, self._look.scaled(width))
