"""A group of a form: a heading that may fold, and editors in one column or two."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.fields.editor import FieldEditor, Told, said
from desktop.ui.kit import Kit

_TWO_COLUMNS = 460
"""Width from which fields stand two abreast."""


class Cell(Translated, QWidget):
    """An editor, and under it what somebody else made of the field meanwhile. `taken` when that is preferred."""

    taken = Signal()

    def __init__(self, editor: FieldEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self._theirs = ""
        editor.setParent(self)
        self._news = PlainLabel(parent=self, type="secondary", tone="warning", wrap=True)
        self._take = Button("", self, kind="link")
        self._take.clicked.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[0])
        column.addWidget(editor)
        column.addWidget(self._news)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.retranslate()

    def show_theirs(self, text: str | None) -> None:
        """Say what the record has now beside what the user entered, None for nothing."""
        self._theirs = text or ""
        for part in (self._news, self._take):
            part.setVisible(text is not None)
        self._news.setText(
            self.tr("Changed meanwhile to: {value}").format(value=self._theirs or self.tr("nothing"))
        )
        self._take.setAccessibleName(f"{self._take.text()}: {self.editor.title()}")

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._take.setText(self.tr("Use that"))
        self.show_theirs(self._theirs if not self._news.isHidden() and self._theirs else None)


class FormSection(Translated, QWidget):
    """Editors under a heading; a `folding` one can be shut, and is at first.

    `title` returns the heading in the language shown, `wide` names the editors that take a whole row.
    """

    def __init__(
        self,
        title: Callable[[], str],
        kit: Kit,
        parent: QWidget,
        *,
        wide: Sequence[str] = (),
        folding: bool = False,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._said: Told = ""
        self._kit = kit
        self._wide = frozenset(wide)
        self._columns = 0
        self.cells: list[Cell] = []
        self._label = PlainLabel(parent=self, strong=True, elide=True)
        self.note = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        self.note.hide()
        self._fold = QToolButton(self)
        self._fold.setCheckable(True)
        self._fold.setChecked(not folding)
        self._fold.setVisible(folding)
        self._fold.toggled.connect(self._on_fold)
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE[3])
        self._grid.setVerticalSpacing(theme.SPACE[2])
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE[0])
        head.addWidget(self._fold)
        head.addWidget(self._label, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE[2])
        column.setSpacing(theme.SPACE[1])
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self._body)
        self.retranslate()
        self._on_fold(self._fold.isChecked())

    def add(self, editor: FieldEditor) -> Cell:
        """Put an editor at the end."""
        cell = Cell(editor, self._body)
        self.cells.append(cell)
        self._columns = 0
        return cell

    def put(self, widget: QWidget) -> None:
        """Put something that is no editor between the heading and what is said."""
        self._column.insertWidget(1, widget)

    def place(self) -> None:
        """Lay the editors out for the width there is."""
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        for cell in self.cells:
            self._grid.removeWidget(cell)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        row = column = 0
        for cell in self.cells:
            wide = columns == 1 or cell.editor.name in self._wide
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, columns if wide else 1)
            column = 0 if wide else (column + 1) % columns
            row += 0 if column else 1

    def unfold(self) -> None:
        """Show the editors."""
        self._fold.setChecked(True)

    def say(self, text: Told) -> None:
        """Say something under the heading, "" for nothing."""
        self._said = text
        self.note.setText(said(text))
        self.note.setVisible(bool(self.note.text()))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._label.setText(self._title())
        self.setAccessibleName(self._title())
        self.say(self._said)
        self._name_fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand fields two abreast where there is room."""
        super().resizeEvent(event)
        self.place()

    def _on_fold(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self._fold.setIcon(self._kit.icons.icon("chevron-down" if shown else "chevron-right"))
        self._name_fold()

    def _name_fold(self) -> None:
        shown = self._fold.isChecked()
        text = self.tr("Hide {section}") if shown else self.tr("Show {section}")
        self._fold.setAccessibleName(text.format(section=self._title()))
        self._fold.setToolTip(self._fold.accessibleName())
