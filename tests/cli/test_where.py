import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.failures import WrongUsage
from desktop.cli.matching import matches
from desktop.cli.output import plain, table, width
from desktop.cli.times import shown, span_of
from desktop.cli.where import Asked, asked
from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.dictionaries import Agent, Source, Stage, Tag
from desktop.domain.query import Between, Contains, Filled, OneOf, Tagged

TABLES: dict[str, Sequence[Any]] = {
    "tag": [Tag("t1", "g", "VIP"), Tag("t2", "g", "老客户"), Tag("t3", "h", "vip")],
    "stage": [Stage("s1", "意向"), Stage("s2", "Won")],
    "agent": [Agent("a1", "李雷")],
    "source": [Source("0", "Desktop")],
    "vip_level": [],
}


def entries(kind: str) -> Sequence[Any]:
    return TABLES[kind]


@pytest.fixture(autouse=True)
def shanghai() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Shanghai"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


@pytest.mark.parametrize(
    ("terms", "conditions"),
    [
        (["tel=138"], (OneOf("phone", ("138",)),)),
        (["phone=138", "tel=139"], (OneOf("phone", ("138", "139")),)),
        (["nick = a=b "], (OneOf("nickname", ("a=b",)),)),
        (["nick~李"], (Contains("nickname", "李"),)),
        (["email="], (Filled("email", yes=False),)),
        (["tag=vip"], (Tagged("any", ("t1", "t3")),)),
        (["tag=老客户", "tag=t1"], (Tagged("any", ("t2", "t1")),)),
        (["biz_label=t2"], (Tagged("any", ("t2",)),)),
        (["stage=won", "stage="], (OneOf("stage_id", ("s2", "")),)),
        (["agent=李雷"], (OneOf("agent_id", ("a1",)),)),
        (["source=desktop"], (OneOf("source", ("0",)),)),
        (["sex=1", "sex=2"], (OneOf("gender", (1, 2)),)),
        (["crm_status=1"], (OneOf("status", (1,)),)),
        (["update_time>=2026-01-01"], (Between("updated", 1767196800, None),)),
        (["update_time<=2026-01-01"], (Between("updated", None, 1767283199),)),
        (["updated=2026-01-01T08:00"], (Between("updated", 1767225600, 1767225659),)),
        (["updated=2026-01-01T00:00:00+00:00"], (Between("updated", 1767225600, 1767225600),)),
        (["create_time>=1767225600000"], (Between("created", 1767225600, None),)),
    ],
)
def test_terms_become_conditions(terms: list[str], conditions: tuple[object, ...]) -> None:
    assert asked(terms, "x", entries).query.where == conditions


def test_fields_without_a_column_and_ids_are_asked_apart() -> None:
    found = asked(["remark=hello", "status=1", "wx~abc", "id=c1", "id=c2", "sex=1"], "", entries)
    assert found.query.where == (OneOf("gender", (1,)),)
    assert found.rest == (OneOf("note", ("hello",)), OneOf("record_status", (1,)), Contains("wechat", "abc"))
    assert found.ids == ("c1", "c2")


@given(st.text(max_size=30))
def test_any_text_is_a_condition_or_wrong_usage(text: str) -> None:
    for term in (text, f"updated>={text}", f"sex={text}", f"tag={text}", f"nick~{text}"):
        with suppress(WrongUsage):
            assert isinstance(asked([term], "", entries), Asked)


@given(st.text(max_size=24))
def test_any_text_is_a_time_or_none(text: str) -> None:
    span = span_of(text)
    assert span is None or span[0] <= span[1]


@given(st.integers(-(10**18), 10**18))
def test_any_number_is_shown(seconds: int) -> None:
    assert shown(seconds)


def test_conditions_on_records() -> None:
    custom = (CustomValue("f1", "2", "Gold", 6),)
    customer = Customer(
        "c", {"note": "Hello World", "custom_fields": custom, "created_day": 50, "line_ids": ("l1",)}
    )
    for condition, expected in [
        (OneOf("note", ("Hello World",)), True),
        (OneOf("note", ("hello world",)), False),
        (OneOf("qq", ("", "5")), True),
        (Contains("note", "hello"), True),
        (OneOf("custom_fields", ("Gold",)), True),
        (Contains("custom_fields", "gol"), True),
        (OneOf("line_ids", ("l1",)), True),
        (Between("created_day", 40, 60), True),
        (Between("created_day", 51, None), False),
        (Between("updated", None, 60), False),
        (Filled("qq"), False),
        (Filled("note"), True),
    ]:
        assert matches(customer, [condition]) is expected, condition


@given(st.text(max_size=20))
def test_text_for_a_terminal_is_one_line_without_control(text: str) -> None:
    assert plain(text).isprintable()


@given(st.lists(st.text(max_size=60), max_size=5))
def test_columns_line_up(names: list[str]) -> None:
    lines = list(table(("name", "end"), [(name.replace("|", ""), "|") for name in names]))
    assert len({width(line[: line.index("|")]) for line in lines[1:]}) <= 1
