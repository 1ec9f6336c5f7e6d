"""What may stand in a custom field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.customers import custom_rules as rules
from desktop.domain.dictionaries import FieldOption

OPTIONS = (FieldOption("1", "甲"), FieldOption("2", "乙"), FieldOption("3", "丙"))


@pytest.mark.parametrize(
    ("type_", "typed", "kept", "right"),
    [
        (rules.DATE, "2025-09-01", "2025-09-01", True),
        (rules.DATE, "2025/9/1", "2025-09-01", True),
        (rules.DATE, "２０２５年9月1日", "2025-09-01", True),
        (rules.DATE, "20250901", "2025-09-01", True),
        (rules.DATE, "2025-02-30", "2025-02-30", False),
        (rules.DATE, "tomorrow", "tomorrow", False),
        (rules.TIME, "10:20", "10:20", True),
        (rules.TIME, "9：05", "09:05", True),
        (rules.TIME, "9点", "9点", False),
        (rules.TIME, "23:59:58", "23:59:58", True),
        (rules.TIME, "24:00", "24:00", False),
        (rules.NUMBER, "12", "12", True),
        (rules.NUMBER, "-1,234,567.50", "-1234567.50", True),
        (rules.NUMBER, "１２．５", "12.5", True),
        (rules.NUMBER, "1,2", "1,2", False),
        (rules.NUMBER, "12万", "12万", False),
        (rules.NUMBER, "1e9", "1e9", False),
        (rules.NUMBER, "nan", "nan", False),
        (rules.TEXT, " anything ", "anything", True),
        (rules.DATE, "", "", True),
    ],
)
def test_dates_times_and_numbers(type_: int, typed: str, kept: str, right: bool) -> None:
    assert rules.tidy_custom(type_, typed) == kept
    assert (rules.check_custom(type_, typed) is None) is right


@given(st.sampled_from([rules.TEXT, rules.DATE, rules.TIME, rules.NUMBER]), st.text())
def test_any_text_can_be_judged_and_tidied(type_: int, text: str) -> None:
    rules.check_custom(type_, text)
    tidy = rules.tidy_custom(type_, text)
    assert rules.tidy_custom(type_, tidy) == tidy


@given(st.lists(st.sampled_from(["1", "2", "3", "9", "8"]), unique=True))
def test_options_keep_their_order_and_removed_ones_stay(chosen: list[str]) -> None:
    value = rules.join_options(chosen, OPTIONS)
    assert set(rules.split_options(value)) == set(chosen)
    known = [one for one in rules.split_options(value) if one in "123"]
    assert known == sorted(known)
    assert rules.removed_options(value, "", OPTIONS).keys() == {one for one in chosen if one in "89"}


def test_a_removed_option_is_called_as_the_server_called_it() -> None:
    assert rules.removed_options("1,9", "甲,旧", OPTIONS) == {"9": "旧"}
    assert rules.removed_options("1,9", "", OPTIONS) == {"9": "9"}
