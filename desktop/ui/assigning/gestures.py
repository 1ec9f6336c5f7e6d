"""The gestures of assigning in the window: keys, the button of a selection, the agent in the panel."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from desktop.qt.buttons import Button
from desktop.qt.selection import Selection
from desktop.ui import verbs
from desktop.ui.assigning.assigning import CustomerAssigning
from desktop.ui.assigning.group import Group
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.tagging.placing import cell_place, widget_place
from desktop.ui.translated import Translated


class AssignGestures(QObject):
    """Lets the user assign, claim and recycle what is selected in the table, or the customer of the panel."""

    def __init__(
        self, window: MainWindow, page: CustomersPage, panel: DetailPanel, account: StaffedAccount, kit: Kit
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._panel = panel
        self._account = account
        self.assigning = CustomerAssigning(account, kit, window)
        self.assigning.told.connect(window.toasts.tell)
        # Who was moved mostly leaves the list: a selection nobody sees must not be acted on.
        self.assigning.moved.connect(page.table.selection.clear)
        add = window.registry.add
        assign = add(verbs.ASSIGN, self.choose)
        add(verbs.CLAIM, partial(self._with_group, self._claim))
        add(verbs.RECYCLE, partial(self._with_group, self._recycle))
        add(verbs.RECYCLE_INVALID, partial(self._with_group, self._recycle_invalid))
        add(verbs.WHO_AM_I, self.ask_me)
        self._button = AssignButton(kit, page.counts)
        self._button.clicked.connect(lambda: self._choose(page.table.target(), widget_place(self._button)))
        page.counts.add_button(self._button)
        panel.header.agent_wanted.connect(self._choose_in_panel)
        assign.changed.connect(lambda: self._button.setToolTip(assign.toolTip()))

    def close(self) -> None:
        """Close what is open: the account is going away."""
        self.assigning.close()

    def choose(self) -> None:
        """Open the picker where the user is: in the panel for its customer, else for what is selected."""
        if self._in_panel():
            self._choose_in_panel()
        else:
            self._choose(self._page.table.target(), self._place())

    def ask_me(self, then: Callable[[], None] | None = None) -> None:
        """Ask which agent the user is."""
        self.assigning.asking.ask_me(self._place(), then or (lambda: None))

    def _choose_in_panel(self) -> None:
        self._choose(self._here(), widget_place(self._panel.header.assign))

    def _choose(self, target: Selection, place: QRect) -> None:
        if target.everything or target.ids:
            self.assigning.choose(self._group(target), place)

    def _with_group(self, then: Callable[[Group], None]) -> None:
        target = self._here() if self._in_panel() else self._page.table.target()
        if target.everything or target.ids:
            then(self._group(target))

    def _claim(self, group: Group) -> None:
        self.assigning.claim(group, self._place())

    def _recycle(self, group: Group) -> None:
        self.assigning.recycle(group, valid=True)

    def _recycle_invalid(self, group: Group) -> None:
        self.assigning.recycle(group, valid=False)

    def _group(self, target: Selection) -> Group:
        return Group(self._account, self._page.state.query, target)

    def _place(self) -> QRect:
        if self._in_panel():
            return widget_place(self._panel.header.assign)
        at_button = self._button.isVisible() and self._page.table.currentIndex().row() < 0
        return widget_place(self._button) if at_button else cell_place(self._page.table, "agent_name")

    def _in_panel(self) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        return focus is not None and self._panel.isAncestorOf(focus) and bool(self._panel.customer_id)

    def _here(self) -> Selection:
        customer = self._panel.customer_id
        return Selection(ids=frozenset({customer} if customer else ()))


class AssignButton(Translated, Button):
    """The button that assigns a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("assign"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Assign"))
        self.setAccessibleName(self.tr("Assign the selected customers"))
