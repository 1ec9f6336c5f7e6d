"""A group of fields under its heading, in one column or two."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.folding import Spans
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.ui.detail.field_view import FieldView
from desktop.ui.detail.record import Block, Line

_TWO_COLUMNS = 280
"""Width from which short values stand two abreast."""
_SHORT = 18
"""Width, in Latin letters, up to which a value is short; a Chinese character counts double."""


class BlockView(QWidget):
    """One block. The widgets of its fields are made once and used again for the next customer."""

    def __init__(self, parent: QWidget | None = None, *, spotted: Callable[[str], Spans] | None = None) -> None:
        """Make an empty block; `spotted` is what its fields get."""
        super().__init__(parent)
        self._spotted = spotted
        self._fields: list[FieldView] = []
        self._lines: tuple[Line, ...] = ()
        self._columns = 2
        self._title = PlainLabel(parent=self, strong=True, elide=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE[3])
        self._grid.setVerticalSpacing(theme.SPACE[2])
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE[2])
        column.setSpacing(theme.SPACE[1])
        column.addWidget(self._title)
        column.addLayout(self._grid)
        # Laid out once, when all its fields are in it.
        self.hide()

    def show_block(self, block: Block, *, empties: bool) -> int:
        """Show a block's fields, the empty ones only when asked; return how many had to be made for it."""
        self._title.setText(block.title)
        self.setAccessibleName(block.title)
        self._lines = block.lines if empties else block.filled
        for view, line in zip(self._fields, self._lines, strict=False):
            view.show_line(line)
        made = [FieldView(line, self, spotted=self._spotted) for line in self._lines[len(self._fields) :]]
        self._fields += made
        self._place()
        self.setVisible(bool(self._lines))
        return len(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand short fields two abreast where there is room."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for view in self._fields:
            # Not takeAt: the item it returns lives on, and the widget tells its new sizes to that one.
            self._grid.removeWidget(view)
        self._grid.setColumnStretch(1, 1 if self._columns == 2 else 0)
        for view in self._fields[len(self._lines) :]:
            view.hide()
        for view, (row, column, span) in zip(self._fields, _places(self._lines, self._columns), strict=False):
            self._grid.addWidget(view, row, column, 1, span)
            view.show()


def _places(lines: Sequence[Line], columns: int) -> list[tuple[int, int, int]]:
    """Return row, column and width of each field: long values take a whole row."""
    places: list[tuple[int, int, int]] = []
    row = column = 0
    for line in lines:
        wide = columns == 1 or _width(line.text) > _SHORT or "\n" in line.text
        if wide and column:
            row, column = row + 1, 0
        places.append((row, column, columns if wide else 1))
        column = 0 if wide else (column + 1) % columns
        row += 0 if column else 1
    return places


def _width(text: str) -> int:
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text[: _SHORT + 1])
