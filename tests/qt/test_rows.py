from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.qt.columns import Column, Kind
from desktop.qt.rows import RowsModel
from tests.qt.people import People, columns, person

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model(people: People) -> RowsModel:
    return RowsModel(people, columns())


def texts(model: RowsModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_cells_are_formatted_once_a_row(people: People) -> None:
    calls: list[str] = []
    column = Column("name", "Name", format=lambda name: calls.append(name) or name)
    model = RowsModel(people, [column])
    row = model.row(3)
    assert row is not None
    assert model.cell(row, 0) is model.cell(row, 0)
    assert len(calls) == 1
    model.reformat()
    model.cell(row, 0)
    assert len(calls) == 2


def test_a_row_read_anew_keeps_what_was_written_unless_it_tells_of_time(people: People) -> None:
    model = RowsModel(people, [Column("name", "Name"), Column("updated", "Updated", Kind.TIME)])
    row = person(3)
    name, age = model.cell(row, 0), model.cell(row, 1)
    again = replace(row)
    assert model.cell(again, 0) is name
    assert model.cell(again, 1) is not age
    changed = replace(row, values=("Other", *row.values[1:]))
    assert model.cell(changed, 0).text == "Other"


def test_values_of_several_fields_reach_the_callables(model: RowsModel) -> None:
    row = model.row(0)
    assert row is not None
    assert [mark.icon for mark in model.cell(row, 0).marks] == ["vip", "ban"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Amelia Hart, VIP, On the blacklist"


def test_a_column_without_its_field_is_refused(people: People) -> None:
    with pytest.raises(ValueError, match="needs nothing_such"):
        RowsModel(people, [Column("nothing_such", "?")])


def test_a_row_not_there_yet_is_empty_and_announced(qtbot: QtBot) -> None:
    people = People(50, missing=range(10, 20))
    model = RowsModel(people, columns())
    assert model.row(12) is None
    assert model.index(12, 0).data() is None
    with qtbot.waitSignal(model.dataChanged) as told:
        people.arrive()
    assert [told.args[0].row(), told.args[1].row()] == [10, 19]
    assert model.index(12, 0).data() == person(12).values[0]


def test_control_characters_never_reach_a_cell() -> None:
    people = People(1)
    model = RowsModel(people, [Column("name", "Name", format=lambda _: "a\u202eb\n<b>" + "x" * 1_000_000)])
    text = model.index(0, 0).data()
    assert text.startswith("a[RLO]b <b>")
    assert len(text) < 400


def test_titles_change_with_the_language(model: RowsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.headerDataChanged):
        model.set_columns([replace(column, title=column.title.upper()) for column in columns()])
    assert model.headerData(1, Qt.Orientation.Horizontal) == "PHONE"
    with pytest.raises(ValueError, match="columns differ"):
        model.set_columns(columns()[1:])


def test_a_closed_model_follows_nothing(model: RowsModel, people: People) -> None:
    model.close()
    people.replace(range(5))
    assert model.rowCount() == 1_000


numbers = st.lists(st.integers(0, 10_000), min_size=1, max_size=5)
steps = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 60), numbers),
    st.tuples(st.just("remove"), st.integers(0, 60), st.integers(1, 7)),
    st.tuples(st.just("replace"), st.integers(0, 30), st.just(0)),
)


@settings(max_examples=60)
@given(walk=st.lists(steps, max_size=12))
def test_the_model_keeps_to_its_contract_and_to_the_source(walk: list) -> None:
    people = People(20)
    model = RowsModel(people, columns())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for kind, wanted, what in walk:
        place = min(wanted, people.count)
        if kind == "insert":
            people.insert(place, what)
        elif kind == "remove" and place < people.count:
            people.remove(place, min(what, people.count - place))
        elif kind == "replace":
            people.replace(range(place))
        assert texts(model) == [people.row(row).values[0] for row in range(people.count)]
    assert tester.model() is model
    assert model.rowCount(model.index(0, 0) if people.count else QModelIndex()) == 0
