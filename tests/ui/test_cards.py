"""The cards of a column over a listing whose steps are given by hand: what was moved stays where it was put."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtTest import QAbstractItemModelTester

from desktop.cache.rows import Row
from desktop.domain.query import Query
from desktop.qt.columns import Column
from desktop.ui.board.card_model import CardModel
from desktop.ui.board.cards import CardSource
from desktop.workspace.events import Subscribers, Unsubscribe
from desktop.workspace.listing.events import (
    Counted,
    Listener,
    ListingEvent,
    ResultReset,
    RowsChanged,
    RowsInserted,
    RowsRemoved,
)


def card(name: str) -> Row:
    return Row(ord(name), name, (name,))


@dataclass
class Written:
    """A listing that holds what a test says."""

    rows: list[Row]
    columns: tuple[str, ...] = ("nickname",)
    exact: bool = True
    busy: bool = False
    query: Query = field(default_factory=Query)
    events: Subscribers[ListingEvent] = field(default_factory=Subscribers)

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def total(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> Row | None:
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def want(self, first: int, last: int) -> None:
        """Everything is there."""

    def ids(self, answer: Callable[[Sequence[str]], None]) -> None:
        answer([row.id for row in self.rows])

    def show(self, query: Query) -> None:
        self.query = query

    def index_of(self, customer_id: str, answer: Callable[[int | None], None]) -> None:
        answer(next((place for place, row in enumerate(self.rows) if row.id == customer_id), None))

    def subscribe(self, listener: Listener) -> Unsubscribe:
        return self.events.subscribe(listener)

    def become(self, names: str, *steps: ListingEvent) -> None:
        """Hold other customers, and tell the steps that lead there."""
        self.rows = [card(name) for name in names]
        for step in (*steps, RowsChanged(0, len(names) - 1), Counted()):
            self.events.tell(step)


def source_of(names: str) -> tuple[Written, CardSource, CardModel]:
    listing = Written([card(name) for name in names])
    source = CardSource(listing)
    model = CardModel(source, [Column("nickname", "Name")])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return listing, source, model


def shown(source: CardSource, model: CardModel) -> str:
    cards = [source.row(index) for index in range(source.count)]
    assert model.rowCount() == source.count
    return "".join(one.id for one in cards if one is not None)


def test_a_card_that_left_is_gone_before_and_after_the_listing_says_so() -> None:
    listing, source, model = source_of("abcdef")
    row = source.take("c", 2)
    assert row is not None
    assert shown(source, model) == "abdef"
    source.learn("c", here=False)
    listing.become("abdef", RowsRemoved(2, 1))
    assert shown(source, model) == "abdef"


def test_a_card_that_came_keeps_to_the_top_wherever_the_listing_has_it() -> None:
    listing, source, model = source_of("abcd")
    source.put(card("x"))
    assert shown(source, model) == "xabcd"
    source.learn("x", here=True)
    listing.become("abcxd", RowsInserted(3, 1))
    assert shown(source, model) == "xabcd"
    listing.become("nabcxd", RowsInserted(0, 1))
    assert shown(source, model) == "xnabcd"
    listing.become("xnabcd", RowsRemoved(4, 1), RowsInserted(0, 1))
    assert shown(source, model) == "xnabcd"


def test_a_card_that_goes_on_leaves_no_trace() -> None:
    listing, source, model = source_of("abc")
    source.put(card("x"))
    listing.become("abxc", RowsInserted(2, 1))
    assert source.take("x", 0) is not None
    assert shown(source, model) == "abc"
    source.learn("x", here=False)
    listing.become("abc", RowsRemoved(2, 1))
    assert shown(source, model) == "abc"


def test_a_move_that_was_refused_comes_back_to_its_place() -> None:
    listing, source, model = source_of("abcd")
    source.take("b", 1)
    source.learn("b", here=True)
    assert shown(source, model) == "abcd"
    _, other, there = source_of("mn")
    other.put(card("b"))
    other.learn("b", here=False)
    assert shown(other, there) == "mn"
    listing.become("abcd")
    assert shown(source, model) == "abcd"


def test_rows_above_come_and_go_while_cards_are_hidden() -> None:
    listing, source, model = source_of("abcdef")
    source.take("b", 1)
    source.take("e", 3)
    assert shown(source, model) == "acdf"
    listing.become("yzabcdef", RowsInserted(0, 2))
    assert shown(source, model) == "yzacdf"
    listing.become("bcdef", RowsRemoved(0, 3))
    assert shown(source, model) == "cdf"


def test_a_place_that_was_wrong_hides_nobody_else() -> None:
    listing, source, model = source_of("abcdef")
    source.take("c", 2)
    # The listing changed where nobody looks: it only tells how many.
    listing.become("baxdef", RowsChanged(0, 5))
    assert "x" in shown(source, model)


def test_another_result_forgets_every_move() -> None:
    listing, source, model = source_of("abc")
    source.take("a", 0)
    source.put(card("x"))
    listing.rows = [card(name) for name in "abc"]
    listing.events.tell(ResultReset())
    assert shown(source, model) == "abc"


def test_who_is_not_there_any_more_is_not_taken() -> None:
    _, source, model = source_of("abc")
    assert source.take("z", 1) is None
    assert source.take("a", 9) is None
    assert shown(source, model) == "abc"
    told: list[str] = []
    source.put(card("x"))
    source.ids(told.extend)
    assert told == ["x", "a", "b", "c"]
