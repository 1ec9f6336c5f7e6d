"""Views at work: the list chosen in the rail is the first tab, saved views are the others."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.qt.look import Look
from desktop.ui.customers.query_state import QueryState
from desktop.ui.customers.view_tabs import ViewTabs
from desktop.workspace.listing.views import BUILTIN, LISTS, View

if TYPE_CHECKING:
    from desktop.ui.customers.name_popup import NamePopup
    from desktop.ui.window.ports import Views


class Viewing(QObject):
    """Keeps tabs, query and stored views together. `shown` when another view than before is the current one."""

    shown = Signal()

    def __init__(self, tabs: ViewTabs, state: QueryState, views: "Views", look: Look) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._state = state
        self._views = views
        self._look = look
        self.list: View = BUILTIN[0]
        """The list of customers that stands first."""
        tabs.chosen.connect(self._choose)
        tabs.save_wanted.connect(self.save)
        tabs.rename_wanted.connect(self._ask_rename)
        tabs.update_wanted.connect(self._update)
        tabs.remove_wanted.connect(views.remove)
        tabs.moved.connect(views.move)
        state.changed.connect(self._mark)

    def begin(self) -> None:
        """Show the tabs and the first view."""
        self._tabs.show_views(self._all())
        self._state.take_view(self.list)

    @property
    def current(self) -> str:
        """The id of the view whose tab is marked."""
        return self._tabs.current.id if self._tabs.current else ""

    def show_list(self, view: View) -> None:
        """Show one of the lists in place of the one that stands first."""
        self.list = view
        self._tabs.show_views(self._all(), view.id)
        self._state.take_view(view)
        self.shown.emit()

    def views_changed(self) -> None:
        """Show the tabs anew; a current view that is gone gives way to the first."""
        before = self._tabs.current
        self._tabs.show_views(self._all())
        now = self._tabs.current
        if before is not None and now is not None and before.id != now.id:
            self._state.take_view(now)
            self.shown.emit()
        self._mark()

    def save(self) -> None:
        """Ask for a name and keep what is shown as a view of its own."""
        title, go = self.tr("Save this view as"), self.tr("Save")
        self._popup(title, go, "", self._save_as).open_at(self._tabs.save_button)

    def _save_as(self, name: str) -> None:
        view = self._views.save(name, self._state.query)
        self._tabs.show_views(self._all(), view.id)
        self._state.rebase(view)
        self.shown.emit()

    def _all(self) -> list[View]:
        return [self.list, *(view for view in self._views.all if view.id not in LISTS)]

    def _choose(self, view_id: str) -> None:
        view = self._view(view_id)
        if view is not None:
            self._state.take_view(view)
            self.shown.emit()

    def _ask_rename(self, view_id: str) -> None:
        view = self._view(view_id)
        if view is not None:
            title, go = self.tr("Rename this view"), self.tr("Rename")
            rename = partial(self._rename, view_id)
            popup = self._popup(title, go, view.name, rename)
            popup.open_over(self._tabs.tab_place(view_id), self._tabs.window())

    def _popup(self, title: str, go: str, name: str, take: Callable[[str], None]) -> "NamePopup":
        from desktop.ui.customers.name_popup import NamePopup  # noqa: PLC0415 -- not for the first rows

        return NamePopup(title, go, name, take, self._look, self._tabs)

    def _rename(self, view_id: str, name: str) -> None:
        self._views.change(view_id, name=name)

    def _update(self, view_id: str) -> None:
        self._views.change(view_id, query=self._state.query)
        view = self._view(view_id)
        if view is not None:
            self._state.rebase(view)

    def _view(self, view_id: str) -> View | None:
        return next((view for view in self._all() if view.id == view_id), None)

    def _mark(self) -> None:
        self._tabs.set_changed(self._state.departed)
