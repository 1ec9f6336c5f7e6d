"""What the window shows of an account first: its customers, before anything else is loaded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.customers.column_states import from_preferences
from desktop.ui.customers.columns import LISTED, TABLE
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.words import account_words
from desktop.workspace.events import AccountEvent, CollectionChanged, StatusChanged, ViewsChanged

if TYPE_CHECKING:
    from desktop.settings.live import LivePreferences
    from desktop.ui.window.ports import Account

_PATIENCE = 100
"""Milliseconds after which the page is painted without its rows."""


class FirstScreen(QObject):
    """The page of an account beside an empty panel, until `hand_over`: `AccountScreens` follows the account then.

    `painted` once, when the first rows, or the word that there are none, are on the screen.
    """

    painted = Signal()

    def __init__(self, window: MainWindow, account: "Account", kit: Kit, preferences: "LivePreferences") -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self.words = account_words(account.collections, kit.formats)
        listing = account.listing(LISTED)
        self.page = CustomersPage(kit, self.words, listing, account.views, window.registry, window.pages)
        # Painted once, with its rows: they are a few milliseconds away.
        self.page.setUpdatesEnabled(False)
        self._heard: Callable[[], None] = listing.subscribe(self._on_answer)
        QTimer.singleShot(_PATIENCE, self.page, self._let_paint)
        self.page.table.arrangement.restore(from_preferences(preferences.current.columns.get(TABLE, ())))
        window.set_page(self.page)
        window.set_panel(QWidget())
        window.show_name(account.profile.name)
        self._unsubscribe: Callable[[], None] = account.subscribe(self._on_event)
        self._show_status()
        self.page.installEventFilter(self)
        self.page.table.viewport().installEventFilter(self)

    def hand_over(self) -> None:
        """Follow the account no more."""
        self._heard()
        self._unsubscribe()

    def close(self) -> None:
        """Follow neither the account nor its listing, where nothing took them."""
        self._heard()
        self._unsubscribe()
        self.page.close_listing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first painting that shows what the account holds."""
        if event.type() is QEvent.Type.Paint and self.page.answered:
            self.page.removeEventFilter(self)
            self.page.table.viewport().removeEventFilter(self)
            # Runs when this painting is done.
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def _on_answer(self, _event: object) -> None:
        if self.page.answered:
            self._heard()
            self._let_paint()

    def _let_paint(self) -> None:
        self.page.setUpdatesEnabled(True)

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case StatusChanged():
                self._show_status()
            case CollectionChanged():
                self.page.names_changed()
            case ViewsChanged():
                self.page.viewing.views_changed()

    def _show_status(self) -> None:
        self._window.status_bar.show_status(self._account.status)
        self._window.banner.show_status(self._account.status)
