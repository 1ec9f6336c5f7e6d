"""Exporting what the blacklist shows: asked for a file, written beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.domain.errors import AppError
from desktop.qt.toast import Toast, Tone
from desktop.ui.blacklist.page import BlacklistPage
from desktop.ui.blacklist.ports import Bans
from desktop.ui.wording.errortext import paragraph

_ENDINGS = (".csv", ".xlsx")


class BanExport(QObject):
    """Writes what is listed, in its order, as CSV or XLSX. `told` with how it went."""

    told = Signal(Toast)

    def __init__(self, page: BlacklistPage, bans: Bans) -> None:
        super().__init__(page)
        self._page = page
        self._bans = bans
        self.dialog: QFileDialog | None = None

    def ask(self) -> None:
        """Ask where to."""
        dialog = QFileDialog(self._page.window(), self.tr("Export the blacklist"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("blacklist") + ".xlsx")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix("csv" if "csv" in name else "xlsx"))
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what is listed now."""
        if path.suffix.lower() not in _ENDINGS:
            path = path.with_name(f"{path.name}.xlsx")
        rows = self._page.written(self._page.source.listed())
        titles = [column.title for column in self._page.rows.columns]
        self._bans.export(path, titles, rows, answer=lambda count: self._done(path, count), failed=self._failed)

    def _done(self, path: Path, count: int) -> None:
        text = self.tr("%Ln ban(s) written to {file}", "", count)
        self.told.emit(Toast(text.format(file=path.name)))

    def _failed(self, error: AppError) -> None:
        self.told.emit(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), self.ask))

    def _forget(self) -> None:
        self.dialog = None
