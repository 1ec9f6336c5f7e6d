"""The gestures of setting a stage in the window: its key, the button of a selection, the line in the panel."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.staging.asking import StageAsking
from desktop.ui.staging.setting import StageSetting
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.whom.meant import Meant
from desktop.ui.window.main_window import MainWindow
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
        self._button = StageButton(kit, page.counts)
        self._button.clicked.connect(lambda: meant.tell_selected(self._choose, self._button))
        page.counts.add_button(self._button)
        panel.header.stage_wanted.connect(lambda: meant.tell_shown(self._choose))
        verb.changed.connect(lambda: self._button.setToolTip(verb.toolTip()))

    def _choose(self, meant: Meant) -> None:
        meant.people(lambda people: self.asking.open(people, meant.place("stage_id")))


class StageButton(Translated, Button):
    """The button that sets the stage of a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("stage"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Stage"))
        self.setAccessibleName(self.tr("Set the stage of the selected customers"))
