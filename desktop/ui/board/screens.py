"""The board in the window: its page beside the detail panel, its keys, the moves of its cards."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.following.behaviour import StageKind
from desktop.qt.columns import Mark
from desktop.qt.toast import Tone
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section, Verb
from desktop.ui.board.carrying import CardCarrying
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.dragging import CardDragging
from desktop.ui.board.moves import BoardMoves
from desktop.ui.board.page import BoardPage
from desktop.ui.board.pointing import CardPointing
from desktop.ui.board.ports import BoardAccount
from desktop.ui.customers.page import CustomersPage
from desktop.ui.kit import Kit
from desktop.ui.staging.ends import CaseEnds
from desktop.ui.staging.gestures import StageGestures
from desktop.ui.whom.customers_meant import CustomersMeant
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.words import AccountWords
from desktop.workspace.events import (
    AccountEvent,
    CollectionChanged,
    CustomersChanged,
    EntrySettled,
    OutboxChanged,
    StatusChanged,
)

KEY = verbs.BOARD_PAGE.page
_QUIET_MS = 900
"""A moment after the outbox marks what it could not send at once."""
_NAMED = frozenset({"tag", "tag_group", "agent", "vip_level"})


class BoardScreens(QObject):
    """Shows the board of an account in a window, until `close`.

    `opened(id)`, `peeked(id)` by keys and mouse, `current_changed(id)` when another card is current.
    """

    opened = Signal(str)
    peeked = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        customers: CustomersPage,
        meant: CustomersMeant,
        account: BoardAccount,
        staging: StageGestures,
        kit: Kit,
        words: AccountWords,
    ) -> None:
        super().__init__(window)
        self._customers = customers
        self._later = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._window = window
        self._account = account
        self._open = False
        self._panel = False
        self.page = BoardPage(kit, words, account, customers.state, window.pages)
        lanes = self.page.lanes
        meant.add_page(KEY, CardPointing(lanes), own=(verbs.STAGE,))
        self.ends = CaseEnds(account.timelines, account.outbox.entries, self)
        self.ends.changed.connect(self.page.names_changed)
        self.moves = BoardMoves(lanes, account, staging.setting, staging.asking, self)
        self.moves.told.connect(window.toasts.tell)
        self.dragging = CardDragging(lanes, self.page.zones, self.page)
        self.dragging.moved.connect(self.moves.move)
        self.dragging.ended.connect(lambda card, column, zone: self.moves.end(card, column, zone.kind))
        self.carrying = CardCarrying(lanes, self.page.zones, self.moves, self.page)
        for begun in (self.dragging.begun, self.carrying.begun):
            begun.connect(self._make_room)
        self.page.columns_gone.connect(self.dragging.cancel)
        self.page.columns_gone.connect(self.carrying.cancel)
        self.page.pull_wanted.connect(window.registry[verbs.PULL.name].trigger)
        lanes.made.connect(self._on_made)
        lanes.current_moved.connect(self.current_changed)
        self._later.timeout.connect(self.page.names_changed)
        self._add_actions()
        self.page.search.follow(window.registry, verbs.BOARD_SEARCH)
        window.registry.rebound.connect(self._name_zones)
        self._name_zones()
        window.page_shown.connect(self._on_page)
        self._unsubscribe = account.subscribe(self._on_event)
        self._on_page(window.page_key)

    @property
    def shown(self) -> bool:
        """Whether the board is the page on the screen."""
        return self._window.page_key == KEY

    @property
    def current(self) -> str:
        """The id of the customer whose card is current, "" for none."""
        column = self.page.lanes.current
        card = column.view.current_card() if column is not None else None
        return card.id if card is not None else ""

    def close(self) -> None:
        """Stop following the account and the window."""
        self._unsubscribe()
        self._later.stop()
        self.ends.close()
        self._window.page_shown.disconnect(self._on_page)
        self.page.close_page()
        self._account.board.close()

    def step_back(self) -> bool:
        """Go one step back on the page; False when another one is shown."""
        if not self.shown:
            return False
        if self.page.lanes.isAncestorOf(self._window.focusWidget() or self.page):
            self._window.show_panel(False)
        self.carrying.cancel()
        self.page.focus_cards()
        return True

    def _add_actions(self) -> None:
        keys = self.carrying
        works: list[tuple[Verb, Callable[[], None]]] = [
            (verbs.BOARD_SEARCH, self.page.focus_search),
            (verbs.BOARD_FILTER, self.page.asking.choose),
            (verbs.CARD_LEFT, partial(keys.step, -1)),
            (verbs.CARD_RIGHT, partial(keys.step, 1)),
            (verbs.CARD_PICK_UP, keys.pick_up),
            (verbs.CARD_STAGE, keys.ask),
            (verbs.CARD_WON, partial(keys.end, StageKind.ORDER_WON)),
            (verbs.CARD_LOST, partial(keys.end, StageKind.ORDER_LOST)),
            (verbs.CARD_INVALID, partial(keys.end, StageKind.INVALID)),
        ]
        for verb, run in works:
            self._window.registry.add(verb, run, self.page)

    def _name_zones(self) -> None:
        named = (verbs.CARD_WON, verbs.CARD_LOST, verbs.CARD_INVALID)
        for zone, verb in zip(self.page.zones.zones, named, strict=True):
            zone.keys = ", ".join(self._window.registry.keys(verb))

    def _on_made(self, column: BoardColumn) -> None:
        column.view.opened.connect(self.opened)
        column.view.peeked.connect(self.peeked)
        column.model.noted = partial(self._marks, column.stage_id)

    def _marks(self, stage_id: str, customer_id: str) -> Sequence[Mark]:
        """Return how the case ended, and the marks the table of customers gives: edits that wait, bans."""
        noted = self._customers.rows.noted
        return [*self.ends.marks(customer_id, stage_id), *(noted(customer_id) if noted is not None else ())]

    def _on_event(self, event: AccountEvent) -> None:
        match event:
            case CollectionChanged(kind="stage"):
                self.page.stages_changed()
            case CollectionChanged(kind) if kind in _NAMED:
                self.page.names_changed()
            case StatusChanged(status):
                self.page.show_status(status)
            case OutboxChanged():
                self._later.start()
                self.ends.look()
            case CustomersChanged() | EntrySettled():
                self.moves.follow(event)
                self.ends.look()

    def _make_room(self) -> None:
        """Let the zones be seen: what was done can be undone by its key as well."""
        shown = self._window.toasts.shown
        if shown is not None and shown.tone is not Tone.ERROR:
            self._window.toasts.dismiss()

    def _on_page(self, key: str) -> None:
        if (key == KEY) is not self._open:
            # The board needs the width; what the panel was elsewhere, it will be there again.
            self._open = key == KEY
            here = self._window.panel_shown
            self._window.show_panel(self._panel)
            self._panel = here
        self._window.registry.enable(Section.BOARD, key == KEY)
        self.page.look(key == KEY)
        if key == KEY:
            self.page.focus_cards()
