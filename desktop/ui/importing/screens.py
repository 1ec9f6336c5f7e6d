"""Imports of one account in the window: the action, the window of an import, what is told of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError
from desktop.qt.table_file import TableFileDialog
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.importing.flow import ImportFlow
from desktop.ui.importing.ports import SheetAccount
from desktop.ui.importing.window import ImportWindow
from desktop.ui.jobs.wording import JobWords
from desktop.ui.kit import Kit
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.sheets.leftover import Leftover


class ImportScreens(QObject):
    """Opens the window of an import, until `close`."""

    def __init__(self, window: MainWindow, account: SheetAccount, kit: Kit, words: JobWords) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._kit = kit
        self._words = words
        self._tasks: Tasks | None = None
        self.flow: ImportFlow | None = None
        window.registry.add(verbs.IMPORT, self.open)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Close the window of an import; its job goes on."""
        if self.flow is not None:
            self.flow.window.close()
        self._tasks = None

    def open(self, path: Path | None = None) -> None:
        """Open the window, with a file when there is one already."""
        if self.flow is not None:
            self.flow.window.raise_()
            return
        flow = ImportFlow(
            ImportWindow(self._kit, self._words, self._window), self._account, self._kit.formats, self._freshen
        )
        flow.ended.connect(self._over)
        flow.failed.connect(self._tell_failure)
        flow.saved.connect(self._tell_saved)
        flow.begun.connect(self._keep)
        flow.window.end.save.clicked.connect(self._save_rejected)
        flow.window.file.last.save_wanted.connect(self._save_left)
        flow.window.file.last.forget_wanted.connect(self._forget_left)
        self.flow = flow
        self._account.sheets.left(self._show_left, self._tell_failure)
        flow.window.open()
        if isinstance(path, Path):
            flow.open_file(path)

    def _over(self) -> None:
        if self.flow is not None:
            self.flow.close()
            self.flow.window.deleteLater()
            self.flow = None

    def _freshen(self, then: Callable[[AppError | None], None]) -> None:
        """Fetch what changed, so that rows are compared with what the server has; offline with what is known."""
        if self._tasks is None:
            then(None)
            return
        self._tasks.start(self._pulled(then), "import")

    async def _pulled(self, then: Callable[[AppError | None], None]) -> None:
        trouble: AppError | None = None
        try:
            await self._account.pull()
        except AppError as error:
            trouble = error
        then(trouble)

    def _keep(self, job: str) -> None:
        """Keep what is left out: the window may be closed before the import is over, the program too."""
        if self.flow is not None and (draft := self.flow.draft) is not None:
            keep = self._account.sheets.keep
            keep(job, draft.sheet, draft.verdicts, draft.language, self._tell_failure)

    def _show_left(self, left: Leftover | None) -> None:
        if self.flow is not None:
            self.flow.window.file.last.show_left(left)

    def _forget_left(self) -> None:
        self._account.sheets.forget_left(self._tell_failure)
        self._show_left(None)

    def _save_left(self) -> None:
        left = self.flow.window.file.last.left if self.flow is not None else None
        if left is not None:
            self._ask_where(left.name, partial(self.write_left, left))

    def write_left(self, left: Leftover, path: Path) -> None:
        """Write what the last import left out."""
        write = self._account.sheets.write_rows
        write(path, left.titles, left.left(), lambda _count: self._tell_saved(path), self._tell_failure)

    def _save_rejected(self) -> None:
        flow = self.flow
        if flow is not None and flow.draft is not None:
            self._ask_where(flow.draft.sheet.name, flow.save_rejected)

    def _ask_where(self, name: str, write: Callable[[Path], None]) -> None:
        if self.flow is None:
            return
        stem = self.tr("{name} - to correct").format(name=Path(name).stem)
        dialog = TableFileDialog(self.flow.window, self.tr("Save the rows that were not imported"), stem)
        dialog.chosen.connect(write)
        dialog.open()

    def _tell_saved(self, path: Path) -> None:
        text = self.tr("Written to {file}: correct it there, then import that file.")
        self._tell(Toast(text.format(file=path.name)))

    def _tell_failure(self, error: AppError) -> None:
        self._tell(Toast(paragraph(error), Tone.ERROR))

    def _tell(self, toast: Toast) -> None:
        if self.flow is not None and toast.tone is not Tone.DONE:
            self.flow.window.end.note.setText(toast.text)
        self._window.toasts.tell(toast)
