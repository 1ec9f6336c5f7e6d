"""The tags page in the window."""

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError
from desktop.domain.query import Tagged
from desktop.qt.toast import Toast, Tone
from desktop.ui.actions.verbs import PULL, TAGS_PAGE
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.tags.page import TagsPage
from desktop.ui.tags.ports import TagAccount
from desktop.ui.window.main_window import CUSTOMERS, MainWindow
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.status import Status

KEY = TAGS_PAGE.page


class TagScreens(QObject):
    """Shows the tags page of an account in the window; its actions and those of the customers take turns."""

    def __init__(
        self, window: MainWindow, customers: CustomersPage, account: TagAccount, status: Status, kit: Kit
    ) -> None:
        super().__init__(window)
        self._window = window
        self._customers = customers
        self.page = TagsPage(kit, account, status, window.registry, window.stack)
        window.page_shown.connect(self._on_page)
        self.page.failed.connect(self._tell)
        self.page.customers_wanted.connect(self._show_customers)
        self.page.pull_wanted.connect(window.registry[PULL.name].trigger)
        self._on_page(window.page_key)

    def close(self) -> None:
        """Stop following the account and the window."""
        self._window.page_shown.disconnect(self._on_page)
        self.page.close_page()

    def step_back(self) -> bool:
        """Go one step back on the page; False when another one is shown."""
        if self._window.page_key != KEY:
            return False
        self.page.step_back()
        return True

    def _on_page(self, key: str) -> None:
        self.page.commands.work(key == KEY)

    def _show_customers(self, tag_id: str) -> None:
        self._customers.state.clear()
        self._customers.state.put(None, Tagged("any", (tag_id,)))
        self._window.show_page(CUSTOMERS)

    def _tell(self, error: AppError) -> None:
        self._window.toasts.tell(Toast(paragraph(error), Tone.ERROR))
