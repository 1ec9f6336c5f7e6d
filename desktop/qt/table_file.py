"""Where rows are written to, asked for in the system's own dialog."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDINGS = (".csv", ".xlsx")


class TableFileDialog(QFileDialog):
    """Asks for a CSV or XLSX file to write, a workbook named `stem` at first. `chosen` with its path.

    It shows itself beside the program (`open`) and is gone once it is answered.
    """

    chosen = Signal(Path)

    def __init__(self, parent: QWidget, title: str, stem: str) -> None:
        super().__init__(parent, title)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        self.setDefaultSuffix("xlsx")
        self.selectFile(f"{stem}.xlsx")
        self.filterSelected.connect(lambda name: self.setDefaultSuffix("csv" if "csv" in name else "xlsx"))
        self.fileSelected.connect(lambda path: self.chosen.emit(table_file(Path(path))))
        self.finished.connect(self.deleteLater)


def table_file(path: Path) -> Path:
    """Return a path that ends as one of the two kinds: a workbook, where it named neither."""
    return path if path.suffix.lower() in _ENDINGS else path.with_name(f"{path.name}.xlsx")
