"""Everything in the window that edits an account: tagging, undo, what is pending."""

from PySide6.QtCore import QObject

from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.outbox.undoing import Undoing
from desktop.ui.outbox.waiting import WaitingEdits
from desktop.ui.tagging.gestures import TagGestures
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.words import AccountWords


class Editing(QObject):
    """Adds the editing of one account to its screens, until `close`."""

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        meant: CustomersMeant,
        account: EditedAccount,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self.undoing = Undoing(window, account)
        self._waiting = WaitingEdits(window, page, panel, account)
        self.gestures = TagGestures(window, page, panel, meant, account, kit, words)
        self.gestures.tagging.undo_wanted.connect(self.undoing.undo)

    def close(self) -> None:
        """Stop following the account."""
        self._waiting.close()
