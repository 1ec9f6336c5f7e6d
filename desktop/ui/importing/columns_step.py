"""The second step: what each column of the file is, guessed, and changed where the guess is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.sheets.headers import IGNORED, targets, title
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.importing.preview import Preview
from desktop.ui.importing.state import Draft
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import sentence

_SAMPLES = 3
_FIELD_WIDTH = 220


class ColumnsStep(Translated, QWidget):
    """`changed(mapping)` when a column was given another meaning."""

    changed = Signal(tuple)

    def __init__(self, kit: Kit, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._draft: Draft | None = None
        self.fields: list[QComboBox] = []
        self._text = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.trouble = PlainLabel(parent=self, tone="danger", wrap=True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._below = PlainLabel(parent=self, strong=True)
        self.preview = preview
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self._text)
        column.addWidget(self._area, 3)
        column.addWidget(self.trouble)
        column.addWidget(self._below)
        column.addWidget(preview, 2)
        self.retranslate()

    def show(self, draft: Draft | None = None) -> None:
        """Show the columns of a file."""
        if draft is not None:
            self._draft = draft
            self._fill(draft)
        super().show()

    def show_error(self, error: AppError | None) -> None:
        """Show what is wrong with the choice, None: nothing."""
        self.trouble.setText("" if error is None else sentence(error))
        self.trouble.setVisible(error is not None)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._text.setText(self.tr("Look whether every column is understood as it is meant."))
        self._below.setText(self.tr("The first rows, as they would be imported"))
        self.preview.setAccessibleName(self._below.original())
        if self._draft is not None:
            self._fill(self._draft)

    def _fill(self, draft: Draft) -> None:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, SPACE[1], 0)
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[0])
        grid.setColumnStretch(1, 1)
        for place, text in enumerate((self.tr("Column of the file"), self.tr("Holds"), self.tr("Is imported as"))):
            grid.addWidget(PlainLabel(text, sheet, type="secondary", tone="secondary"), 0, place)
        offered = [(IGNORED, self.tr("Not imported"))]
        offered += [(one, title(one, draft.language, draft.fields)) for one in targets(draft.fields)]
        self.fields = [self._line(grid, draft, place, offered) for place in range(len(draft.mapping))]
        grid.setRowStretch(len(draft.mapping) + 1, 1)
        self._area.setWidget(sheet)

    def _line(self, grid: QGridLayout, draft: Draft, place: int, offered: Sequence[tuple[str, str]]) -> QComboBox:
        name = draft.sheet.titles[place] or self.tr("Column {number}").format(number=place + 1)
        held = [row.cells[place].strip() for row in draft.sheet.rows[:20] if row.cells[place].strip()]
        samples = ", ".join(visible(text, limit=24) for text in dict.fromkeys(held[:_SAMPLES]))
        box = QComboBox()
        box.setMinimumWidth(self._kit.look.scaled(_FIELD_WIDTH))
        box.setMaxVisibleItems(16)
        box.setAccessibleName(self.tr("{column} is imported as").format(column=visible(name, limit=60)))
        for target, text in offered:
            box.addItem(visible(text, limit=60), target)
        box.setCurrentIndex(max(0, box.findData(draft.mapping[place])))
        box.currentIndexChanged.connect(self._tell)
        grid.addWidget(PlainLabel(name, elide=True), place + 1, 0)
        grid.addWidget(PlainLabel(samples, tone="secondary", elide=True), place + 1, 1)
        grid.addWidget(box, place + 1, 2)
        return box

    def _tell(self) -> None:
        self.changed.emit(tuple(str(box.currentData()) for box in self.fields))
