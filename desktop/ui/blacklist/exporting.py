"""Exporting what the blacklist shows: asked for a file, written beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.qt.table_file import TableFileDialog
from desktop.qt.toast import Toast, Tone
from desktop.ui.blacklist.page import BlacklistPage
from desktop.ui.blacklist.ports import Bans
from desktop.ui.wording.errortext import paragraph


class BanExport(QObject):
    """Writes what is listed, in its order, as CSV or XLSX. `told` with how it went."""

    told = Signal(Toast)

    def __init__(self, page: BlacklistPage, bans: Bans) -> None:
        super().__init__(page)
        self._page = page
        self._bans = bans
        self.dialog: TableFileDialog | None = None

    def ask(self) -> None:
        """Ask where to."""
        dialog = TableFileDialog(self._page.window(), self.tr("Export the blacklist"), self.tr("blacklist"))
        dialog.chosen.connect(self.write)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what is listed now."""
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
