"""The gestures of setting a stage in the window: its key, the button of a selection, the line in the panel."""

from PySide6.QtCore import QObject

from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.staging.asking import StageAsking
from desktop.ui.staging.setting import StageSetting
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.whom.selection_button import SelectionButton
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP
from desktop.ui.wording.words import AccountWords


class StageGestures(QObject):
    """Lets the user set the stage of who is meant."""

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
        self.setting = StageSetting(account, words.lookup, self)
        self.setting.told.connect(window.toasts.tell)
        self.asking = StageAsking(account, self.setting, kit, window)
        verb = meant.add(verbs.STAGE, self._choose)
        word = QT_TRANSLATE_NOOP("Selection", "Stage")
        name = QT_TRANSLATE_NOOP("Selection", "Set the stage of the selected customers")
        SelectionButton(kit, page, "stage", word, name, verb).tells(meant, self._choose)
        panel.header.stage_wanted.connect(lambda: meant.tell_shown(self._choose))

    def _choose(self, meant: Meant) -> None:
        meant.people(lambda people: self.asking.open(people, meant.place("stage_id")))
