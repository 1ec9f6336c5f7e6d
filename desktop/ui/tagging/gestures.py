"""The gestures of tagging in the window: keys, the button of a selection, the chips of the panel."""

from collections.abc import Callable, Sequence

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
from desktop.ui.tagging.people import Many, People
from desktop.ui.tagging.placing import cell_place, widget_place
from desktop.ui.tagging.tagging import CustomerTagging
from desktop.ui.translated import Translated
from desktop.ui.words import AccountWords

FEW = 50
"""So many customers are tagged edit by edit; more are a job."""


class TagGestures(QObject):
    """Lets the user tag what is selected in the table, or the customer of the panel."""

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
        self._page = page
        self._panel = panel
        self._account = account
        self._window = window
        self.tagging = CustomerTagging(account, words.lookup, kit, window)
        self.tagging.told.connect(window.toasts.tell)
        tag = window.registry.add(verbs.TAG, self.choose)
        window.registry.add(verbs.TAG_AGAIN, self.repeat)
        self._button = TagButton(kit, page.counts)
        self._button.clicked.connect(lambda: self._choose(page.table.target(), widget_place(self._button)))
        page.counts.add_button(self._button)
        panel.header.tag_removed.connect(lambda tag_id: self.tagging.remove(panel.customer_id, tag_id))
        panel.header.tag_wanted.connect(self._choose_in_panel)
        tag.changed.connect(lambda: self._button.setToolTip(tag.toolTip()))

    def choose(self) -> None:
        """Open the picker where the user is: in the panel for its customer, else for what is selected."""
        if self._in_panel():
            self._choose_in_panel()
            return
        selected = self._page.table.selection.count(self._page.rows.rowCount()) > 1
        at_button = selected and self._button.isVisible() and self._page.table.currentIndex().row() < 0
        place = widget_place(self._button) if at_button else cell_place(self._page.table, "tags")
        self._choose(self._page.table.target(), place)

    def repeat(self) -> None:
        """Do the last tagging to what is selected."""
        target = self._here() if self._in_panel() else self._page.table.target()
        self._with_people(target, self.tagging.repeat)

    def _choose_in_panel(self) -> None:
        self._choose(self._here(), widget_place(self._panel.header.add_tag))

    def _choose(self, target: Selection, place: QRect) -> None:
        self._with_people(target, lambda people: self.tagging.choose(people, place))

    def _with_people(self, target: Selection, then: Callable[[People | Many], None]) -> None:
        count = target.count(self._page.rows.rowCount())
        if count > FEW:
            then(Many(self._account, self._page.state.query, target))
        elif target.everything:
            self._page.rows.source.ids(lambda ids: then(self._people([one for one in ids if one in target])))
        elif target.ids:
            then(self._people(sorted(target.ids)))

    def _people(self, ids: Sequence[str]) -> People:
        return People(self._account, ids)

    def _in_panel(self) -> bool:
        focus = self._window.focusWidget()
        return focus is not None and self._panel.isAncestorOf(focus) and bool(self._panel.customer_id)

    def _here(self) -> Selection:
        customer = self._panel.customer_id
        return Selection(ids=frozenset({customer} if customer else ()))


class TagButton(Translated, Button):
    """The button that tags a selection."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__("", parent, icon=kit.icons.icon("tag"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language shown."""
        self.setText(self.tr("Tag"))
        self.setAccessibleName(self.tr("Tag the selected customers"))
