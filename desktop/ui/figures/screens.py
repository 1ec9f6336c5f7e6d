"""The figures page in the window: fed from the cache, brought up to date online."""

from collections.abc import Coroutine, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from desktop.domain.errors import AppError, InvalidInput, NotWritable
from desktop.domain.following.figures import Census, Statistics, zone_text
from desktop.qt.choices import Choice
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions.verbs import FIGURES_PAGE
from desktop.ui.figures.controls import Asked, FigureControls, Part
from desktop.ui.figures.page import FiguresPage
from desktop.ui.figures.ports import FiguresAccount
from desktop.ui.figures.shown import Shown, of_census, of_given, of_statistics
from desktop.ui.kit import Kit
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.events import AccountEvent, CollectionChanged, StatusChanged, Unsubscribe
from desktop.workspace.figures import MOST, Given

KEY = FIGURES_PAGE.page
_FIRST_AGENTS = 3


class FiguresScreens(QObject):
    """Shows the figures of an account until `close`."""

    def __init__(self, window: MainWindow, account: FiguresAccount, kit: Kit, lookup: Lookup) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._kit = kit
        self._lookup = lookup
        self._tasks: Tasks | None = None
        self._error: AppError | None = None
        self._was_online = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self.page = self._made()
        window.page_shown.connect(self._on_page)
        self._unsubscribe: Unsubscribe = account.subscribe(self._on_event)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that questions to the server run in."""
        self._tasks = tasks
        if self._window.page_key == KEY:
            self._ask()

    def close(self) -> None:
        """Stop following the account and the window."""
        self._unsubscribe()
        self._window.page_shown.disconnect(self._on_page)
        self._soon.stop()
        self._tasks = None

    def _made(self) -> FiguresPage:
        controls = FigureControls(self._kit, self._today, self._choices, self._window)
        page = FiguresPage(self._kit, controls, self._window.stack)
        page.setFocusProxy(page.tabs)
        local = datetime.fromtimestamp(self._kit.formats.clock()).astimezone().utcoffset()
        if local is not None:
            controls.show_zone(zone_text(local))
        controls.take_agents(self._first_agents())
        controls.changed.connect(self._ask)
        page.part_changed.connect(self._ask)
        page.words_wanted.connect(self._soon.start)
        page.retry_wanted.connect(self._ask)
        page.cancel_wanted.connect(self._cancel)
        page.copy_wanted.connect(self._copy)
        page.export_wanted.connect(self._export)
        return page

    def _on_page(self, key: str) -> None:
        if key == KEY:
            self.page.controls.retranslate()
            self._was_online = self._online
            self._ask()

    def _on_event(self, event: AccountEvent) -> None:
        if self._window.page_key != KEY:
            return
        match event:
            case CollectionChanged():
                if self.page.controls.agents or not (first := self._first_agents()):
                    self._soon.start()
                else:
                    self.page.controls.take_agents(first)
                    self._ask()
            case StatusChanged():
                came, self._was_online = self._online and not self._was_online, self._online
                if came:
                    self._ask()
                else:
                    self._soon.start()

    def _today(self) -> date:
        return datetime.fromtimestamp(self._kit.formats.clock()).astimezone().date()

    def _choices(self) -> Sequence[Choice]:
        agents, departments = self._account.collections.agents, self._account.collections.departments
        here = [
            Choice(
                one.id, one.name, departments[one.department_id].name if one.department_id in departments else ""
            )
            for one in sorted(agents.values(), key=lambda one: (one.department_id, one.name))
        ]
        gone = [one for one in self._account.people.loads if one and one not in agents]
        return [*here, *(Choice(one, self._lookup.agent(one), detail=self.tr("Left")) for one in sorted(gone))]

    def _first_agents(self) -> tuple[str, ...]:
        people = self._account.people
        if people.me:
            return (people.me,)
        loads = people.loads
        known = sorted(self._account.collections.agents, key=lambda one: -loads.get(one, 0))
        return tuple(known[:_FIRST_AGENTS])

    @property
    def _online(self) -> bool:
        return self._tasks is not None and self._account.status.connection == "online"

    def _asked(self) -> Asked | None:
        try:
            return self.page.controls.asked()
        except InvalidInput as error:
            self.page.show_note("", error)
            return None

    def _ask(self) -> None:
        """Show what is here, and fetch what is not."""
        self._error = None
        self._cancel()
        asked = self._asked()
        if asked is None:
            return
        self._read()
        if self._online and self._tasks is not None and asked.agents and self.page.part is not Part.CENSUS:
            self._tasks.start(self._fetched(asked, self.page.part), KEY)

    async def _fetched(self, asked: Asked, part: Part) -> None:
        figures = self._account.figures
        self.page.show_progress((0, 0))
        work: Coroutine[Any, Any, None]
        if part is Part.RECORDS:
            work = figures.fetch_given(asked.agents[0], asked.range, self._progress)
        else:
            work = figures.fetch_statistics(asked.agents, asked.range, self._progress)
        try:
            await work
        except AppError as error:
            self._error = error
        # Who cancels it tidies up.
        self.page.show_progress(None)
        self._soon.start()

    def _progress(self, done: int, total: int) -> None:
        self.page.show_progress((done, total))
        self._soon.start()

    def _cancel(self) -> None:
        if self._tasks is not None:
            self._tasks.cancel(KEY)
        self.page.show_progress(None)

    def _read(self) -> None:
        asked = self._asked()
        if asked is None:
            return
        figures, part = self._account.figures, self.page.part
        if part is Part.CENSUS:
            days = asked.range
            answer = lambda found: self._show_census(asked, found)  # noqa: E731 - named for the call below
            figures.census(asked.dimension, days.first, days.last, answer, self._failed)
        elif not asked.agents:
            self.page.show_empty(self.tr("Whose figures?"), "", self.tr("Choose agents"))
        elif part is Part.RECORDS:
            figures.given(asked.agents[0], asked.range, self._show_given, self._failed)
        else:
            figures.statistics(
                asked.agents, asked.range, lambda found: self._show_statistics(asked, found), self._failed
            )

    def _show_statistics(self, asked: Asked, found: Statistics) -> None:
        if self.page.part is not Part.ASSIGNED:
            return
        self._show(of_statistics(found, asked.unit, self._lookup.agent), found.fetched)
        if not found.complete and found.fetched is not None and self._error is None:
            self.page.show_note(f"{self._age(found.fetched)} {self.tr('Some days are not fetched yet.')}")

    def _show_given(self, found: Given) -> None:
        if self.page.part is not Part.RECORDS:
            return
        self._show(of_given(found, self._kit.formats), found.fetched)
        missing = found.total - len(found.records)
        if missing > 0 and self._error is None:
            words = self.tr("%Ln more are not told: the server names few at a time.", "", missing)
            if len(found.records) >= MOST:
                words = self.tr("Only the last %Ln are listed.", "", len(found.records))
            self.page.show_note(f"{self._age(found.fetched)} {words}")

    def _show_census(self, asked: Asked, found: Census) -> None:
        if self.page.part is not Part.CENSUS:
            return
        self.page.show_figures(of_census(found, lambda value: self._value(asked.dimension, value)))
        if found.days:
            self.page.show_note(self.tr("Counted on this computer after each pull, a day at a time."))
        else:
            text = self.tr("Customers are counted once a day, after a pull. Come back tomorrow to see what moves.")
            self.page.show_empty(self.tr("No day was counted yet"), text)
            self.page.show_note("")

    def _show(self, shown: Shown, fetched: int | None) -> None:
        if fetched is None:
            self._say_unknown()
            return
        if shown.rows:
            self.page.show_figures(shown)
        else:
            self.page.show_empty(self.tr("Nothing in these days"), self.tr("Choose other days or other agents."))
        self.page.show_note(self._age(fetched), self._error)

    def _say_unknown(self) -> None:
        if self._online and self._error is None:
            self.page.show_empty(self.tr("Asking the server…"))
        else:
            text = self.tr("Figures that were fetched once can be read without a network.")
            self.page.show_empty(self.tr("These figures are not on this computer yet"), text)
        self.page.show_note("", self._error)

    def _age(self, fetched: int | None) -> str:
        if fetched is None:
            return ""
        time = self._kit.formats.relative(fetched)
        text = self.tr("As of {time}.") if self._online else self.tr("Offline. As of {time}.")
        return text.format(time=time)

    def _value(self, dimension: str, value: str) -> str:
        return self._lookup.name(dimension, value) if value else self.tr("None")

    def _copy(self) -> None:
        count = self.page.table.copy()
        self._window.toasts.tell(Toast(self.tr("%Ln row(s) copied", "", count)))

    def _export(self, kind: str) -> None:
        dialog = QFileDialog(self.page.window(), self.tr("Export the figures"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"*.{kind}"])
        dialog.selectFile(f"{self.tr('figures')}.{kind}")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write what is shown as .xlsx or .csv, or the chart as .png."""
        if path.suffix.lower() == ".png":
            if self.page.chart.grab().save(str(path)):
                self._tell_written(path)
            else:
                self._failed(NotWritable(file=path.name))
            return
        shown = self.page.table.figures
        self._account.figures.export(
            path, shown.titles, list(shown.rows), lambda _count: self._tell_written(path), self._failed
        )

    def _tell_written(self, path: Path) -> None:
        self._window.toasts.tell(Toast(self.tr("Written to {file}").format(file=path.name)))

    def _failed(self, error: AppError) -> None:
        self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR))
