"""The lists of one account in the window's rail: they show what they hold and lead to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.ui.customers.page import CustomersPage
from desktop.ui.customers.view_names import view_name
from desktop.ui.kit import Kit
from desktop.ui.mywork.item import ListItem
from desktop.ui.mywork.lists import LISTS, MY_LIST, WorkList, count_of, my_view
from desktop.ui.mywork.numbers import short_number
from desktop.ui.window.main_window import CUSTOMERS, MainWindow
from desktop.workspace.listing.views import BUILTIN, MINE, View
from desktop.workspace.lookups.people import People


class WorkLists(QObject):
    """Puts the lists below the customers in the rail, until `close`.

    `ask_me` asks which agent the user is and then calls what it is given.
    """

    def __init__(
        self,
        window: MainWindow,
        page: CustomersPage,
        people: People,
        kit: Kit,
        ask_me: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._people = people
        self._kit = kit
        self._ask_me = ask_me
        self.items: dict[str, ListItem] = {}
        for work in LISTS:
            action = window.registry.add(work.verb, partial(self.show_list, work))
            item = ListItem(action, work.verb.icon, kit.look, kit.icons, window.rail)
            window.rail.add_below(CUSTOMERS, item)
            self.items[work.key] = item
        self._unsubscribe = people.events.subscribe(lambda _event: self._refresh())
        page.viewing.shown.connect(self._mark)
        window.page_shown.connect(self._mark)
        # While the screens are made, actions come by the dozen.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        window.registry.changed.connect(self._soon.start)
        self._refresh()
        self._mark()

    def close(self) -> None:
        """Take the lists out of the rail."""
        self._unsubscribe()
        self._window.registry.changed.disconnect(self._soon.start)
        self._soon.stop()
        self._window.page_shown.disconnect(self._mark)
        self._page.viewing.shown.disconnect(self._mark)
        for item in self.items.values():
            self._window.rail.remove_below(item)
        self.items = {}

    def show_list(self, work: WorkList) -> None:
        """Go to a list; the user's own asks first who the user is."""
        if work is MY_LIST and not self._people.me:
            self._window.show_page(CUSTOMERS)
            self._ask_me(partial(self.show_list, work))
            return
        self._window.show_page(CUSTOMERS)
        self._page.viewing.show_list(self._view(work))

    def _view(self, work: WorkList) -> View:
        if work is MY_LIST:
            return my_view(self._people.me)
        return next(view for view in BUILTIN if view.id == work.key)

    def _refresh(self) -> None:
        for work in LISTS:
            if (item := self.items.get(work.key)) is not None:
                self._show_count(work, item)
        viewing, mine = self._page.viewing, my_view(self._people.me)
        if viewing.current == MINE and self._people.me and viewing.list != mine:
            # The user said to be somebody else.
            viewing.show_list(mine)

    def _show_count(self, work: WorkList, item: ListItem) -> None:
        name, count = view_name(self._view(work)), count_of(work, self._people)
        if count is None:
            item.show_list(name, "", QCoreApplication.translate("WorkLists", "say who you are"))
        else:
            number = self._kit.formats.number
            item.show_list(name, short_number(count, number), number(count))

    def _mark(self) -> None:
        here = self._window.page_key == CUSTOMERS
        for key, item in self.items.items():
            item.setChecked(here and key == self._page.viewing.current)
        self._window.rail.soften(CUSTOMERS, any(item.isChecked() for item in self.items.values()))
