"""The history of customers in the cache: merged by id, in order, in pieces, with what is missing of it."""

from pathlib import Path

from desktop.cache import sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.schema import CACHE
from desktop.cache.timelinestore import TimelineState
from desktop.domain.following.behaviour import Behaviour, FieldChange
from desktop.domain.following.stagetime import StageSet
from desktop.domain.following.timeline import order_of
from tests.cache.conftest import KEY

ONE = "0123456789abcdef0123456789abcdef"


def entry(number: int, at: int | None = None, **values: object) -> Behaviour:
    return Behaviour(f"b{number:05d}", ONE, "user_record", number if at is None else at, **values)  # type: ignore[arg-type]


def test_entries_come_back_as_they_were_put(cache: CacheFile) -> None:
    rich = entry(
        7,
        recorded=8,
        operator_kind=1,
        operator_name="<b>李雷</b>\ud83d",
        note="null \0 byte",
        changes=(FieldChange("nick", "昵称", "new", "old"),),
        content={"a": [1, None, {"b": "c"}]},
        extra={"x": 1.5},
    )
    bare = Behaviour("with blank", ONE, "", 0)
    new, state = cache.timelines.put(ONE, [rich, bare], 2, 100)
    assert new == {"b00007", "with blank"}
    assert state == TimelineState(2, 2, 100)
    assert state.complete
    held = cache.timelines.page(ONE, None, 10)
    assert held.entries[1] == bare
    back = held.entries[0]
    assert (back.note, back.operator_name) == ("null \0 byte", "<b>李雷</b>?")
    assert (back.changes, back.content, back.extra) == (rich.changes, rich.content, rich.extra)
    assert cache.timelines.page("another", None, 10).state == TimelineState()


def test_pieces_follow_each_other_newest_first_whatever_the_order_of_pages(cache: CacheFile) -> None:
    entries = [entry(number, number // 3) for number in range(50)]
    for start in (30, 0, 20, 40, 10):
        cache.timelines.put(ONE, entries[start : start + 10], 60, 5)
    read: list[Behaviour] = []
    while len(read) < 50:
        held = cache.timelines.page(ONE, order_of(read[-1]) if read else None, 7)
        assert held.entries
        assert not held.state.complete
        read += held.entries
    assert read == sorted(entries, key=order_of, reverse=True)
    assert not cache.timelines.page(ONE, order_of(read[-1]), 7).entries


def test_a_changed_entry_takes_the_place_of_the_old_one(cache: CacheFile) -> None:
    cache.timelines.put(ONE, [entry(1), entry(2)], 2, 5)
    new, state = cache.timelines.put(ONE, [entry(1, 9, note="now")], 2, 6)
    assert not new
    assert state.held == 2
    assert [one.note for one in cache.timelines.page(ONE, None, 9).entries] == ["now", ""]


def test_what_a_whole_reading_did_not_find_goes_and_what_it_could_not_read_is_known(cache: CacheFile) -> None:
    cache.timelines.put(ONE, [entry(number) for number in range(5)], 4, 5)
    state = cache.timelines.keep_only(ONE, {"b00001", "b00002", "b00003"})
    assert state == TimelineState(3, 4, 5, 1)
    assert state.complete
    assert [one.id for one in cache.timelines.page(ONE, None, 9).entries] == ["b00003", "b00002", "b00001"]


def test_the_last_change_of_stage_tells_how_a_case_ended(path: Path) -> None:
    old = sealed.open_sealed(path, KEY, sealed.Schema(CACHE.steps[:7], CACHE.synchronous))
    for customer, entry, at, stage, kind in (
        ("won", "a", 20, "s1", '"21"'),
        ("won", "b", 10, "s0", '"1"'),
        ("goes on", "a", 10, "s0", '"22"'),
        ("goes on", "b", 20, "s1", '"1"'),
        ("untold", "a", 20, "s1", "null"),
    ):
        body = f'{{"id":"{entry}","kind":"x","stage_id":"{stage}","content":{{"stageType":{kind}}}}}'
        old.execute("INSERT INTO behaviour VALUES (?, ?, ?, ?)", (customer, entry, at, body))
    old.close()
    cache = CacheFile.open(path, KEY)
    assert cache.timelines.ended() == {"won": StageSet("s1", 21, 20)}
    lost = Behaviour("c", "goes on", "user_stage_update", 30, stage_id="s1", content={"stageType": 22})
    odd = Behaviour("c", "untold", "user_stage_update", 30, stage_id="s1", content={"stageType": "<b>"})
    for one in (lost, odd):
        cache.timelines.put(one.customer_id, [one], 3, 40)
    # What was read earlier, of a page that comes later, says nothing new.
    cache.timelines.put("won", [Behaviour("b", "won", "x", 10, stage_id="s0", content={"stageType": "1"})], 2, 50)
    assert cache.timelines.ended() == {"won": StageSet("s1", 21, 20), "goes on": StageSet("s1", 22, 30)}
    cache.close()
