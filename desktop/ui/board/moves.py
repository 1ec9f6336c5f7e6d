"""Moving cards: an edit each; the card goes at once and comes back only with a reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.following.behaviour import StageKind
from desktop.domain.intents.following import SetStage
from desktop.qt.rows import RowLike
from desktop.qt.toast import Toast, Tone
from desktop.ui.board.column import BoardColumn
from desktop.ui.board.lanes import BoardLanes
from desktop.ui.staging.asking import StageAsking
from desktop.ui.staging.people import Person, Staged
from desktop.ui.staging.setting import StageSetting
from desktop.ui.whom.people import People, Reader
from desktop.ui.wording.errortext import paragraph
from desktop.workspace.events import AccountEvent, CustomersChanged, EntrySettled


class BoardMoves(QObject):
    """Moves the cards of the board. `told` with what cannot be done, or what was refused."""

    told = Signal(Toast)

    def __init__(
        self, lanes: BoardLanes, account: Reader, setting: StageSetting, asking: StageAsking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._account = account
        self._setting = setting
        self._asking = asking
        self._moved: set[str] = set()
        self._sent: dict[str, str] = {}
        """The names of customers by the entries that moved them."""

    def move(self, card: RowLike, source: BoardColumn, target: BoardColumn) -> None:
        """Put a card into another column."""
        if not target.stage_id:
            text = self.tr("Sobot cannot take a stage away from a customer: choose another stage instead.")
            self.told.emit(Toast(text, Tone.NEWS))
            return
        self._setting.put(
            self._whom(card, source),
            target.stage_id,
            stored=lambda entries: self._stored(entries, card, source.stage_id, target.stage_id),
        )

    def end(self, card: RowLike, column: BoardColumn, kind: StageKind) -> None:
        """Say how the case of a card ended; where it has no stage yet, ask for one first."""
        if column.stage_id:
            self._setting.put(
                self._whom(card, column),
                column.stage_id,
                kind,
                stored=lambda entries: self._note(entries, card, column),
            )
            return
        self.ask(card, column, kind)

    def ask(self, card: RowLike, column: BoardColumn, kind: StageKind = StageKind.PROCESS) -> None:
        """Open the picker at a card."""
        row = max(0, column.view.row_of(card.id))
        source = column.stage_id

        def stored(entries: Sequence[Entry]) -> None:
            stage = next((one.intent.stage for one in entries if isinstance(one.intent, SetStage)), source)
            self._stored(entries, card, source, stage)

        self._asking.open(People(self._account, (card.id,)), column.card_area(row), kind, stored)

    def follow(self, event: AccountEvent) -> None:
        """Follow what becomes of the moves."""
        if isinstance(event, CustomersChanged):
            self._learn(event.change)
        elif isinstance(event, EntrySettled):
            self._settled(event.entry)

    def _whom(self, card: RowLike, column: BoardColumn) -> Staged:
        return Staged({card.id: Person(column.model.name(card), column.stage_id)})

    def _note(self, entries: Sequence[Entry], card: RowLike, column: BoardColumn) -> None:
        self._sent.update({one.id: column.model.name(card) for one in entries})

    def _stored(self, entries: Sequence[Entry], card: RowLike, source: str, target: str) -> None:
        left, come = self._lanes.column(source), self._lanes.column(target)
        if left is None or left is come:
            return
        name = left.model.name(card)
        self._sent.update({one.id: name for one in entries})
        follow = left.view.hasFocus()
        at = left.view.row_of(card.id)
        row = left.source.row(at) if at >= 0 else None
        if row is None or row.id != card.id:
            return
        self._moved.add(card.id)
        if come is not None:
            # It is seen where it comes to before anything else is painted.
            come.source.put(row)
            if follow:
                come.view.go_to(max(0, come.view.row_of(card.id)))
            come.view.viewport().repaint()
        left.source.take(card.id, at)
        if come is not None and follow:
            self._lanes.go_to(come, max(0, come.view.row_of(card.id)))

    def _learn(self, change: Change) -> None:
        """Read what the cache says of cards that were moved here: nothing else is believed."""
        known = self._moved if change.everything else self._moved & {*change.updated, *change.removed}
        for customer in tuple(known):
            self._account.customer(customer, partial(self._place, customer))

    def _place(self, customer_id: str, customer: Customer | None) -> None:
        for column in self._lanes.columns:
            here = customer is not None and customer.text("stage_id") == column.stage_id
            column.source.learn(customer_id, here=here)

    def _settled(self, entry: Entry) -> None:
        name = self._sent.pop(entry.id, None)
        if name is None or entry.state is not State.REJECTED or not isinstance(entry.intent, SetStage):
            return
        self._account.customer(entry.intent.customer, partial(self._place, entry.intent.customer))
        reason = paragraph(entry.error) if entry.error is not None else ""
        text = self.tr("{customer} stays where it was. {reason}").format(customer=name, reason=reason)
        self.told.emit(Toast(text.strip(), Tone.ERROR))
