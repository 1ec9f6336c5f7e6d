from hypothesis import given
from hypothesis import strategies as st

from desktop.qt.selection import SelectionSet

ALL = [f"id{number}" for number in range(12)]
MEANING = {
    "select": lambda _model, what: set(what),
    "add": lambda model, what: model | what,
    "remove": lambda model, what: model - what,
    "toggle": lambda model, what: model ^ {what},
    "select_all": lambda _model, _what: set(ALL),
    "clear": lambda _model, _what: set(),
}
ids = st.sets(st.sampled_from(ALL))
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["select", "add", "remove"]), ids),
        st.tuples(st.sampled_from(["select_all", "clear"]), st.just(set())),
        st.tuples(st.just("toggle"), st.sampled_from(ALL)),
    ),
    max_size=15,
)


@given(walk=steps)
def test_it_is_the_set_it_stands_for(walk: list) -> None:
    selection, model = SelectionSet(), set()
    for step, what in walk:
        told: list[int] = []
        connection = selection.changed.connect(lambda told=told: told.append(1))
        before = set(model)
        getattr(selection, step)(*([] if step in {"select_all", "clear"} else [what]))
        selection.changed.disconnect(connection)
        model = MEANING[step](model, what)
        assert {row_id for row_id in ALL if row_id in selection} == model
        assert {row_id for row_id in ALL if row_id in selection.snapshot()} == model
        assert selection.count(len(ALL)) == selection.snapshot().count(len(ALL)) == len(model)
        assert told or model == before
        assert model == set(ALL) or not selection.whole
        assert not model or not selection.empty
