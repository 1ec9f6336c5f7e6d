"""The customers page: search, saved views, filters, the table, counts and what to do with a selection."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.query import Order
from desktop.qt import theme
from desktop.qt.busy import Busy
from desktop.qt.buttons import IconButton
from desktop.qt.labels import PlainLabel
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions
from desktop.ui.customers.actions import add_actions
from desktop.ui.customers.columns import LISTED, CustomerColumns
from desktop.ui.customers.count_bar import CountBar
from desktop.ui.customers.page_parts import PageParts
from desktop.ui.customers.query_state import QueryState
from desktop.ui.customers.search_field import SearchField
from desktop.ui.customers.view_tabs import ViewTabs
from desktop.ui.customers.viewing import Viewing
from desktop.ui.filters.bar import FilterBar
from desktop.ui.kit import Kit
from desktop.ui.window.listed import Listing
from desktop.ui.wording.words import AccountWords

if TYPE_CHECKING:
    from desktop.ui.window.ports import Views


class CustomersPage(Translated, PageParts):
    """Lists customers of one account.

    `current_changed(id)` when another customer is current, `opened(id)` and `peeked(id)` by Enter and Space,
    `pull_wanted` from the empty page, `told` with a line for the user, `columns_changed` when they were arranged.
    """

    current_changed = Signal(str)
    opened = Signal(str)
    peeked = Signal(str)
    told = Signal(str)
    columns_changed = Signal()

    def __init__(
        self,
        kit: Kit,
        words: AccountWords,
        listing: Listing,
        views: "Views",
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = words
        self._listing = listing
        self._actions = actions
        self._pulling = False
        self._error: AppError | None = None
        self.state = QueryState(self)
        self._columns = CustomerColumns(words.lookup, words.texts, kit.formats)
        self.rows = RowsModel(listing, self._columns.all(), self)
        self.rows.spotted = self.state.spotted
        self.table = DataTable(kit.look, kit.icons, kit.chips, self)
        self.table.set_rows(self.rows)
        self.setFocusProxy(self.table)
        self._title = PlainLabel(parent=self, type="title")
        self.search = SearchField(kit.look, kit.icons, self)
        self.more = IconButton(kit.icons.icon("more"), "", self)
        self.tabs = ViewTabs(kit.icons, self)
        self.bar = FilterBar(kit.look, kit.icons, self.describe, self)
        self._busy = Busy(kit.look, self)
        add_actions(actions, self)
        self.search.follow(actions, verbs.SEARCH)
        self.counts = CountBar(kit, actions[verbs.COPY.name], self)
        self.viewing = Viewing(self.tabs, self.state, views, kit.look)
        self._lay_out()
        self._connect()
        self._unsubscribe = listing.subscribe(self._on_listing)
        self.retranslate()
        self.viewing.begin()

    @property
    def answered(self) -> bool:
        """Whether the listing has said what there is: its first rows, or that there are none."""
        return not self._listing.busy or self.rows.row(0) is not None

    def close_listing(self) -> None:
        """Stop following the listing: the account is going away."""
        self._unsubscribe()
        self.rows.close()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def add_filter(self) -> None:
        """Open the list of filters."""
        self._asking.choose()

    def clear_filters(self) -> None:
        """Drop the search and every filter."""
        self.state.clear()

    def save_view(self) -> None:
        """Ask for a name and save what is shown as a view."""
        self.viewing.save()

    def open_current(self) -> None:
        """Open the current customer."""
        row = self.table.current_row()
        if row is not None:
            self.opened.emit(row.id)

    def peek_current(self) -> None:
        """Peek at the current customer."""
        row = self.table.current_row()
        if row is not None:
            self.peeked.emit(row.id)

    def copy_phone(self) -> None:
        """Put the current customer's phone number on the clipboard, as the server has it."""
        row = self.table.current_row()
        phone = row.values[LISTED.index("phone")] if row is not None else None
        if phone:
            QGuiApplication.clipboard().setText(phone)
            self.told.emit(self.tr("{phone} is on the clipboard").format(phone=phone))

    def step_back(self) -> bool:
        """Go one step back on this page; False when there is none."""
        if not self.table.hasFocus():
            self._leave_search()
            return True
        if not self.table.selection.empty:
            self.table.selection.clear()
            return True
        return False

    def show_pulling(self, pulling: bool) -> None:
        """Learn whether a pull is under way: an empty page says so."""
        self._pulling = pulling
        self._show_state()

    def names_changed(self) -> None:
        """Write cells and chips anew: names of tags, stages or agents have come."""
        self.rows.reformat()
        self.bar.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Customers"))
        self.more.set_name(self.tr("More"))
        self.table.setAccessibleName(self.tr("Customers"))
        self.rows.set_columns(self._columns.all())
        self._show_counts()

    def _connect(self) -> None:
        self.state.changed.connect(self._on_query)
        self.search.textChanged.connect(self.state.set_text)
        self.search.left.connect(self._leave_search)
        self.more.clicked.connect(self._open_more)
        self.bar.add_wanted.connect(self.add_filter)
        self.bar.edit_wanted.connect(self._edit_filter)
        self.bar.clear_wanted.connect(self.state.clear)
        self.bar.remove_wanted.connect(lambda condition: self.state.put(condition, None))
        self.table.current_moved.connect(self.current_changed)
        self.table.opened.connect(self.opened)
        self.table.peeked.connect(self.peeked)
        self.table.sort_asked.connect(self._on_sort)
        self.table.context_asked.connect(self._on_context)
        self.table.header_menu_asked.connect(self._on_header_menu)
        self.table.copied.connect(self._on_copied)
        self.table.arrangement.changed.connect(self.columns_changed)
        self.table.selection.changed.connect(self._show_counts)
        self.counts.select_all_wanted.connect(self.table.selection.select_all)
        self.counts.clear_wanted.connect(self.table.selection.clear)

    def _lay_out(self) -> None:
        side = theme.SPACE[3]
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.SPACE[2], side, theme.SPACE[1])
        head.setSpacing(theme.SPACE[2])
        head.addWidget(self._title, 1)
        head.addWidget(self.search, 3)
        head.addWidget(self.more)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, side, theme.SPACE[1])
        middle.setSpacing(0)
        for part, left in ((self.tabs, side), (self.bar, side - theme.SPACE[2])):
            # A quiet button has no edge of its own: its word stands where the tabs begin.
            part.setContentsMargins(left, theme.SPACE[1] if part is self.bar else 0, 0, 0)
            middle.addWidget(part)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(self._busy)
        column.addLayout(self._stack, 1)
        column.addWidget(self.counts)

    def _ask(self) -> None:
        self._error = None
        self._busy.start()
        self._listing.show(self.state.query)

    def _on_query(self) -> None:
        query = self.state.query
        if self.search.text() != query.text:
            self.search.setText(query.text)
        self.bar.show_conditions(query.where)
        self.table.set_sort(query.order.field, descending=query.order.descending)
        self._ask()

    def _on_listing(self, event: object) -> None:
        error = getattr(event, "error", None)
        self._error = error if isinstance(error, AppError) else None
        self._show_state()
        self._show_counts()

    def _show_state(self) -> None:
        listing = self._listing
        if listing.count or listing.busy:
            self._stack.setCurrentWidget(self.table)
        else:
            self._empty.show_reason(self._why_empty(), self._error)
            self._stack.setCurrentWidget(self._empty)
        if not listing.busy:
            self._busy.stop()

    def _why_empty(self) -> str:
        if self._error is not None:
            return "broken"
        if self.state.narrowed and self._listing.total:
            return "no_match"
        return "pulling" if self._pulling else "no_customers"

    def _show_counts(self) -> None:
        listing = self._listing
        known = listing.found is not None
        self.counts.show_counts(listing.found or listing.count, listing.total, exact=listing.exact or known)
        self.counts.show_selected(self.table.selection.count(listing.count))

    def _leave_search(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.go_to(0)

    def _on_sort(self, key: str, descending: bool) -> None:
        self.state.set_order(Order(key, descending))

    def _on_copied(self, rows: int) -> None:
        self.told.emit(self.tr("%n row(s) copied", "", rows) if rows else self.tr("Copied"))
