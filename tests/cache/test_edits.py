"""Edits in the files: they show everywhere, survive every page, leave no trace when dropped."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cache import sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.grace import GRACE
from desktop.cache.intentstore import Rewrite, Step, StoredEntry
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.cache.pending import PendingEdit
from desktop.cache.schema import CACHE, OUTBOX
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.fold import TagDelta
from desktop.domain.errors import NewerSchema, StorageError
from desktop.domain.query import Query, Tagged
from tests.cache.conftest import KEY


def customer(key: str, *tags: str, **fields: str | int) -> Customer:
    return Customer(key, {"nickname": key, "tags": tags, **fields})


def edit(
    entry: str, who: str, seq: int, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()
) -> PendingEdit:
    return PendingEdit(entry, who, seq, TagDelta(add, remove))


def shown(cache: CacheFile, who: str) -> tuple[str, ...]:
    """Return the tags of a customer, the same from its record, its row and every filter."""
    record = cache.customer(who)
    assert record is not None
    tags = record.ids("tags")
    key = cache.key_of(who)
    assert key is not None
    assert cache.rows([key], ("tags",))[0].values == (tags,)
    for tag in ("a", "b", "c", "d"):
        found = cache.ids(cache.keys(Query(where=(Tagged("any", (tag,)),))))
        assert (who in found) == (tag in tags)
    return tags


def test_an_edit_shows_and_dropping_it_restores_what_the_server_said(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a", "b"), customer("y", "a")])
    change = cache.edits.hold([edit("1", "x", 1, add=("c",), remove=("a",)), edit("2", "nobody", 2, add=("c",))])
    assert change == Change(updated=("x",))
    assert shown(cache, "x") == ("b", "c")
    assert shown(cache, "y") == ("a",)
    assert [one.ids("tags") for one in cache.bases(["x"])] == [("a", "b")]
    assert cache.edits.hold([], drop=["1", "2"]) == Change(updated=("x",))
    assert shown(cache, "x") == ("a", "b")


def test_pages_of_any_connection_keep_edits_and_edits_wait_for_their_customer(
    cache: CacheFile, path: Path
) -> None:
    cache.edits.hold([edit("1", "x", 1, add=("c",)), edit("2", "x", 2, remove=("b",))])
    child = CacheFile.open(path, KEY)
    child.write_page([customer("x", "a", "b")], sweep=1)
    assert shown(cache, "x") == ("a", "c")
    child.write_page([customer("x", "b", "d", note="changed")], sweep=2)
    child.close()
    assert shown(cache, "x") == ("d", "c")
    cache.edits.hold([], drop=["2"])
    assert shown(cache, "x") == ("b", "d", "c")


def test_a_settled_edit_is_the_base_and_outlives_older_pages_only(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a", updated=100)])
    cache.edits.hold([edit("1", "x", 1, add=("b",))])
    cache.edits.settle(["1"], 200, int(time.time()) + GRACE)
    assert [one.ids("tags") for one in cache.bases(["x"])] == [("a", "b")]
    assert shown(cache, "x") == ("a", "b")
    cache.write_page([customer("x", "a", updated=150, note="asked for before")])
    assert shown(cache, "x") == ("a", "b")
    cache.write_page([customer("x", "c", updated=200)])
    assert shown(cache, "x") == ("c",)


def test_what_is_settled_long_ago_becomes_the_record(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a")])
    cache.edits.hold([edit("1", "x", 1, add=("b",))])
    cache.edits.settle(["1"], 10, 1000)
    assert cache.edits.hold_only([edit("2", "x", 2, add=("c",))], now=1001) == Change(updated=("x",))
    assert shown(cache, "x") == ("a", "b", "c")
    assert cache.edits.hold_only([], now=1002) == Change(updated=("x",))
    assert shown(cache, "x") == ("a", "b")
    assert cache.edits.hold_only([], now=1003) == Change()


def test_an_edit_that_is_just_being_settled_is_not_held_anew(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a", updated=100)])
    cache.edits.hold([edit("1", "x", 1, add=("b",))])
    cache.edits.settle(["1"], 200, int(time.time()) + GRACE)
    cache.edits.hold_only([edit("1", "x", 1, add=("b",))], now=int(time.time()))
    cache.write_page([customer("x", "c", updated=300)])
    assert shown(cache, "x") == ("c",)


def test_the_sweep_of_a_customer_does_not_change_by_an_edit(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a")], sweep=3)
    cache.edits.hold([edit("1", "x", 1, add=("b",))])
    cache.edits.settle(["1"], 10, 1000)
    assert cache.unseen(3) == []


OLD_CACHE = sealed.Schema(CACHE.steps[:1], CACHE.synchronous)
OLD_OUTBOX = sealed.Schema(OUTBOX.steps[:1], OUTBOX.synchronous)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_cache_of_the_first_version_opens_and_takes_edits(path: Path, read_only: bool) -> None:
    sealed.open_sealed(path, KEY, OLD_CACHE).close()
    file = CacheFile.open(path, KEY, read_only=read_only)
    assert file.customers(["x"]) == []
    file.close()
    file = CacheFile.open(path, KEY)
    file.write_page([customer("x", "a")])
    file.edits.hold([edit("1", "x", 1, add=("b",))])
    assert shown(file, "x") == ("a", "b")
    file.close()


def test_an_outbox_of_the_first_version_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    old = sealed.open_sealed(path, KEY, OLD_OUTBOX)
    old.execute("INSERT INTO secret VALUES ('token', 'value')")
    old.execute("INSERT INTO view VALUES ('v', 0, '{}')")
    old.close()
    box = OutboxFile.open(path, KEY)
    assert box.secret("token") == "value"
    assert box.views() == [StoredView("v", 0, "{}")]
    assert box.intents.waiting() == []
    box.close()


def test_an_outbox_of_a_newer_version_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    connection = sealed.open_sealed(path, KEY, OUTBOX)
    connection.pragma("user_version", OUTBOX.version + 1)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerSchema):
        OutboxFile.open(path, KEY)
    assert path.read_bytes() == before


@pytest.fixture
def box(tmp_path: Path) -> Iterator[OutboxFile]:
    file = OutboxFile.open(tmp_path / "outbox.db", KEY)
    yield file
    file.close()


def entry(key: str, state: str = "queued", changed: float = 1.0, gesture: str = "g") -> StoredEntry:
    return StoredEntry(0, key, "lane", state, "{}", "{}", "", 0, 1.0, changed, 0.0, gesture, "")


def test_all_of_a_gesture_is_stored_or_nothing(box: OutboxFile) -> None:
    box.intents.add([entry("1")])
    with pytest.raises(StorageError):
        box.intents.add([entry("2"), entry("1")], Step(0, "g", "label"))
    assert [one.id for one in box.intents.waiting()] == ["1"]
    assert box.intents.step(undone=False) is None


def test_what_somebody_else_changed_meanwhile_stays(box: OutboxFile) -> None:
    (old,) = box.intents.add([entry("1")])
    sending = replace(old, state="sending", changed=2.0)
    assert box.intents.rewrite([Rewrite(old, sending)]) == []
    assert box.intents.rewrite([Rewrite(old, None)]) == [old]
    assert box.intents.rewrite([Rewrite(sending, replace(sending, state="done"))], {"local-1": "s1"}) == []
    assert box.intents.waiting() == []
    assert box.intents.ids() == {"local-1": "s1"}


def test_what_was_under_way_is_unknown_at_the_start(box: OutboxFile) -> None:
    box.intents.add([entry("1", "sending"), entry("2"), entry("3", "rejected")])
    assert box.intents.recover(9.0) == 1
    assert [(one.id, one.state) for one in box.intents.waiting()] == [
        ("1", "unknown"),
        ("2", "queued"),
        ("3", "rejected"),
    ]


def test_steps_are_undone_from_the_last_and_redone_from_the_first(box: OutboxFile) -> None:
    for gesture in ("g1", "g2"):
        box.intents.add([entry(gesture, gesture=gesture)], Step(0, gesture, f"label {gesture}"))
    last = box.intents.step(undone=False)
    assert last is not None
    assert (last.gesture, last.label) == ("g2", "label g2")
    box.intents.add([], Step(last.number, "u2", last.label, undone=True))
    first = box.intents.step(undone=False)
    assert first is not None
    assert first.gesture == "g1"
    box.intents.add([], Step(first.number, "u1", first.label, undone=True))
    redo = box.intents.step(undone=True)
    assert redo is not None
    assert redo.gesture == "u1"
    box.intents.add([entry("new", gesture="g3")], Step(0, "g3", "new"))
    assert box.intents.step(undone=True) is None


def test_only_what_is_long_done_and_cannot_be_undone_is_forgotten(box: OutboxFile) -> None:
    box.intents.add([entry("undoable", "done")], Step(0, "g", "label"))
    box.intents.add([entry("old", "done", gesture="x"), entry("young", "done", changed=50.0, gesture="x")])
    box.intents.add([entry("waits", gesture="x"), replace(entry("job", "done", gesture="x"), job="j")])
    box.intents.prune(10.0)
    left = [one for one in ("undoable", "old", "young", "waits", "job") if box.intents.entry(one) is not None]
    assert left == ["undoable", "young", "waits", "job"]


def test_two_connections_see_each_others_writes(box: OutboxFile) -> None:
    other = OutboxFile.open(box.path, KEY)
    before = box.intents.version()
    other.intents.add([entry("1")])
    assert box.intents.version() != before
    assert [one.id for one in box.intents.waiting()] == ["1"]
    other.close()


def test_a_row_of_a_job_that_was_done_before_it_showed_stays_done(cache: CacheFile) -> None:
    cache.write_page([customer("x", "a"), customer("y", "a")])
    row, other = edit("job:1:0", "x", 5, add=("b",)), edit("job:1:1", "y", 5, add=("b",))
    assert cache.edits.hold_new([row]) == Change(updated=("x",))
    cache.edits.settle(["job:1:0"], 1_000, 2_000)
    # Whoever shows the job read both rows before the first was done.
    cache.edits.hold([row, other])
    assert shown(cache, "x") == shown(cache, "y") == ("a", "b")
    assert [one.ids("tags") for one in cache.bases(["x", "y"])] == [("a", "b"), ("a",)]
    assert cache.edits.held("job:1:*") == 1
    assert not cache.edits.hold_new([row])
