"""One account in the window: its pages and panel, following what the account tells."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from desktop.qt.tasks import Tasks
from desktop.qt.toast import Toast
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.actions.appearance import add_appearance_actions
from desktop.ui.assigning.gestures import AssignGestures
from desktop.ui.blacklist.watch import BanWatch
from desktop.ui.customers.column_states import to_preferences
from desktop.ui.customers.columns import TABLE
from desktop.ui.detail.current import CurrentCustomer
from desktop.ui.detail.header import DetailHeader
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.exporting.screens import ExportScreens
from desktop.ui.form.screens import FormScreens
from desktop.ui.importing.screens import ImportScreens
from desktop.ui.jobs.screens import JobScreens
from desktop.ui.kit import Kit
from desktop.ui.mywork.screens import WorkLists
from desktop.ui.outbox.editing import Editing
from desktop.ui.staging.days import StageDays
from desktop.ui.staging.gestures import StageGestures
from desktop.ui.timeline.screens import CHANGES, TIMELINE, TimelineScreens
from desktop.ui.tools.screens import ToolScreens
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.account_pages import AccountPages
from desktop.ui.window.first_screen import FirstScreen
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.ports import Account
from desktop.ui.window.pulling import Pulling
from desktop.workspace.events import (
    AccountEvent,
    CollectionChanged,
    CustomersChanged,
    StatusChanged,
    ViewsChanged,
)


class _Part(Protocol):
    """What follows the account until it is closed."""

    def close(self) -> None:
        """Stop following."""


PartT = TypeVar("PartT", bound=_Part)


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
        self._kit = kit
        self._preferences = preferences
        self._tasks: Tasks | None = None
        self._timeline: TimelineScreens | None = None
        self._closing = ExitStack()
        self._first = first or FirstScreen(window, account, kit, preferences)
        self._closing.callback(self._first.close)
        self.page, self._words = self._first.page, self._first.words
        self._parts = self._made()
        if first is None:
            self.build_all()

    def build(self) -> bool:
        """Make one more part, which takes a frame or two at most; return whether there are more."""
        return next(self._parts, False)

    def build_all(self) -> None:
        """Make every part that is not there yet."""
        while self.build():
            pass

    @property
    def timeline(self) -> TimelineScreens:
        """The history of the customer in the panel, made when it is first looked at or asked for."""
        if self._timeline is None:
            self._timeline = self._part(
                TimelineScreens(self._window, self.panel, self._account, self._kit, self._words.lookup)
            )
            self._timeline.read.connect(self._days.show)
            self._timeline.read.connect(self.pages.history_read)
            if self._tasks is not None:
                self._timeline.go_live(self._tasks)
        return self._timeline

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in: refreshing and pulling work from now on."""
        self._tasks = tasks
        for part in (self._pulling, self._current, self.forms, self.tools, self.imports, self.pages):
            part.go_live(tasks)
        if self._timeline is not None:
            self._timeline.go_live(tasks)

    def close(self) -> None:
        """Stop following the account, as far as it was followed."""
        self._closing.close()

    def _made(self) -> Iterator[bool]:
        window, account, kit, words = self._window, self._account, self._kit, self._words
        self.panel = DetailPanel(kit.icons, words.texts, window.splitter, spotted=self.page.state.spotted)
        yield True
        self.panel.set_header(DetailHeader(kit.look, kit.icons, kit.chips, words.lookup, self.panel.page))
        yield True
        window.set_panel(self.panel)
        self._current = self._part(CurrentCustomer(account, self.panel))
        yield True
        self._pulling = self._part(Pulling(window, self.page, account))
        add_appearance_actions(window.registry, kit.look, self._preferences)
        self.jobs = self._part(JobScreens(window, account, kit))
        self.meant = self._part(CustomersMeant(window, self.page, self.panel, account))
        self.meant.told.connect(window.toasts.tell)
        yield True
        self.editing = self._part(Editing(window, self.page, self.panel, self.meant, account, kit, words))
        self.editing.gestures.tagging.job_wanted.connect(self.jobs.propose)
        yield True
        self.staging = StageGestures(window, self.page, self.panel, self.meant, account, kit, words)
        self.staging.setting.undo_wanted.connect(self.editing.undoing.undo)
        self.staging.setting.job_wanted.connect(self.jobs.propose)
        self._days = self._part(StageDays(self.panel, account.timelines, kit.formats, self))
        yield True
        self.handing = self._part(AssignGestures(window, self.page, self.panel, self.meant, account, kit))
        self.handing.assigning.undo_wanted.connect(self.editing.undoing.undo)
        self.handing.assigning.job_wanted.connect(self.jobs.propose)
        yield True
        self.lists = self._part(WorkLists(window, self.page, account.people, kit, self.handing.ask_me))
        yield True
        self.forms = self._part(FormScreens(window, self.page, self.panel, self.meant, account, kit, words))
        self.forms.undo_wanted = self.editing.undoing.undo
        self.forms.crowds.job_wanted.connect(self.jobs.propose)
        yield True
        self.tools = self._part(ToolScreens(window, account, kit))
        self.imports = self._part(ImportScreens(window, account, kit, self.jobs.words))
        self.exports = self._part(ExportScreens(window, self.page, account))
        yield True
        self._add_timeline()
        yield True
        self.bans = self._part(
            BanWatch(window, self.page, self.panel, self.meant, account, kit, self._preferences)
        )
        self.bans.banning.job_wanted.connect(self.jobs.propose)
        self.pages = self._part(
            AccountPages(
                window, self.page, self.meant, self.staging, self.bans, account, kit, words, self._preferences
            )
        )
        self.pages.job_wanted.connect(self.jobs.propose)
        self.pages.record_wanted.connect(self.forms.floating.correct)
        yield True
        window.retranslate()
        self._connect()
        self._first.hand_over()
        self._closing.callback(account.subscribe(self._on_event))
        self._pulling.show_status()
        # Whoever became current before anything listened.
        self._on_panel(window.panel_shown)

    def _add_timeline(self) -> None:
        tabs = self.panel.tabs
        tabs.add(TIMELINE, lambda: self.timeline.page, lambda: self.tr("Timeline"))
        tabs.add(CHANGES, lambda: self.timeline.changes, lambda: self.tr("Changes"))
        self.meant.add(verbs.RECORD, lambda _meant: self.timeline.write())

    def _part(self, part: PartT) -> PartT:
        self._closing.callback(part.close)
        return part

    def _connect(self) -> None:
        window, page, panel = self._window, self.page, self.panel
        for pointed in (page, self.pages):
            pointed.current_changed.connect(self._show_customer)
            pointed.opened.connect(self._open)
            pointed.peeked.connect(self._peek)
        page.told.connect(self._tell)
        page.columns_changed.connect(self._keep_columns)
        page.state.changed.connect(panel.update)
        panel.close_wanted.connect(lambda: window.show_panel(False))
        panel.refresh_wanted.connect(self._current.refresh)
        panel.copied.connect(lambda _text: self._tell(self.tr("Copied")))
        for signal, slot in ((window.back_wanted, self._step_back), (window.panel_toggled, self._on_panel)):
            signal.connect(slot)
            self._closing.callback(signal.disconnect, slot)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case StatusChanged():
                self._pulling.show_status()
            case CollectionChanged():
                self.page.names_changed()
                self.panel.refresh_texts()
            case ViewsChanged():
                self.page.viewing.views_changed()
            case CustomersChanged(change):
                if change.everything or self.panel.customer_id in (*change.updated, *change.removed):
                    self._current.read_again()

    def _show_customer(self, customer_id: str) -> None:
        if customer_id and self._window.panel_shown:
            self._current.show(customer_id)

    def _open(self, customer_id: str) -> None:
        self._window.show_panel(True)
        self._show_customer(customer_id)
        self.panel.setFocus()

    def _peek(self, customer_id: str) -> None:
        self._window.show_panel(not self._window.panel_shown)
        self._show_customer(customer_id)

    def _on_panel(self, shown: bool) -> None:
        if shown:
            row = self.page.table.current_row()
            current = self.pages.current
            self._show_customer(current if current is not None else row.id if row is not None else "")

    def _step_back(self) -> None:
        if not self._window.toasts.dismiss() and not self.pages.step_back():
            self.page.step_back()

    def _tell(self, text: str) -> None:
        self._window.toasts.tell(Toast(text))

    def _keep_columns(self) -> None:
        columns = to_preferences(self.page.table.arrangement.state())
        known = self._preferences.current.columns
        self._preferences.change(columns={**known, TABLE: columns})
