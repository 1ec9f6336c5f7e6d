"""The gestures of tagging in the window: keys, the button of a selection, the chips of the panel."""

from PySide6.QtCore import QObject

from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.tagging.tagging import CustomerTagging
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.selection_button import SelectionButton
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP
from desktop.ui.wording.words import AccountWords


class TagGestures(QObject):
    """Lets the user tag who is meant."""

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
        self.tagging = CustomerTagging(account, words.lookup, kit, window)
        self.tagging.told.connect(window.toasts.tell)
        tag = meant.add(verbs.TAG, self._choose)
        meant.add(verbs.TAG_AGAIN, self._repeat)
        word = QT_TRANSLATE_NOOP("Selection", "Tag")
        name = QT_TRANSLATE_NOOP("Selection", "Tag the selected customers")
        SelectionButton(kit, page, "tag", word, name, tag).tells(meant, self._choose)
        panel.header.tag_removed.connect(lambda tag_id: self.tagging.remove(panel.customer_id, tag_id))
        panel.header.tag_wanted.connect(lambda: meant.tell_shown(self._choose))

    def _choose(self, meant: Meant) -> None:
        meant.people(lambda people: self.tagging.choose(people, meant.place("tags")))

    def _repeat(self, meant: Meant) -> None:
        meant.people(self.tagging.repeat)
