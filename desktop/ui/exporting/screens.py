"""The export of the customers table: asked for a file, written beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError
from desktop.domain.sheets.headers import AGENT, ID, PLACES, title
from desktop.qt.table_file import TableFileDialog
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.exporting.progress import ExportProgress
from desktop.ui.importing.ports import SheetAccount, Ticket
from desktop.ui.importing.state import shown_language
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.sheets.service import Chosen
from desktop.workspace.sheets.writing import Columns

_HOLDS = {"agent_name": (AGENT,), "province_name": PLACES}
"""What a column of the table is written as, where it is not the field of its name."""


class ExportScreens(QObject):
    """Writes what the table shows, until `close`: its columns, filter and order, or what is selected."""

    def __init__(self, window: MainWindow, page: CustomersPage, account: SheetAccount) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._account = account
        self.dialog: TableFileDialog | None = None
        self.progress: ExportProgress | None = None
        self._ticket: Ticket | None = None
        window.registry.add(verbs.EXPORT, self.ask)

    def close(self) -> None:
        """Give up what is under way."""
        self._give_up()

    def ask(self) -> None:
        """Ask where to."""
        dialog = TableFileDialog(self._window, self.tr("Export customers"), self.tr("customers"))
        dialog.chosen.connect(self.write)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what is shown now."""
        self._give_up()
        progress = ExportProgress(path.name, self._window)
        progress.cancelled.connect(self._give_up)
        self.progress = progress
        self._ticket = self._account.sheets.export(
            path,
            self._chosen(),
            self._columns(),
            heard=progress.show_share,
            answer=partial(self._done, path),
            failed=self._failed,
        )

    def _chosen(self) -> Chosen:
        selection = self._page.table.selection.snapshot()
        query = self._page.state.query
        if self._page.table.selection.empty:
            return Chosen(query)
        return Chosen(query, selection.ids, selection.everything)

    def _columns(self) -> Columns:
        """Return the columns that are shown, each by what it holds; the id first, so that a row is found again."""
        shown = self._page.table.arrangement.shown()
        targets = dict.fromkeys([ID, *(part for name in shown for part in _HOLDS.get(name, (name,)))])
        language = shown_language()
        fields = dict(self._account.collections.custom_fields)
        titles = tuple(title(one, language, fields) for one in targets)
        told = [self._page.describe(one) for one in self._page.state.query.where]
        text = self._page.state.query.text
        about = [(self.tr("Search"), text)] if text else []
        about += [(self.tr("Filter"), one) for one in told]
        return Columns(
            tuple(targets), titles, self._account.status.as_of, self.tr("About this file"), tuple(about)
        )

    def _done(self, path: Path, count: int) -> None:
        self._end()
        text = self.tr("%Ln customer(s) written to {file}", "", count)
        self._window.toasts.tell(Toast(text.format(file=path.name)))

    def _failed(self, error: AppError) -> None:
        self._end()
        self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), self.ask))

    def _give_up(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        self._end()

    def _end(self) -> None:
        self._ticket = None
        if self.progress is not None:
            self.progress.end()
            self.progress = None

    def _forget(self) -> None:
        self.dialog = None
