"""What the tags page decides without a screen: near-duplicates, violations, what is shown of pending edits."""

import pytest

from desktop.cache.pinyin import searched
from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import Rejected
from desktop.domain.intents.intent import AddTags, CreateTag, CreateTagGroup, Intent, RemoveTags, UpdateTag
from desktop.domain.tags.holders import Holder, keep_only, violations
from desktop.domain.tags.neardup import Likeness, distance, near_duplicates
from desktop.ui.tags.matching import matcher
from desktop.ui.tags.refusals import column_of
from desktop.ui.tags.scene import Counts, make_scene, narrowed, waiting
from desktop.ui.tags.tag_pane import NAME, PARAM

GROUPS = {
    "g1": TagGroup("g1", "客户意向", "#2E7D32", multiple=False),
    "g2": TagGroup("g2", "Channel", "#gt5433"),
}
TAGS = {
    "t1": Tag("t1", "g1", "高意向", "high"),
    "t2": Tag("t2", "g1", "观望"),
    "t3": Tag("t3", "g2", "抖音"),
}


def pairs(*names: str) -> list[tuple[str, str, Likeness]]:
    tags = [Tag(str(place), "g", name) for place, name in enumerate(names)]
    found = near_duplicates(tags, lambda name: searched(name)[0])
    return [(pair.first.name, pair.second.name, pair.likeness) for pair in found]


def test_a_name_of_a_million_letters_is_not_searched_for_slips() -> None:
    longest = "x" * 1_000_000
    assert pairs(longest, longest[1:]) == []


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("VIP", "vip", Likeness.SPELLING),
        ("VIP", "ＶＩＰ", Likeness.SPELLING),
        ("Follow up", "Followup ", Likeness.SPELLING),
        ("高意向", "高意象", Likeness.SOUND),
        ("Chargeback", "Chargebak", Likeness.SLIP),
        ("Refund", "Refnud", Likeness.SLIP),
        ("Returning customer", "Returnig custmer", Likeness.SLIP),
    ],
)
def test_names_that_are_probably_one_are_found(one: str, other: str, likeness: Likeness) -> None:
    assert pairs("Something else", one, other) == [(one, other, likeness)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023年", "2024年"),
        ("Level 1", "Level 2"),
        ("已付款客户", "未付款客户"),
        ("微信", "维修"),
        ("Hot", "Not"),
        ("其他", "其他"),
        ("Open", "Closed"),
    ],
)
def test_names_that_mean_different_things_are_left_alone(one: str, other: str) -> None:
    assert pairs(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "steps"), [("", "", 0), ("abc", "acb", 1), ("abc", "", 3), ("ab", "cd", 2)]
)
def test_distance_counts_slips(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_a_thousand_tags_are_compared_soon() -> None:
    names = [f"{word} {place}" for place in range(250) for word in ("Customer", "Channel", "Intent", "Region")]
    assert pairs(*names, "Chanel 7") == [("Channel 7", "Chanel 7", Likeness.SLIP)]


def test_a_violation_names_the_tags_and_keeping_one_takes_the_others() -> None:
    holders = [
        Holder("c1", "Ann", ("t1", "t3", "t2")),
        Holder("c2", "Bo", ("t1", "t3")),
        Holder("c3", "", ("gone",)),
    ]
    (found,) = violations(holders, GROUPS, TAGS)
    assert (found.holder.id, found.group_id, found.tags) == ("c1", "g1", ("t1", "t2"))
    assert keep_only(found, "t2") == RemoveTags(customer="c1", tags=("t1",))


def entry(intent: Intent, state: State = State.QUEUED, code: str = "") -> Entry:
    return Entry("e", 1, intent, state, 0.0, 0.0, error=Rejected(code) if code else None)


def test_what_is_on_its_way_is_marked_and_what_was_refused_is_kept_in_sight() -> None:
    refused = entry(CreateTag(group="g1", name="观望", local="local-a"), State.REJECTED, "510003")
    scene = make_scene(
        GROUPS, TAGS, [entry(UpdateTag(tag="t3", name="抖音")), refused], Counts({"t3": 7}, {"g2": 7})
    )
    moving, kept = scene.tag("t3"), scene.tag("local-a")
    assert moving is not None
    assert kept is not None
    assert waiting(moving)
    assert moving.customers == 7
    assert not waiting(kept)
    assert kept.draft
    assert kept.mark is not None
    assert kept.mark.refused
    assert [line.id for line in scene.tags["g1"]] == ["t1", "t2", "local-a"]
    group = scene.group("g2")
    assert group is not None
    assert (group.tags, group.customers) == (1, 7)


def test_a_refused_group_stands_last_with_its_tags_and_settled_edits_leave_no_mark() -> None:
    made = CreateTagGroup(name="Channel", color="#1565C0", tags=("A", "B"), local="local-g")
    done = entry(UpdateTag(tag="t1", name="x"), State.DONE)
    scene = make_scene(GROUPS, TAGS, [entry(made, State.REJECTED, "510002"), done], Counts())
    assert [line.id for line in scene.groups] == ["g1", "g2", "local-g"]
    assert [line.tag.name for line in scene.tags["local-g"]] == ["A", "B"]
    assert all(line.draft for line in scene.tags["local-g"])
    tag = scene.tag("t1")
    assert tag is not None
    assert tag.mark is None
    assert tag.customers is None


@pytest.mark.parametrize(
    ("intent", "code", "column"),
    [
        (CreateTag(group="g1", name="a", param_name="b"), "510004", PARAM),
        (CreateTag(group="g1", name="a", param_name="b"), "510003", NAME),
        (CreateTag(group="g1", name="a"), "510004", NAME),
        (UpdateTag(tag="t1", param_name="b"), "510008", PARAM),
        (UpdateTag(tag="t1", name="b"), "510007", NAME),
    ],
)
def test_a_refusal_belongs_to_the_field_it_is_about(intent: Intent, code: str, column: int) -> None:
    assert column_of(entry(intent, State.REJECTED, code)) == column


@pytest.mark.parametrize("typed", ["意向", "gaoyi", "gyx", "HIGH", "ｈｉｇｈ"])
def test_a_tag_is_found_by_characters_pinyin_initials_and_parameter_name(typed: str) -> None:
    readings = {name: searched(name) for name in ("客户意向", "高意向", "观望", "抖音")}
    scene = narrowed(make_scene(GROUPS, TAGS, [], Counts()), matcher(typed, readings))
    assert "t1" in [line.id for line in scene.tags["g1"]]
    assert [line.id for line in scene.groups] == ["g1"]


def test_a_group_that_answers_keeps_all_its_tags() -> None:
    scene = narrowed(make_scene(GROUPS, TAGS, [], Counts()), matcher("chan", {}))
    assert [line.id for line in scene.tags["g2"]] == ["t3"]
    assert scene.group("g1") is None


def test_edits_of_customers_mark_nothing() -> None:
    scene = make_scene(GROUPS, TAGS, [entry(AddTags(customer="c1", tags=("t1",)))], Counts())
    line = scene.tag("t1")
    assert line is not None
    assert line.mark is None
