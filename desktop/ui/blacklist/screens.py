"""The page of the blacklist in the window, with its keys."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from desktop.domain.bans.news import News, NewsKind
from desktop.domain.errors import AppError
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section
from desktop.ui.blacklist.ban_columns import TABLE
from desktop.ui.blacklist.exporting import BanExport
from desktop.ui.blacklist.page import BlacklistPage
from desktop.ui.blacklist.pointing import BanPointing
from desktop.ui.blacklist.ports import BannedAccount
from desktop.ui.blacklist.watch import BanWatch
from desktop.ui.customers.column_states import from_preferences, to_preferences
from desktop.ui.kit import Kit
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.main_window import MainWindow
from desktop.workspace.bans.events import BanEvent, BansChanged, BansFetched
from desktop.workspace.events import AccountEvent, StatusChanged

KEY = verbs.BLACKLIST_PAGE.page
_MENU = (verbs.BAN_OPEN, verbs.BAN_EXTEND, verbs.BAN_LIFT, verbs.BAN_EXPORT)


class BlacklistScreens(QObject):
    """Shows the blacklist of one account, until `close`.

    `opened(id)`, `peeked(id)` by keys and mouse, `current_changed(id)` when another ban is current.
    """

    opened = Signal(str)
    peeked = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        meant: CustomersMeant,
        account: BannedAccount,
        watch: BanWatch,
        kit: Kit,
        preferences: LivePreferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._banning = watch.banning
        self._tasks: Tasks | None = None
        self.page = BlacklistPage(kit, account.blacklist, lambda: preferences.current.shift_end, window.pages)
        meant.add_page(KEY, BanPointing(self.page), own=(verbs.EDIT, verbs.RECORD))
        self.export = BanExport(self.page, account.blacklist)
        self._add_actions()
        self.page.search.follow(window.registry, verbs.BAN_SEARCH)
        self._connect()
        watch.ticked.connect(self._tick)
        self._unsubscribes = (
            account.subscribe(self._on_account),
            account.blacklist.events.subscribe(self._on_event),
        )
        self._keep_columns(preferences)
        self.page.show_status(account.status)
        self._on_page(window.page_key)
        self.page.refresh()

    @property
    def shown(self) -> bool:
        """Whether the blacklist is the page on the screen."""
        return self._window.page_key == KEY

    @property
    def current(self) -> str:
        """The id of the customer whose ban is current, "" for none."""
        row = self.page.table.current_row()
        return "" if row is None else row.id

    def go_live(self, tasks: Tasks) -> None:
        """Take the tasks that calls to the server run in."""
        self._tasks = tasks

    def close(self) -> None:
        """Stop following the account and the window."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        self._tasks = None
        self._window.page_shown.disconnect(self._on_page)
        self.page.close_page()

    def step_back(self) -> bool:
        """Go one step back on the page; False when another one is shown."""
        if not self.shown:
            return False
        self.page.step_back()
        return True

    def show_news(self, news: News) -> None:
        """Go to who is in the news."""
        self._window.raise_()
        self._window.activateWindow()
        self._window.show_page(KEY)
        if news.kind is NewsKind.ENDING:
            self.page.show_ending()
        else:
            self.page.show_all()
        self.page.seek(news.entry.customer_id)

    def _add_actions(self) -> None:
        add, page, banning = self._window.registry.add, self.page, self._banning
        add(verbs.BAN_SEARCH, page.focus_search, page)
        add(verbs.BAN_OPEN, self._open_current, page, live=False)
        add(verbs.BAN_EXTEND, lambda: banning.extend(self._chosen()), page)
        add(verbs.BAN_LIFT, lambda: banning.lift(self._chosen()), page)
        add(verbs.BAN_FINISH, self._finish, page)
        add(verbs.BAN_EXPORT, self.export.ask, page)

    def _connect(self) -> None:
        page, bar, banning = self.page, self.page.bar, self._banning
        page.opened.connect(self.opened)
        page.peeked.connect(self.peeked)
        page.current_changed.connect(self._on_current)
        page.refresh_wanted.connect(self._refresh)
        page.context_asked.connect(self._menu)
        bar.extend_wanted.connect(lambda: banning.extend(self._chosen()))
        bar.lift_wanted.connect(lambda: banning.lift(self._chosen()))
        bar.finish_wanted.connect(self._finish)
        bar.export_wanted.connect(self.export.ask)
        self.export.told.connect(self._window.toasts.tell)
        self._window.page_shown.connect(self._on_page)

    def _keep_columns(self, preferences: LivePreferences) -> None:
        columns = self.page.table.arrangement
        columns.restore(from_preferences(preferences.current.columns.get(TABLE, ())))
        columns.changed.connect(
            lambda: preferences.change(
                columns={**preferences.current.columns, TABLE: to_preferences(columns.state())}
            )
        )

    def _on_account(self, event: AccountEvent) -> None:
        if isinstance(event, StatusChanged):
            self.page.show_status(event.status)

    def _on_event(self, event: BanEvent) -> None:
        match event:
            case BansChanged():
                self.page.refresh_soon()
            case BansFetched():
                self.page.show_trouble(None)
                self.page.refresh_soon()

    def _tick(self) -> None:
        """Count down what is left of those that are seen."""
        if self.page.isVisible():
            self.page.tick()

    def _on_page(self, key: str) -> None:
        self._window.registry.enable(Section.BLACKLIST, key == KEY)
        if key == KEY:
            self.page.catch_up()
            self._refresh()
            self._on_current(self.current)

    def _refresh(self) -> None:
        if self._tasks is not None and self._account.status.connection == "online":
            self._tasks.start(self._fetch(), "blacklist")

    async def _fetch(self) -> None:
        trouble: AppError | None = None
        try:
            await self._account.blacklist.refresh()
        except AppError as error:
            trouble = error
        self.page.show_trouble(trouble)

    def _on_current(self, customer_id: str) -> None:
        if self.shown:
            self.current_changed.emit(customer_id)

    def _chosen(self) -> list[str]:
        return [ban.customer_id for ban in self.page.chosen()]

    def _finish(self) -> None:
        self._banning.finish([ban for ban in self.page.chosen() if ban.refused is not None])

    def _open_current(self) -> None:
        row = self.page.table.current_row()
        if row is not None:
            self.opened.emit(row.id)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in _MENU:
            menu.addAction(self._window.registry[verb.name])
        menu.popup(point)
