"""One account in the window: its page and panel, following what the account tells."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError, Stopped
from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast, Tone
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.actions.appearance import add_appearance_actions
from desktop.ui.assigning.gestures import AssignGestures
from desktop.ui.blacklist.screens import BlacklistScreens
from desktop.ui.board.screens import BoardScreens
from desktop.ui.customers.column_states import to_preferences
from desktop.ui.customers.columns import TABLE
from desktop.ui.detail.current import CurrentCustomer
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.exporting.screens import ExportScreens
from desktop.ui.figures.screens import FiguresScreens
from desktop.ui.form.screens import FormScreens
from desktop.ui.importing.screens import ImportScreens
from desktop.ui.jobs.screens import JobScreens
from desktop.ui.kit import Kit
from desktop.ui.mywork.screens import WorkLists
from desktop.ui.outbox.editing import Editing
from desktop.ui.staging.days import StageDays
from desktop.ui.staging.gestures import StageGestures
from desktop.ui.tags.screens import TagScreens
from desktop.ui.timeline.screens import TimelineScreens
from desktop.ui.tools.screens import ToolScreens
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.first_screen import FirstScreen
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.ports import Account
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.events import (
    AccountEvent,
    CollectionChanged,
    CustomersChanged,
    StatusChanged,
    ViewsChanged,
)


class AccountScreens(QObject):
    """Puts an account's screens into a window and keeps them up to date until `close`.

    Everything works from the cache; `go_live` adds what needs the network, once an event loop runs.
    """

    def __init__(
        self,
        window: MainWindow,
        account: Account,
        kit: Kit,
        preferences: LivePreferences,
        first: FirstScreen | None = None,
    ) -> None:
        """Go on from the screen that is shown `first`, part by part (`build`); without one make all at once."""
        super().__init__(window)
        self._window = window
        self._account = account
        self._preferences = preferences
        self._tasks: Tasks | None = None
        self._first = first or FirstScreen(window, account, kit, preferences)
        self.page, words = self._first.page, self._first.words
        self.panel = DetailPanel(kit.look, kit.icons, kit.chips, words.lookup, words.texts, window)
        window.set_panel(self.panel)
        self._pull = window.registry.add(verbs.PULL, self._start_pull)
        self._cancel = window.registry.add(verbs.CANCEL_PULL, account.cancel_pull)
        add_appearance_actions(window.registry, kit.look, preferences)
        self._current = CurrentCustomer(account, self.panel)
        self._parts = self._made(kit)
        if first is None:
            self.build_all()

    def build(self) -> bool:
        """Make one more part, which takes a frame or two at most; return whether there are more."""
        return next(self._parts, False)

    def build_all(self) -> None:
        """Make every part that is not there yet."""
        while self.build():
            pass

    def _made(self, kit: Kit) -> Iterator[bool]:
        window, account, words = self._window, self._account, self._first.words
        self.jobs = JobScreens(window, account, kit)
        self.meant = CustomersMeant(window, self.page, self.panel, account)
        self.meant.told.connect(window.toasts.tell)
        yield True
        self.editing = Editing(window, self.page, self.panel, self.meant, account, kit, words)
        self.editing.gestures.tagging.job_wanted.connect(self.jobs.propose)
        yield True
        self.staging = StageGestures(window, self.page, self.panel, self.meant, account, kit, words)
        self.staging.setting.undo_wanted.connect(self.editing.undoing.undo)
        self.staging.setting.job_wanted.connect(self.jobs.propose)
        self._days = StageDays(self.panel, account.timelines, kit.formats, self)
        yield True
        self.board = BoardScreens(window, self.page, self.meant, account, self.staging, kit, words)
        yield True
        self.handing = AssignGestures(window, self.page, self.panel, self.meant, account, kit)
        self.handing.assigning.undo_wanted.connect(self.editing.undoing.undo)
        self.handing.assigning.job_wanted.connect(self.jobs.propose)
        yield True
        self.lists = WorkLists(window, self.page, account.people, kit, self.handing.ask_me)
        yield True
        self.forms = FormScreens(window, self.page, self.panel, self.meant, account, kit, words)
        self.forms.undo_wanted = self.editing.undoing.undo
        self.forms.crowds.job_wanted.connect(self.jobs.propose)
        self.editing.outbox.deciding.record_wanted.connect(self.forms.floating.correct)
        yield True
        self.tools = ToolScreens(window, account, kit)
        yield True
        self.imports = ImportScreens(window, account, kit, self.jobs.words)
        self.exports = ExportScreens(window, self.page, account)
        yield True
        self.tags = TagScreens(window, self.page, account, account.status, kit)
        self.tags.page.job_wanted.connect(self.jobs.propose)
        yield True
        self.timeline = TimelineScreens(window, self.panel, self.meant, account, kit, words.lookup)
        yield True
        self.figures = FiguresScreens(window, account, kit, words.lookup)
        self.timeline.read.connect(self._days.show)
        self.timeline.read.connect(lambda _timeline: self.board.ends.look())
        yield True
        # After the pages that let actions rest: whoever is seen anywhere can be banned.
        self.blacklist = BlacklistScreens(
            window, self.page, self.panel, self.meant, account, kit, self._preferences
        )
        self.blacklist.banning.job_wanted.connect(self.jobs.propose)
        self.blacklist.marks_changed.connect(self.board.page.names_changed)
        yield True
        window.retranslate()
        self._connect()
        self._first.hand_over()
        self._unsubscribe = account.subscribe(self._on_event)
        self._show_status()
        # Whoever became current before anything listened.
        self._on_panel(window.panel_shown)

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in: refreshing and pulling work from now on."""
        self._tasks = tasks
        self._current.go_live(tasks)
        self.timeline.go_live(tasks)
        self.figures.go_live(tasks)
        self.forms.go_live(tasks)
        self.tools.go_live(tasks)
        self.imports.go_live(tasks)
        self.blacklist.go_live(tasks)
        self._show_status()

    def close(self) -> None:
        """Stop following the account."""
        self.build_all()
        self._unsubscribe()
        self._current.close()
        self._window.back_wanted.disconnect(self._step_back)
        self._window.panel_toggled.disconnect(self._on_panel)
        self._tasks = None
        self.meant.close()
        self.timeline.close()
        self.figures.close()
        self.handing.close()
        self.lists.close()
        self.blacklist.close()
        self.tags.close()
        self.board.close()
        self._days.close()
        self.forms.close()
        self.tools.close()
        self.imports.close()
        self.exports.close()
        self.editing.close()
        self.jobs.close()
        self.page.close_listing()

    def _connect(self) -> None:
        window, page, panel = self._window, self.page, self.panel
        page.current_changed.connect(self._show_customer)
        page.opened.connect(self._open)
        page.peeked.connect(self._peek)
        page.pull_wanted.connect(self._start_pull)
        for other in (self.board, self.blacklist):
            other.current_changed.connect(self._show_customer)
            other.opened.connect(self._open)
            other.peeked.connect(self._peek)
        page.told.connect(self._tell)
        page.columns_changed.connect(self._keep_columns)
        panel.close_wanted.connect(lambda: window.show_panel(False))
        panel.refresh_wanted.connect(self._current.refresh)
        panel.copied.connect(lambda _text: self._tell(self.tr("Copied")))
        window.status_bar.cancel_wanted.connect(self._cancel.trigger)
        window.status_bar.trouble_wanted.connect(self._tell_trouble)
        window.back_wanted.connect(self._step_back)
        window.panel_toggled.connect(self._on_panel)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case StatusChanged():
                self._show_status()
            case CollectionChanged():
                self.page.names_changed()
                self.panel.refresh_texts()
            case ViewsChanged():
                self.page.viewing.views_changed()
            case CustomersChanged(change):
                if change.everything or self.panel.customer_id in (*change.updated, *change.removed):
                    self._current.read_again()

    def _show_status(self) -> None:
        status = self._account.status
        pulling = status.progress is not None
        self._window.status_bar.show_status(status)
        self._window.banner.show_status(status)
        self.page.show_pulling(pulling)
        self._pull.setEnabled(self._tasks is not None and not pulling)
        self._cancel.setEnabled(pulling)

    def _show_customer(self, customer_id: str) -> None:
        if customer_id and self._window.panel_shown:
            self._current.show(customer_id)

    def _start_pull(self) -> None:
        if self._tasks is not None and not self._tasks.running("pull"):
            self._tasks.start(self._pull_now(), "pull")

    async def _pull_now(self) -> None:
        try:
            await self._account.pull()
        except AppError as error:
            self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR, self.tr("Retry"), self._start_pull))

    def _open(self, customer_id: str) -> None:
        self._window.show_panel(True)
        self._show_customer(customer_id)
        self.panel.setFocus()

    def _peek(self, customer_id: str) -> None:
        self._window.show_panel(not self._window.panel_shown)
        self._show_customer(customer_id)

    def _on_panel(self, shown: bool) -> None:
        row = self.page.table.current_row()
        current = row.id if row is not None else ""
        current = next((other.current for other in (self.board, self.blacklist) if other.shown), current)
        if shown:
            self._show_customer(current)

    def _step_back(self) -> None:
        if self._window.toasts.dismiss():
            return
        for part in (self.tags, self.board, self.blacklist, self.editing, self.page):
            if part.step_back():
                return

    def _tell(self, text: str) -> None:
        self._window.toasts.tell(Toast(text))

    def _tell_trouble(self) -> None:
        error = self._account.status.error
        if error is not None:
            stopped = isinstance(error, Stopped)
            action = self.tr("Open settings") if stopped else ""
            act = self._window.settings_wanted.emit if stopped else None
            self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR, action, act))

    def _keep_columns(self) -> None:
        columns = to_preferences(self.page.table.arrangement.state())
        known = self._preferences.current.columns
        self._preferences.change(columns={**known, TABLE: columns})
