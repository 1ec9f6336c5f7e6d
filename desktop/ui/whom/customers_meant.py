"""Whom the user means by a gesture, wherever in the window it is made."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.qt.toast import Toast, Tone
from desktop.qt.waiting import Waiting
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.customers.page import CustomersPage
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.whom.meant import Finder, Meant
from desktop.ui.whom.placing import widget_place
from desktop.ui.whom.pointing import PanelPointing, Pointing, TablePointing
from desktop.ui.window.main_window import CUSTOMERS, MainWindow

Then = Callable[[Meant], None]


class CustomersMeant(QObject):
    """Knows who is meant: the customer of the panel while the keyboard is there, else whom the page points at.

    The actions about customers rest on pages where there are none. A row that is just being read anew is waited
    for, until Escape, another page or another gesture. `told` when nobody is meant.
    """

    told = Signal(Toast)

    def __init__(self, window: MainWindow, page: CustomersPage, panel: DetailPanel, account: Finder) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._account = account
        self._table = TablePointing(page)
        self._shown = PanelPointing(panel)
        self._pages: dict[str, Pointing] = {}
        self._own: dict[str, frozenset[str]] = {}
        self._about: list[str] = []
        self._waiting = Waiting(self)
        self._waiting.given_up.connect(self._tell_nobody)
        self.add_page(CUSTOMERS, self._table)
        window.back_wanted.connect(self._waiting.cancel)
        window.page_shown.connect(self._on_page)
        self._on_page(window.page_key)

    def add(self, verb: Verb, then: Then) -> QAction:
        """Add an action that is about customers; `then` is called with who is meant."""
        action = self._window.registry.add(verb, partial(self.tell, then))
        self._about.append(verb.name)
        self._rest(self._window.page_key)
        return action

    def add_page(self, key: str, pointing: Pointing, own: Iterable[Verb] = ()) -> None:
        """Learn of a page on which customers are pointed at, by its key; `own` are actions whose keys it uses."""
        self._pages[key] = pointing
        self._own[key] = frozenset(verb.name for verb in own)
        pointing.came.connect(self._waiting.look)
        self._rest(self._window.page_key)

    def close(self) -> None:
        """Wait for nothing any more and stop following the window."""
        self._waiting.cancel()
        self._window.back_wanted.disconnect(self._waiting.cancel)
        self._window.page_shown.disconnect(self._on_page)

    @property
    def in_panel(self) -> bool:
        """Whether the keyboard is in the detail panel."""
        focus = self._window.focusWidget()
        return focus is not None and self._panel.isAncestorOf(focus)

    def tell(self, then: Then) -> None:
        """Call `then` with who is meant where the user is: now, or when the row is there."""
        where = self._here()
        if where is None:
            self._tell_nobody()
        else:
            self._tell(where, then)

    def tell_selected(self, then: Then, button: QWidget) -> None:
        """Call `then` with what is selected in the table of customers; `button` is where that was asked for."""
        self._tell(self._table, then, lambda _column: widget_place(button))

    def tell_shown(self, then: Then) -> None:
        """Call `then` with the customer of the panel."""
        self._tell(self._shown, then)

    def place(self, column: str) -> QRect:
        """Return where on the screen a field is that is asked for where the user is."""
        return (self._here() or self._table).place(column)

    def _on_page(self, key: str) -> None:
        self._waiting.cancel()
        self._window.registry.enable(Section.CUSTOMERS, key == CUSTOMERS)
        self._rest(key)

    def _rest(self, key: str) -> None:
        for name in self._about:
            self._window.registry[name].setEnabled(key in self._pages and name not in self._own[key])

    def _here(self) -> Pointing | None:
        if self.in_panel and self._panel.customer_id:
            return self._shown
        return self._pages.get(self._window.page_key)

    def _tell(self, where: Pointing, then: Then, place: Callable[[str], QRect] | None = None) -> None:
        spot, focus = where.spot, self._window.focusWidget()

        def go_on() -> None:
            chosen = where.chosen()
            if where.spot != spot or self._window.focusWidget() is not focus:
                # Who goes elsewhere meanwhile does not want it there.
                return
            if not chosen.everything and not chosen.ids:
                self._tell_nobody()
                return
            then(Meant(self._account, chosen, where.query, where.count(chosen), place or where.place))

        self._waiting.begin(lambda: where.settled, go_on)

    def _tell_nobody(self) -> None:
        self.told.emit(Toast(self.tr("No customer is selected."), Tone.NEWS, topic="nobody"))
