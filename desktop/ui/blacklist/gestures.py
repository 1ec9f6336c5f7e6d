"""The gestures of banning in the window: keys, the buttons of a selection, the panel's customer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.selection import Selection
from desktop.ui import verbs
from desktop.ui.blacklist.banning import Banning
from desktop.ui.blacklist.ports import BannedAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.main_window import CUSTOMERS, MainWindow
from desktop.ui.translated import Translated

_OWN = verbs.BLACKLIST_PAGE.name.removeprefix("page.")


class BanGestures(QObject):
    """Lets the user ban what is selected in the customers' table, or the customer of the panel, and lift it.

    `chosen` answers with whom the blacklist page has selected.
    """

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        account: BannedAccount,
        banning: Banning,
        kit: Kit,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._panel = panel
        self._account = account
        self.chosen: Callable[[], Sequence[str]] = list
        window.registry.add(verbs.BAN, lambda: self.with_customers(banning.ban))
        window.registry.add(verbs.LIFT, lambda: self.with_customers(banning.lift))
        self._button = BanButton(kit, page.counts)
        self._button.clicked.connect(lambda: self._selected(page.table.target(), banning.ban))
        page.counts.add_button(self._button)

    def with_customers(self, then: Callable[[Sequence[str]], None]) -> None:
        """Call `then` with whom an action is about: what the page has selected, or the panel's customer."""
        focus = self._window.focusWidget()
        in_panel = focus is not None and self._panel.isAncestorOf(focus)
        if self._window.page_key == _OWN and not in_panel:
            then(self.chosen())
        elif self._window.page_key == CUSTOMERS and not in_panel:
            self._selected(self._page.table.target(), then)
        elif self._panel.customer_id:
            then([self._panel.customer_id])

    def _selected(self, target: Selection, then: Callable[[Sequence[str]], None]) -> None:
        if target.everything:
            query = self._page.state.query
            self._account.crowd(query, target.ids, True, lambda crowd: then(crowd.ids))
        elif target.ids:
            then(sorted(target.ids))


class BanButton(Translated, Button):
    """The button that bans a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("ban"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Blacklist"))
        self.setAccessibleName(self.tr("Blacklist the selected customers"))
