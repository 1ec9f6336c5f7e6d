"""The blacklist page: who is banned, why, until when, and what can be done about it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.bans.meaning import Ban
from desktop.domain.errors import AppError
from desktop.domain.folding import Spots
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import while_there
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from desktop.qt.translated import Translated
from desktop.ui.blacklist.arranging import Arrangement, Wanted, found
from desktop.ui.blacklist.ban_bar import BanBar
from desktop.ui.blacklist.ban_columns import LEFT, BanColumns
from desktop.ui.blacklist.ban_search import BanSearch
from desktop.ui.blacklist.ban_source import BanSource
from desktop.ui.blacklist.filter_bar import BanFilterBar
from desktop.ui.blacklist.filtering import BanFilter, Ends, moment_of
from desktop.ui.blacklist.ports import Bans
from desktop.ui.blacklist.states import NoBans
from desktop.ui.kit import Kit
from desktop.workspace.status import Status

_GATHER_MS = 40
"""Many changes in a row are shown together."""


class BlacklistPage(Translated, QWidget):
    """Lists the bans of one account.

    `current_changed(id)`, `opened(id)`, `peeked(id)` as the customers page has them; `refresh_wanted` from the
    empty page; `context_asked(QPoint)` where a menu is wanted.
    """

    current_changed = Signal(str)
    opened = Signal(str)
    peeked = Signal(str)
    refresh_wanted = Signal()
    context_asked = Signal(QPoint)

    def __init__(self, kit: Kit, bans: Bans, shift_ends: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._bans = bans
        self._shift_ends = shift_ends
        self._status = Status()
        self._error: AppError | None = None
        self._order = (LEFT, False)
        self._filter = BanFilter()
        self._everybody = 0
        self._stale = True
        self._finding = self._again = False
        self._shown: Wanted | None = None
        self._goal = ""
        self.source = BanSource(kit.formats.clock)
        self.columns = BanColumns(bans, kit.formats)
        self.rows = RowsModel(self.source, self.columns.all(), self)
        self.table = DataTable(kit.look, kit.icons, kit.chips, self)
        self.table.set_rows(self.rows)
        self.table.set_sort(LEFT, descending=False)
        self.search = BanSearch(kit.look, kit.icons, self)
        self.filters = BanFilterBar(self)
        self.bar = BanBar(kit, self)
        self.nothing = NoBans(kit, self)
        self._title = PlainLabel(parent=self, type="title")
        self._lead = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._soon = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def refresh_soon(self) -> None:
        """Show the bans as they are, together with what changes in a moment; while nobody looks, once they do."""
        self._stale = True
        looked_at = self.isVisible() or not self.window().isVisible()
        # Nobody is to find an empty page.
        if (looked_at or not self.source.count) and not self._soon.isActive():
            self._soon.start()

    def catch_up(self) -> None:
        """Show the bans anew when they changed while nobody looked, or when the clock decides who is listed."""
        if self._stale or self._filter.ends is not Ends.ANY:
            self.refresh()

    def refresh(self) -> None:
        """Show the bans as they are: they are chosen and ordered beside this thread."""
        self._stale = False
        self._again = self._finding
        if self._finding:
            return
        self._finding = True
        wanted = self._wanted()
        self._filter = wanted.filter
        self._bans.beside(
            partial(found, *self.source.shown(), tuple(self._bans.bans.values()), wanted),
            answer=while_there(self, partial(self._on_found, wanted)),
            failed=while_there(self, self._on_missed),
        )

    def tick(self) -> None:
        """Count down what is seen: only cells whose words changed are painted."""
        for place in self.source.visible:
            if self.source.stale(place):
                self.rows.announce_cell(place, LEFT)

    def show_status(self, status: Status) -> None:
        """Learn how the account stands."""
        self._status = status
        self._show_state()

    def show_trouble(self, error: AppError | None) -> None:
        """Learn why the list could not be fetched, None when it could."""
        self._error = error
        self._show_state()

    def chosen(self) -> list[Ban]:
        """Return the selected bans, else the current one, in their order."""
        target = self.table.target()
        if not target.everything and len(target.ids) <= 1:
            return [ban for one in target.ids if (ban := self.source.ban(one)) is not None]
        return [ban for ban in self.source.listed() if ban.customer_id in target]

    def go_to(self, customer_id: str) -> bool:
        """Make a customer's ban current; False when it is not listed."""
        place = self.source.place(customer_id)
        if place is not None:
            self.table.go_to(place)
        return place is not None

    def seek(self, customer_id: str) -> None:
        """Show the bans as they are, and make a customer's current if it is listed then."""
        self._goal = customer_id
        self.refresh()

    def show_all(self) -> None:
        """Drop search and filters."""
        self.search.clear()
        self.filters.reset()

    def show_ending(self) -> None:
        """List what ends within the hour."""
        self.show_all()
        self.filters.choose(self.filters.ends_box, "hour")

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def step_back(self) -> None:
        """Go one step back: out of the search, then out of a selection, then out of the filters."""
        if not self.table.hasFocus():
            self._leave_search()
        elif not self.table.selection.empty:
            self.table.selection.clear()
        elif self._filter.narrows:
            self.show_all()

    def close_page(self) -> None:
        """Stop following the bans."""
        self._soon.stop()
        self.rows.close()

    def written(self, bans: Sequence[Ban]) -> Iterator[list[str]]:
        """Yield bans as rows of an export: what the columns show, times in full. In any thread."""
        exact = {"since", "until"}
        texts = [one.exact if one.name in exact and one.exact else one.format for one in self.rows.columns]
        return ([text(ban) for text in texts] for ban in bans)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Blacklist"))
        self.table.setAccessibleName(self.tr("Customers on the blacklist"))
        self.source.anew()
        self.rows.set_columns(self.columns.all())
        self._show_state()

    def show_chosen(self) -> None:
        """Say how many are selected and what can be done with them."""
        chosen = self.chosen()
        selected = self.table.selection.count(self.source.count)
        unfinished = sum(ban.unfinished for ban in chosen)
        self.bar.show_chosen(selected, acts=bool(chosen), unfinished=unfinished)

    def _wanted(self) -> Wanted:
        now = int(self._kit.formats.clock())
        chosen = self.filters.chosen(now, self.search.text())
        column, descending = self._order
        return Wanted(chosen, moment_of(now, self._shift_ends()), column, descending, self.columns.name)

    def _on_found(self, wanted: Wanted, found: tuple[Arrangement, int]) -> None:
        self._finding = False
        if fits := wanted.like(self._wanted()):
            self._show(wanted, *found)
        if self._again or not fits:
            self.refresh()

    def _on_missed(self, _error: AppError) -> None:
        # Who holds the bans tells of it.
        self._finding = False

    def _show(self, wanted: Wanted, arrangement: Arrangement, everybody: int) -> None:
        current = self.table.current_row()
        reordered = self._shown is None or not wanted.like(self._shown)
        self._shown, self._everybody = wanted, everybody
        self.rows.spotted = Spots(wanted.filter.text).within
        self.source.show(arrangement, reordered=reordered)
        self._keep_place("" if current is None else current.id)
        if self._goal and not self._again:
            self.go_to(self._goal)
            self._goal = ""
        self._show_state()
        self.show_chosen()

    def _keep_place(self, customer_id: str) -> None:
        if not self.source.count:
            return
        place = self.source.place(customer_id)
        if place is not None and place != self.table.currentIndex().row():
            self.table.go_to(place)
        elif self.table.currentIndex().row() < 0:
            self.table.go_to(0)

    def _show_state(self) -> None:
        listed = self.source.count
        self.bar.show_counts(listed, self._everybody, filtered=self._filter.narrows)
        self.nothing.show_why(narrowed=self._filter.narrows, fetched=self._bans.fetched, error=self._error)
        # Until it is found out, nobody may be told that there is nobody.
        self._stack.setCurrentIndex(0 if listed or self._shown is None else 1)
        self._lead.setText(self._lead_text())

    def _lead_text(self) -> str:
        fetched = self._bans.fetched
        if fetched is None:
            return ""
        age = self._kit.formats.relative(fetched)
        if self._error is not None or self._status.connection in {"offline", "stopped"}:
            text = self.tr("List of {moment} ({age}). Without the network the times go on by this clock.")
        else:
            text = self.tr("List of {moment} ({age})")
        return text.format(moment=self._kit.formats.moment(fetched), age=age)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.search.left.connect(self._leave_search)
        self.filters.changed.connect(self.refresh)
        self.nothing.clear_wanted.connect(self.show_all)
        self.nothing.refresh_wanted.connect(self.refresh_wanted)
        self.bar.clear_wanted.connect(self.table.selection.clear)
        self.table.opened.connect(self.opened)
        self.table.peeked.connect(self.peeked)
        self.table.current_moved.connect(self.current_changed)
        self.table.sort_asked.connect(self._on_sort)
        self.table.context_asked.connect(self.context_asked)
        self.table.current_moved.connect(lambda _: self.show_chosen())
        self.table.selection.changed.connect(self.show_chosen)

    def _on_sort(self, column: str, descending: bool) -> None:
        # Of what ends people want the soonest first, unlike of what has been.
        soonest = column in {"until", LEFT} and column != self._order[0]
        self._order = (column, descending and not soonest)
        self.table.set_sort(column, descending=self._order[1])
        self.refresh()

    def _leave_search(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.go_to(0)

    def _lay_out(self) -> None:
        side = theme.SPACE[3]
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.SPACE[2], side, theme.SPACE[1])
        head.setSpacing(theme.SPACE[2])
        head.addWidget(self._title, 1)
        head.addWidget(self.search, 3)
        middle = QVBoxLayout()
        middle.setContentsMargins(side, 0, side, theme.SPACE[1])
        middle.setSpacing(theme.SPACE[1])
        middle.addWidget(self.filters)
        middle.addWidget(self._lead)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle)
        column.addLayout(self._stack, 1)
        column.addWidget(self.bar)
