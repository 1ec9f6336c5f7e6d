"""The table of attacks: when a bound is met, and that every attack named can be run."""

from importlib import import_module

import pytest

from tests.attacks.__main__ import ATTACKS
from tests.attacks.rows import Asked, Row, dump, load, table
from tests.test_layout import tracked


@pytest.mark.parametrize(
    ("row", "held"),
    [
        (Row("nothing lost", 5, 0), True),
        (Row("one lost", 5, 1), False),
        (Row("never tried", 0, 0), False),
        (Row("smooth", 5, 0, stall=0.05, stall_limit=0.1), True),
        (Row("stood still", 5, 0, stall=0.2, stall_limit=0.1), False),
    ],
)
def test_a_bound_is_met_when_something_was_tried_nothing_lost_and_the_window_went_on(row: Row, held: bool) -> None:
    assert row.held == held
    assert ("NOT MET" in table([row])) != held


def test_the_table_has_a_line_for_each_row_and_says_the_rest_below() -> None:
    rows = [Row("kills", 1200, 0, said="seed 1"), Row("faults", 3, 2, stall=0.0123)]
    assert table(rows).splitlines() == [
        "attack  tries  losses  worst stall  bound",
        "------  -----  ------  -----------  -------",
        "kills   1,200  0       -            met",
        "faults  3      2       12 ms        NOT MET",
        "",
        "kills: seed 1",
    ]


def test_rows_come_back_from_json() -> None:
    rows = [Row("kills", 5, 1, 0.1, 0.2, "why"), Row("other", 1, 0)]
    assert load(dump(rows)) == rows


def test_every_module_of_the_folder_is_an_attack_of_the_table() -> None:
    modules = {file.stem for file in tracked("tests/attacks/*.py") if "\ndef rows(" in file.read_text("utf-8")}
    assert modules == set(ATTACKS)
    assert all(callable(import_module(f"tests.attacks.{name}").main) for name in ATTACKS)


def test_the_long_form_is_larger() -> None:
    assert (Asked().sized(1, 9), Asked(long=True).sized(1, 9)) == (1, 9)
