"""A table of rows of an import, for the first rows and for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop.qt.cells import PaddedCells
from desktop.ui.importing.rows_model import FIXED, ImportRows
from desktop.ui.importing.words import ImportWords
from desktop.ui.kit import Kit

_WIDTHS = (56, 92, 360)
_CELL = 150


class Preview(QTableView):
    """Shows `rows`; the cells of the file are corrected in place when it is `editable`."""

    def __init__(
        self, kit: Kit, words: ImportWords, parent: QWidget | None = None, *, editable: bool = False
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.rows = ImportRows(kit.look, words, self)
        self.setModel(self.rows)
        self.setItemDelegate(PaddedCells(self))
        self.setProperty("ring", True)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
            if editable
            else triggers.NoEditTriggers
        )
        kit.look.changed.connect(self._fit)
        self.rows.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Correct the cell on Enter; Esc belongs to the window."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif (
            enter
            and self.currentIndex().isValid()
            and self.editTriggers()
            and self.state() != self.State.EditingState
        ):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._kit.look.row_height)
        header = self.horizontalHeader()
        for column in range(self.rows.columnCount()):
            width = _WIDTHS[column] if column < FIXED else _CELL
            header.resizeSection(column, self._kit.look.scaled(width))
