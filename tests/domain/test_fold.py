"""Folding and undoing hold for any edits of any tags."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.fold import Groups, TagDelta, Tags, delta_of, fold_customer_tags, fold_tag_tables
from desktop.domain.edits.inverse import inverse
from desktop.domain.edits.preimage import preimage
from desktop.domain.ids import nth_local
from desktop.domain.intents.intent import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)

GROUPS = {key: TagGroup(key, f"group {key}", "#112233", multiple=key == "m") for key in "ms"}
TAGS = {
    f"{group}{place}": Tag(f"{group}{place}", group, f"tag {place}", f"{group}{place}" if place else "")
    for group in "ms"
    for place in range(4)
}

some_tags = st.lists(st.sampled_from(sorted(TAGS)), min_size=1, max_size=4, unique=True).map(tuple)
tagging = st.one_of(
    st.builds(AddTags, customer=st.just("c"), tags=some_tags),
    st.builds(RemoveTags, customer=st.just("c"), tags=some_tags),
)
names = st.text("xyz", min_size=1, max_size=3)


@st.composite
def held_tags(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw the tags of a customer: at most one of the single-choice group."""
    many = draw(st.lists(st.sampled_from([one for one in TAGS if one[0] == "m"]), unique=True))
    return (*many, *draw(st.lists(st.sampled_from([one for one in TAGS if one[0] == "s"]), max_size=1)))


def deltas(intents: list[AddTags | RemoveTags]) -> list[TagDelta]:
    return [delta_of(one, GROUPS, TAGS) for one in intents]


@given(held_tags(), st.lists(tagging, max_size=5))
def test_folding_twice_is_folding_once(held: tuple[str, ...], intents: list[AddTags | RemoveTags]) -> None:
    once = fold_customer_tags(held, deltas(intents))
    assert set(fold_customer_tags(once, deltas(intents))) == set(once)


@given(held_tags(), st.lists(tagging, max_size=5))
def test_no_customer_has_two_tags_of_a_single_choice_group(
    held: tuple[str, ...], intents: list[AddTags | RemoveTags]
) -> None:
    assert sum(tag[0] == "s" for tag in fold_customer_tags(held, deltas(intents))) <= 1


@given(held_tags(), st.lists(tagging, min_size=1, max_size=5))
def test_undoing_the_last_first_brings_back_the_tags(
    held: tuple[str, ...], intents: list[AddTags | RemoveTags]
) -> None:
    seen, done = held, []
    for one in intents:
        done.append((one, preimage(one, GROUPS, TAGS, seen)))
        seen = fold_customer_tags(seen, deltas([one]))
    for one, base in reversed(done):
        for back in inverse(one, base, lambda: "unused"):
            assert isinstance(back, AddTags | RemoveTags)
            seen = fold_customer_tags(seen, deltas([back]))
    assert set(seen) == set(held)


@given(held_tags(), st.lists(tagging, max_size=4), st.lists(tagging, max_size=4))
def test_what_arrives_from_the_server_keeps_every_tag_the_edits_speak_of(
    arriving: tuple[str, ...], before: list[AddTags | RemoveTags], after: list[AddTags | RemoveTags]
) -> None:
    intents = [*before, *after]
    seen = fold_customer_tags(arriving, deltas(intents))
    last = {tag: one for one in deltas(intents) for tag in (*one.remove, *one.add)}
    for tag, delta in last.items():
        assert (tag in seen) == (tag in delta.add)


def administration(groups: list[str], tags: list[str]) -> st.SearchStrategy[Intent]:
    group, tag = st.sampled_from(groups), st.sampled_from(tags)
    return st.one_of(
        st.builds(UpdateTagGroup, group=group, name=names, multiple=st.none() | st.booleans()),
        st.builds(UpdateTag, tag=tag, name=names, param_name=st.none() | names),
        st.builds(RemoveTag, tag=tag),
        st.builds(RemoveTagGroup, group=group),
        st.builds(CreateTag, group=group, name=names, param_name=names),
        st.builds(CreateTagGroup, name=names, color=st.just("#445566"), tags=st.tuples(names, names)),
    )


def content(groups: Groups, tags: Tags) -> list[tuple[object, ...]]:
    """Return groups and tags without their ids, in any order."""
    shown = [
        (
            one.name,
            one.color,
            one.multiple,
            *sorted((tag.name, tag.param_name) for tag in tags.values() if tag.group_id == one.id),
        )
        for one in groups.values()
    ]
    return sorted(shown, key=repr)


@given(administration(sorted(GROUPS), sorted(TAGS)))
def test_undoing_tag_administration_brings_back_the_same_groups_and_tags(drawn: Intent) -> None:
    counter = itertools.count()
    intent = replace(drawn, local="local-own") if isinstance(drawn, CreateTag | CreateTagGroup) else drawn
    base = preimage(intent, GROUPS, TAGS, None)
    after = fold_tag_tables(GROUPS, TAGS, [intent])
    assert fold_tag_tables(*after, [intent]) == after
    back = fold_tag_tables(*after, inverse(intent, base, lambda: str(next(counter))))
    assert content(*back) == content(GROUPS, TAGS)


def test_what_the_server_has_made_stands_under_its_id_and_not_twice() -> None:
    group = CreateTagGroup(name="new", color="#000000", tags=("a", "b"), local="local-1")
    ids = {"local-1": "g9", nth_local("local-1", 0): "t1", nth_local("local-1", 1): "t2"}
    groups, tags = fold_tag_tables({}, {}, [group, CreateTag(group="local-1", name="c", local="local-2")], ids)
    assert set(groups) == {"g9"}
    assert {tag.id: tag.group_id for tag in tags.values()} == {"t1": "g9", "t2": "g9", "local-2": "g9"}
    server = {"g9": TagGroup("g9", "new", "#000000")}
    assert fold_tag_tables(server, {"t1": Tag("t1", "g9", "a")}, [group], ids)[0] == server
