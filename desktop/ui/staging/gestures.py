"""The gestures of setting a stage in the window: its key, the button of a selection, the line in the panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.selection import Selection
from desktop.ui import verbs
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.staging.asking import StageAsking
from desktop.ui.staging.setting import StageSetting
from desktop.ui.tagging.gestures import FEW
from desktop.ui.tagging.people import Many, People
from desktop.ui.tagging.placing import cell_place, widget_place
from desktop.ui.translated import Translated
from desktop.ui.words import AccountWords


class StageGestures(QObject):
    """Lets the user set the stage of what is selected in the table, or of the customer of the panel."""

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        panel: DetailPanel,
        account: EditedAccount,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._panel = panel
        self._account = account
        self.setting = StageSetting(account, words.lookup, self)
        self.setting.told.connect(window.toasts.tell)
        self.asking = StageAsking(account, self.setting, kit, window)
        verb = window.registry.add(verbs.STAGE, self.choose)
        self._button = StageButton(kit, page.counts)
        self._button.clicked.connect(lambda: self._choose(page.table.target(), widget_place(self._button)))
        page.counts.add_button(self._button)
        panel.header.stage_wanted.connect(self._choose_in_panel)
        verb.changed.connect(lambda: self._button.setToolTip(verb.toolTip()))

    def choose(self) -> None:
        """Open the picker where the user is: in the panel for its customer, else for what is selected."""
        if self._in_panel():
            self._choose_in_panel()
            return
        selected = self._page.table.selection.count(self._page.rows.rowCount()) > 1
        at_button = selected and self._button.isVisible() and self._page.table.currentIndex().row() < 0
        place = widget_place(self._button) if at_button else cell_place(self._page.table, "stage_id")
        self._choose(self._page.table.target(), place)

    def _choose_in_panel(self) -> None:
        customer = self._panel.customer_id
        if customer:
            self._choose(Selection(ids=frozenset({customer})), widget_place(self._panel.header.set_stage))

    def _choose(self, target: Selection, place: QRect) -> None:
        self._with_people(target, lambda people: self.asking.open(people, place))

    def _with_people(self, target: Selection, then: Callable[[People | Many], None]) -> None:
        if target.count(self._page.rows.rowCount()) > FEW:
            then(Many(self._account, self._page.state.query, target))
        elif target.everything:
            self._page.rows.source.ids(
                lambda ids: then(People(self._account, [one for one in ids if one in target]))
            )
        elif target.ids:
            then(People(self._account, sorted(target.ids)))

    def _in_panel(self) -> bool:
        focus = self._window.focusWidget()
        return focus is not None and self._panel.isAncestorOf(focus) and bool(self._panel.customer_id)


class StageButton(Translated, Button):
    """The button that sets the stage of a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("stage"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Stage"))
        self.setAccessibleName(self.tr("Set the stage of the selected customers"))
