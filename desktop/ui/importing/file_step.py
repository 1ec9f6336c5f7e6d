"""The first step: a file, dropped or chosen, and which sheet of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.sheets.sheet import Sheet
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.importing.last import LastImport
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import paragraph


class FileStep(Translated, QWidget):
    """`file_chosen(path)` when a file was dropped or chosen, `sheet_chosen(name)` when another sheet of it was."""

    file_chosen = Signal(Path)
    sheet_chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._sheet: Sheet | None = None
        self.dialog: QFileDialog | None = None
        self.setAcceptDrops(True)
        self._zone = QFrame(self)
        self._zone.setProperty("surface", "surface")
        self._zone.setProperty("line", "all")
        self._title = PlainLabel(parent=self._zone, type="section", strong=True)
        self._text = PlainLabel(parent=self._zone, tone="secondary", wrap=True)
        self.choose = Button("", self._zone, kind="primary")
        self.choose.clicked.connect(self.ask)
        self.found = PlainLabel(parent=self._zone, strong=True, wrap=True)
        self.trouble = PlainLabel(parent=self, tone="danger", wrap=True)
        self._which = PlainLabel(parent=self)
        self.sheets = QComboBox(self)
        self.sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheets.textActivated.connect(self.sheet_chosen)
        self._which.setBuddy(self.sheets)
        self._hints = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.last = LastImport(kit, self)
        self._lay_out()
        self.show_names(())
        self.retranslate()

    def ask(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a table"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.xlsx *.csv *.tsv *.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.file_chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def show_names(self, names: tuple[str, ...], chosen: str = "") -> None:
        """Show the sheets of a workbook to choose from, nothing when there is one only."""
        self.sheets.clear()
        self.sheets.addItems([visible(name, limit=60) for name in names])
        self.sheets.setCurrentText(chosen)
        for part in (self._which, self.sheets):
            part.setVisible(len(names) > 1)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show what was read, None: nothing yet."""
        self._sheet = sheet
        self.trouble.setText("")
        # With a file in hand going on is the thing to do, no more choosing one.
        self.choose.setProperty("kind", "secondary" if sheet is not None else "primary")
        self.choose.style().unpolish(self.choose)
        self.choose.style().polish(self.choose)
        self.retranslate()

    def show_error(self, error: AppError) -> None:
        """Show why the file cannot be read."""
        self._sheet = None
        self.trouble.setText(paragraph(error))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Drop a table here, or choose one"))
        self._text.setText(self.tr("An Excel workbook (.xlsx) or a CSV file. The first row names the columns."))
        self.choose.setText(self.tr("Choose a file…"))
        self._which.setText(self.tr("Sheet"))
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self._hints.setText(
            self.tr(
                "A row is about the customer with the same customer ID, docking ID, phone or e-mail; "
                "if there is none, a new customer is made. Blank cells leave what is there, tags are added. "
                "Before anything is sent you see what each row would do."
            )
        )
        sheet = self._sheet
        self.found.setText(
            ""
            if sheet is None
            else self.tr("{file}: %Ln row(s)", "", len(sheet.rows)).format(file=visible(sheet.name, limit=80))
        )
        self.found.setVisible(sheet is not None)
        self.trouble.setVisible(bool(self.trouble.original()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        event.acceptProposedAction()
        self.file_chosen.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def _forget(self) -> None:
        self.dialog = None

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._zone)
        inside.setContentsMargins(SPACE[4], SPACE[5], SPACE[4], SPACE[5])
        inside.setSpacing(SPACE[2])
        inside.addStretch(1)
        for label in (self.found, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
        inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self._which)
        row.addWidget(self.sheets)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addWidget(self._zone, 1)
        column.addWidget(self._hints)
        column.addWidget(self.trouble)
        column.addLayout(row)
        column.addWidget(self.last)
