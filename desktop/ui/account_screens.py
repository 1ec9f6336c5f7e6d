"""One account in the window: its page and panel, following what the account tells."""

from PySide6.QtCore import QObject

from desktop.domain.customer import Customer
from desktop.ui.customers.columns import LISTED
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import Account
from desktop.ui.words import account_words
from desktop.workspace.events import (
    AccountEvent,
    CollectionChanged,
    CustomersChanged,
    StatusChanged,
    ViewsChanged,
)


class AccountScreens(QObject):
    """Puts an account's screens into a window and keeps them up to date until `close`."""

    def __init__(self, window: MainWindow, account: Account, kit: Kit) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        words = account_words(account.collections, kit.formats)
        self.page = CustomersPage(kit, words, account.listing(LISTED), account.views, window.registry, window)
        self.panel = DetailPanel(kit.look, kit.icons, kit.chips, words.lookup, words.texts, window)
        window.set_page(self.page)
        window.set_panel(self.panel)
        window.show_name(account.profile.name)
        self._connect()
        self._unsubscribe = account.subscribe(self._on_event)
        self._show_status()

    def close(self) -> None:
        """Stop following the account."""
        self._unsubscribe()
        self.page.close_listing()

    def _connect(self) -> None:
        self.page.current_changed.connect(self._show_customer)
        self.page.opened.connect(self._open)
        self.page.peeked.connect(self._peek)
        self.panel.close_wanted.connect(lambda: self._window.show_panel(False))

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
                if change.everything or self.panel.customer_id in change.updated:
                    self._show_customer(self.panel.customer_id)

    def _show_status(self) -> None:
        status = self._account.status
        self._window.status_bar.show_status(status)
        self.page.show_pulling(status.progress is not None)

    def _show_customer(self, customer_id: str) -> None:
        if not customer_id:
            return
        self._wanted = customer_id

        def answer(customer: Customer | None) -> None:
            if customer_id == self._wanted:
                self.panel.show_customer(customer)

        self._account.customer(customer_id, answer)

    def _open(self, customer_id: str) -> None:
        self._window.show_panel(True)
        self._show_customer(customer_id)
        self.panel.setFocus()

    def _peek(self, customer_id: str) -> None:
        shown = self._window.panel_shown
        self._window.show_panel(not shown)
        if not shown:
            self._show_customer(customer_id)
