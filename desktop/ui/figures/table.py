"""The table under a chart: the same numbers, to be read, copied and exported."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QTableView,
    QWidget,
)

from desktop.qt.cells import PaddedCells
from desktop.qt.safetext import visible
from desktop.qt.tabletext import table_text
from desktop.sheets.writing import Cell
from desktop.ui.kit import Kit
from desktop.ui.wording.formats import Formats

AnyIndex = QModelIndex | QPersistentModelIndex


class FigureRows(QAbstractTableModel):
    """Titles and rows of texts and numbers; "" where nothing is known."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.titles: tuple[str, ...] = ()
        self.rows: list[tuple[Cell, ...]] = []

    def show(self, titles: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show these."""
        self.beginResetModel()
        self.titles, self.rows = tuple(titles), list(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.titles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, numbers by locale and to the right."""
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(cell, limit=300) if isinstance(cell, str) else self._formats.number(round(cell))
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.titles):
            if role == Qt.ItemDataRole.DisplayRole:
                return visible(self.titles[section], limit=80)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                numbers = bool(self.rows) and not isinstance(self.rows[0][section], str)
                side = Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class FigureTable(QTableView):
    """Shows `figures`; Ctrl+C copies the selected rows, or all."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.figures = FigureRows(kit.formats, self)
        self.setModel(self.figures)
        self.setItemDelegate(PaddedCells(self))
        self.setProperty("ring", True)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        kit.look.changed.connect(self._fit)
        self.figures.modelReset.connect(self._fit)
        self._fit()

    def copy(self) -> int:
        """Put the selected rows, or all, on the clipboard as a table; return how many."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = [self.figures.rows[row] for row in chosen] or self.figures.rows
        QGuiApplication.clipboard().setText(table_text([self.figures.titles, *rows]))
        return len(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; the rest moves."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._kit.look.row_height)
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for column in range(self.figures.columnCount()):
            header.resizeSection(column, min(max(header.sectionSize(column) + 16, 96), 280))
