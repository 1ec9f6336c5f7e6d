"""Intents as JSON, the document's checks, and two people changing one thing."""

import dataclasses
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.outbox import Clash
from desktop.domain.edits.table import INTENTS
from desktop.domain.edits.threeway import merge
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.blacklist import Blacklist
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.intents.lines import dump, parse
from desktop.domain.json import Json
from desktop.domain.tags.rules import check

ids = st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
colours = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)
values = {
    **dict.fromkeys(("customer", "group", "tag"), ids),
    "local": ids.map("local-{}".format).filter(lambda one: len(one) <= 64),
    "name": texts,
    "param_name": texts,
    "color": colours,
    **dict.fromkeys(("multiple", "valid", "anew"), st.booleans()),
    "stage": ids,
    "note": texts,
    "type": st.sampled_from([1, 2, 21, 22, 23]),
    "reason": texts.filter(str.strip),
    "content": texts.filter(str.strip),
}


custom = st.dictionaries(ids, texts, max_size=2)
some_fields: dict[str, st.SearchStrategy[Json]] = {
    "nickname": texts,
    "phone": texts,
    "gender": st.integers(0, 3),
    "line_ids": st.lists(texts, max_size=2).map(tuple),
    "custom_fields": custom,
}
sets: dict[type[Intent], st.SearchStrategy[Mapping[str, Json]]] = {
    UpdateCustomer: st.fixed_dictionaries({"note": texts}, optional=some_fields),
    CreateCustomer: st.fixed_dictionaries({"nickname": texts, "status": st.sampled_from([1, 2, 4])}),
    SaveEnterprise: st.fixed_dictionaries({"name": texts.filter(str.strip)}, optional={"custom_fields": custom}),
}


def intent_of(kind: type[Intent]) -> st.SearchStrategy[Intent]:
    some = st.lists(ids, min_size=1, unique=True).map(tuple)
    tags = st.lists(texts, max_size=3).map(tuple) if kind is CreateTagGroup else some
    hours = st.sampled_from([24, 48, 72, -1] if kind is Blacklist else [1, 2, 3, 4, 5])
    own = {**values, "tags": tags, "agents": some, "kind": hours, "set": sets.get(kind, st.nothing())}
    return st.builds(kind, **{field.name: own[field.name] for field in dataclasses.fields(kind)})


@given(st.sampled_from([*INTENTS.values()]).flatmap(intent_of))
def test_every_intent_comes_back_from_its_json(intent: Intent) -> None:
    assert parse(json.loads(json.dumps(dump(intent)))) == intent


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ([], "line", "wrong_kind"),
        ({}, "op", "unknown_op"),
        ({"op": ["add_tags"]}, "op", "unknown_op"),
        ({"op": "add_tags", "tags": ["a"]}, "customer", "missing"),
        ({"op": "add_tags", "customer": "c", "tags": []}, "tags", "empty"),
        ({"op": "add_tags", "customer": "../c", "tags": ["a"]}, "customer", "bad_id"),
        ({"op": "add_tags", "customer": "c", "tags": ["a/b"]}, "tags", "bad_id"),
        ({"op": "add_tags", "customer": "c", "tags": "a"}, "tags", "wrong_kind"),
        ({"op": "add_tags", "customer": 7, "tags": ["a"]}, "customer", "wrong_kind"),
        ({"op": "add_tags", "customer": "c", "tags": ["a"], "colour": 1}, "colour", "unknown_key"),
        ({"op": "create_tag_group", "name": "n", "color": "red"}, "color", "bad_color"),
        ({"op": "create_tag_group", "name": "n", "color": "#00000g"}, "color", "bad_color"),
        ({"op": "create_tag_group", "name": "n", "color": "#000000", "multiple": 1}, "multiple", "wrong_kind"),
        ({"op": "update_tag_group", "group": "g"}, "name", "nothing_to_change"),
        ({"op": "update_tag", "tag": "t", "name": None}, "name", "nothing_to_change"),
    ],
)
def test_what_is_no_intent_says_where_and_why(line: Json, field: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse(line)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_lone_surrogate_never_reaches_a_file() -> None:
    intent = parse(json.loads('{"op": "update_tag", "tag": "t", "name": "a\\ud83d\\u0000"}'))
    assert isinstance(intent, UpdateTag)
    assert intent.name is not None
    assert intent.name.encode()


GROUPS = {"g": TagGroup("g", "Colours"), "h": TagGroup("h", "Sizes")}
TAGS = {"t": Tag("t", "g", "red", "p_red"), "u": Tag("u", "g", "blue"), "v": Tag("v", "h", "red")}


def group(name: str, *tags: str) -> CreateTagGroup:
    return CreateTagGroup(name=name, color="#000000", tags=tags)


@pytest.mark.parametrize(
    ("intent", "field", "reason"),
    [
        (group(" \t\u3000"), "name", "group_name_blank"),
        (group("x" * 31), "name", "name_too_long"),
        (group("Colours"), "name", "group_name_taken"),
        (group("New", "a", ""), "tags", "tag_name_blank"),
        (group("New", "a", "a"), "tags", "tag_name_taken"),
        (group("New", "😀" * 31), "tags", "name_too_long"),
        (UpdateTagGroup(group="g", name="Sizes"), "name", "group_name_taken"),
        (CreateTag(group="g", name="red"), "name", "tag_name_taken"),
        (CreateTag(group="h", name="green", param_name="p_red"), "param_name", "param_name_taken"),
        (CreateTag(group="h", name="green", param_name="p" * 31), "param_name", "param_name_too_long"),
        (UpdateTag(tag="u", name="red"), "name", "tag_name_taken"),
        (UpdateTag(tag="u", param_name="p_red"), "param_name", "param_name_taken"),
        (UpdateTag(tag="u", name=""), "name", "tag_name_blank"),
    ],
)
def test_what_the_document_forbids_is_refused_at_its_field(intent: Intent, field: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check(intent, GROUPS, TAGS)
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize(
    "intent",
    [
        group("😀" * 30, "<b>", "colours"),
        group("colours"),
        UpdateTagGroup(group="g", name="Colours"),
        UpdateTagGroup(group="g", color="#123456"),
        CreateTag(group="h", name="blue"),
        CreateTag(group="unknown", name="red"),
        UpdateTag(tag="t", name="red", param_name="p_red"),
        AddTags(customer="c", tags=("gone",)),
        RemoveTags(customer="c", tags=("gone",)),
    ],
)
def test_what_the_document_allows_passes(intent: Intent) -> None:
    check(intent, GROUPS, TAGS)


def test_disjoint_changes_merge_and_the_same_field_is_asked_about() -> None:
    base: dict[str, Json] = {"name": "a", "color": "#111111", "multiple": True}
    mine: dict[str, Json] = {"name": "b", "multiple": False}
    assert merge(base, mine, {**base, "color": "#222222"}).changes == mine
    assert merge(base, mine, {**base, "name": "b"}).changes == {"multiple": False}
    clash = merge(base, mine, {**base, "name": "c"})
    assert clash.clashes == (Clash("name", "a", "b", "c"),)
    assert merge({}, mine, {**base, "name": "c"}).changes == mine
    assert not merge(base, {"color": "#AABBCC"}, {**base, "color": "#aabbcc"}).changes
