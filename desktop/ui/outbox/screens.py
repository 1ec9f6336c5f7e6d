"""The outbox in the window: its page, the badge of the rail, the count of the status bar, marks of customers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.qt.columns import Mark
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.outbox.deciding import OutboxDeciding
from desktop.ui.outbox.lines import customers_of
from desktop.ui.outbox.linewords import pending_mark
from desktop.ui.outbox.page import OutboxPage
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.words import AccountWords
from desktop.workspace.events import AccountEvent, CollectionChanged, OutboxChanged, StatusChanged

KEY = verbs.OUTBOX_PAGE.name.removeprefix("page.")
_QUIET_MS = 800
"""What is sent sooner is not told to wait: badges and marks would only flicker."""


class OutboxScreens(QObject):
    """Shows what waits of one account, until `close`."""

    def __init__(
        self,
        window: MainWindow,
        customers: CustomersPage,
        panel: DetailPanel,
        account: EditedAccount,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._customers = customers
        self._panel = panel
        self._account = account
        self._pending: dict[str, bool] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._later = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self.page = OutboxPage(kit, words.lookup, account, window)
        self.deciding = OutboxDeciding(self.page, account, words.lookup, kit)
        self._add_actions()
        window.add_page(KEY, self.page)
        customers.rows.noted = self._marks
        panel.header.pending = self._mark
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self._on_page(window.page_key)
        self._refresh()

    def close(self) -> None:
        """Stop following the account and the window."""
        self._unsubscribe()
        self._soon.stop()
        self._later.stop()
        self._window.page_shown.disconnect(self._on_page)
        self._window.status_bar.outbox_wanted.disconnect(self._go)
        self._show_count(0)
        self.page.close_page()

    def step_back(self) -> bool:
        """Go one step back on the page; False when another one is shown."""
        if self._window.page_key != KEY:
            return False
        self.page.table.selection.clear()
        return True

    def _add_actions(self) -> None:
        add, scope = self._window.registry.add, self.page
        do = self.deciding
        works: list[tuple[Verb, Callable[[], None]]] = [
            (verbs.OUTBOX_DECIDE, do.open),
            (verbs.OUTBOX_RETRY, do.retry),
            (verbs.OUTBOX_EDIT, do.edit),
            (verbs.OUTBOX_DISCARD, do.discard),
        ]
        for verb, run in works:
            add(verb, run, scope, live=verb is not verbs.OUTBOX_DECIDE)

    def _connect(self) -> None:
        page, do, bar = self.page, self.deciding, self.page.bar
        page.opened.connect(do.open)
        page.retry_all_wanted.connect(do.retry_all)
        bar.decide_wanted.connect(do.open)
        bar.retry_wanted.connect(do.retry)
        bar.edit_wanted.connect(do.edit)
        bar.discard_wanted.connect(do.discard)
        do.told.connect(self._window.toasts.tell)
        self._window.page_shown.connect(self._on_page)
        self._window.status_bar.outbox_wanted.connect(self._go)
        self._panel.header.pending_wanted.connect(self._go)
        self._soon.timeout.connect(self._refresh)
        self._later.timeout.connect(self._show_lasting)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case OutboxChanged() | StatusChanged():
                self._soon.start()
            case CollectionChanged(kind="tag" | "tag_group"):
                self.page.retranslate()

    def _refresh(self) -> None:
        outbox = self._account.outbox
        counts = outbox.counts()
        if self._window.page_key == KEY:
            self.page.show_entries(outbox.entries(), self._account.status)
        if counts.asking or not counts.waiting:
            self._show_lasting()
        elif not self._later.isActive():
            self._later.start()

    def _show_lasting(self) -> None:
        outbox = self._account.outbox
        counts = outbox.counts()
        self._show_count(counts.waiting + counts.asking)
        pending = customers_of(outbox.entries()) if counts.waiting or counts.asking else {}
        if pending != self._pending:
            self._pending = pending
            self._customers.rows.reformat()
            self._panel.header.refresh_pending()

    def _show_count(self, count: int) -> None:
        self._window.rail.set_badge(KEY, str(count) if count else "")
        self._window.status_bar.show_waiting(count)

    def _marks(self, customer_id: str) -> list[Mark]:
        mark = self._mark(customer_id)
        return [] if mark is None else [mark]

    def _mark(self, customer_id: str) -> Mark | None:
        asking = self._pending.get(customer_id)
        return None if asking is None else pending_mark(asking)

    def _go(self) -> None:
        self._window.show_page(KEY)

    def _on_page(self, key: str) -> None:
        self._window.registry.enable(Section.OUTBOX, key == KEY)
        if key == KEY:
            self._refresh()
