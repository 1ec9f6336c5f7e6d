"""The board page: search and filters shared with the customers page, a column a stage."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.board.card_model import FIELDS
from desktop.ui.board.card_painter import CardPainter
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.lanes import BoardLanes
from desktop.ui.board.ports import BoardAccount
from desktop.ui.board.states import NoStages
from desktop.ui.board.zones import ResultZones
from desktop.ui.customers.columns import CustomerColumns
from desktop.ui.customers.query_state import QueryState
from desktop.ui.customers.search_field import SearchField
from desktop.ui.filters.asking import FilterAsking
from desktop.ui.filters.bar import FilterBar
from desktop.ui.filters.describe import describe
from desktop.ui.kit import Kit
from desktop.ui.window.statustext import age_text
from desktop.ui.wording.words import AccountWords
from desktop.workspace.board import NO_STAGE, stages_of
from desktop.workspace.status import Status

_TURN_MS = 15
"""Between two columns that are written anew: each is painted in a turn of its own."""


class BoardPage(Translated, QWidget):
    """The customers of an account by stage. `state` is the query of the customers page, and stays so.

    Nothing is read before it is shown. `columns_gone` when stages were removed while it was; `pull_wanted` from
    the empty page.
    """

    columns_gone = Signal()
    pull_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        words: AccountWords,
        account: BoardAccount,
        state: QueryState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = words
        self._account = account
        self._state = state
        self._looking = False
        self._painter = CardPainter(kit.look, kit.icons, kit.chips)
        self._columns = CustomerColumns(words.lookup, words.texts, kit.formats)
        self._title = PlainLabel(parent=self, type="title")
        self._age = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self.search = SearchField(kit.look, kit.icons, self)
        self.bar = FilterBar(
            kit.look, kit.icons, lambda condition: describe(condition, words.lookup, kit.formats), self
        )
        self.asking = FilterAsking(self.bar, state, words.lookup, kit)
        self.lanes = BoardLanes(self._make, self)
        self.zones = ResultZones(kit, self)
        self.empty = NoStages(kit, account.status, self)
        self._lay_out()
        kit.look.changed.connect(self.lanes.fit)
        self.search.textChanged.connect(state.set_text)
        self.search.left.connect(self.focus_cards)
        self.bar.clear_wanted.connect(state.clear)
        self.bar.remove_wanted.connect(lambda condition: state.put(condition, None))
        self.empty.pull_wanted.connect(self.pull_wanted)
        self.lanes.seen_changed.connect(lambda: account.board.see(self.lanes.seen))
        state.changed.connect(self._on_query)
        self.retranslate()

    def close_page(self) -> None:
        """Stop following the account."""
        self._state.changed.disconnect(self._on_query)
        self._drop(self.lanes.show_stages([]))

    def look(self, looking: bool) -> None:
        """Learn whether the page is shown."""
        self._looking = looking
        if looking:
            self._on_query()
            self.show_status(self._account.status)
        self._account.board.look(looking)

    def stages_changed(self) -> None:
        """Show the columns of the stages there are now."""
        if not self._looking:
            return
        known = self._account.collections.stages
        names = {NO_STAGE: "", **{key: stage.name for key, stage in known.items()}} if known else {}
        shown = stages_of(self._state.query, list(names))
        self._drop(self.lanes.show_stages([(key, names[key]) for key in shown]))
        self._stack.setCurrentIndex(0 if known else 1)

    def names_changed(self) -> None:
        """Write the cards anew: names of tags or agents have come."""
        seen = self.lanes.seen
        for turn, column in enumerate(sorted(self.lanes.columns, key=lambda one: one.stage_id not in seen)):
            QTimer.singleShot(turn * _TURN_MS, column, column.model.reformat)
        self.bar.retranslate()

    def show_status(self, status: Status) -> None:
        """Show how old what is shown is, and why there is nothing."""
        self._age.setText(age_text(status, self._kit.formats))
        self.empty.show_status(status)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def focus_cards(self) -> None:
        """Go to the cards, where keys went last."""
        column = self.lanes.current
        if column is not None:
            self.lanes.go_to(column, max(0, column.view.currentIndex().row()))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Board"))
        self.setAccessibleName(self.tr("Board"))
        self.lanes.setAccessibleName(self.tr("Stages"))
        self.show_status(self._account.status)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the cards."""
        self.focus_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the zones at the bottom."""
        super().resizeEvent(event)
        high = self.zones.sizeHint().height()
        self.zones.setGeometry(0, self.height() - high, self.width(), high)

    def _make(self, stage_id: str, parent: QWidget) -> BoardColumn:
        listing = self._account.board.column(stage_id, FIELDS)
        column = BoardColumn(
            stage_id, listing, self._columns, self._painter, self._kit.look, self._kit.formats, parent
        )
        column.model.spotted = self._state.spotted
        return column

    def _drop(self, gone: Sequence[BoardColumn]) -> None:
        for column in gone:
            self._account.board.drop(column.stage_id)
        if gone:
            self.columns_gone.emit()

    def _on_query(self) -> None:
        query = self._state.query
        if self.search.text() != query.text:
            self.search.setText(query.text)
        if self._looking:
            self.bar.show_conditions(query.where)
            self._account.board.show(query)
            self.stages_changed()

    def _lay_out(self) -> None:
        side = SPACE[3]
        head = QHBoxLayout()
        head.setContentsMargins(side, SPACE[2], side, SPACE[1])
        head.setSpacing(SPACE[2])
        head.addWidget(self._title)
        head.addWidget(self._age, 1)
        head.addWidget(self.search, 3)
        self.bar.setContentsMargins(side - SPACE[2], 0, side, SPACE[1])
        self._stack = QStackedLayout()
        self._stack.addWidget(self.lanes)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(self._stack, 1)
        self.setMinimumWidth(2 * theme.PANEL_WIDTH // 3)
