"""Values that many customers share: a file of an older version, where rows hold them, answers like a new one."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cache import sealed, sharing
from desktop.cache.cachefile import CacheFile
from desktop.cache.columns import HEX, SHARED, WRITTEN
from desktop.cache.pending import PendingEdit
from desktop.cache.records import Squeezer, mark_of, pack
from desktop.cache.schema import CACHE, EVERY_ROW
from desktop.cache.shaping import column_values, found_text, gram_text, packed_id
from desktop.cache.walking import Walk
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.fold import TagDelta
from desktop.domain.query import Condition, Contains, Filled, OneOf, Order, Query
from tests.cache.conftest import KEY
from tests.cache.oracle import matches
from tests.cache.people import People

COUNT = 120
PEOPLE = People(23)
STAGES = ("5" * 32, "stage", "1")
# Texts that read as numbers, and look like each other to who compares carelessly.
ODD = ("1", "01", "1.0", "0", " 1", "ſ", "AB" * 16, "ab" * 16)
SHORTENED = ("a" * 300, "\ud83dA", "x\x1fy")
"""What columns hold a little differently: filters by the whole value do not find it."""


def someone(number: int, version: int = 0) -> Customer:
    """Return a customer whose shared values are odd ones here and there."""
    one = PEOPLE.one(number, version)
    rng = random.Random(f"{number} {version}")
    odd = {name: rng.choice(ODD + SHORTENED) for name in SHARED if name != "stage_id" and rng.random() < 0.2}
    fields = {name: value for name, value in one.fields.items() if name not in {"tags", "wecom_tags"}}
    return Customer(one.id, {**fields, **odd}, one.extra)


def write_older(path: Path, people: list[Customer]) -> None:
    """Write a file as the version before shared values did."""
    file = sealed.open_sealed(path, KEY, sealed.Schema(CACHE.steps[:10], CACHE.synchronous))
    file.execute("UPDATE meta SET value = value + ? WHERE name IN ('total', 'high')", (len(people),))
    names = ("row", "id", "mark", "sweep", *WRITTEN[:-2])
    insert = f"INSERT INTO customer({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    for row, one in enumerate(people, 1 << 24):
        file.execute(insert, (row, packed_id(one.id), mark_of(pack(one)), 1, *column_values(one)))
        file.execute("INSERT INTO record VALUES (?, ?)", (row, Squeezer(b"").squeeze(pack(one))))
        file.execute("INSERT INTO found VALUES (?, ?)", (row, found_text(one)))
        text = gram_text(found_text(one), seamed=True)
        file.execute("INSERT INTO gram(rowid, text) VALUES (?, ?)", (row, text))
        if row % 4:
            stage = packed_id(STAGES[row % 4 - 1])
            file.execute("UPDATE customer SET stage_id = ? WHERE row = ?", (stage, row))
    file.close()


class Pair:
    """An older file and a new one, to which the same is done."""

    def __init__(self, folder: Path) -> None:
        people = [someone(number) for number in range(COUNT)]
        write_older(folder / "older.db", people)
        self.older = CacheFile.open(folder / "older.db", KEY)
        self.new = CacheFile.open(folder / "new.db", KEY)
        self.new.write_page(people, sweep=1)
        for place, stage in enumerate(STAGES, 1):
            members = [one.id for row, one in enumerate(people, 1 << 24) if row % 4 == place]
            self.new.set_stage_members(stage, members, complete=True)

    def compare(self) -> None:
        """Hold every answer of the older file against the new one's, and filters against brute force."""
        everyone = self.new.customers(self.new.ids(self.new.keys(Query())))
        assert self.older.customers([one.id for one in everyone]) == everyone
        for query in queries(everyone):
            ids = self.new.ids(self.new.keys(query))
            assert self.older.ids(self.older.keys(query)) == ids, query
            assert self.older.count(query) == self.new.count(query) == len(ids), query
            if query.where:
                assert set(ids) == matches(query, everyone), query
        for file in (self.older, self.new):
            for order in (Order(name, descending=way) for name in SHARED for way in (False, True)):
                walks_as_it_sorts(file, order)
            assert file.check() == []
        assert [row.values for row in rows(self.older)] == [row.values for row in rows(self.new)]
        for asked in (
            lambda file: file.standings.counts(),
            lambda file: file.figures.count_indexed(),
            lambda file: file.figures.count_provinces(None)[0],
            lambda file: sorted(file.standings.of(file.keys(Query()))),
        ):
            assert asked(self.older) == asked(self.new)

    def close(self) -> None:
        self.older.close()
        self.new.close()


def rows(file: CacheFile) -> list[object]:
    return sorted(file.rows(file.keys(Query()), SHARED), key=lambda row: row.id)


def queries(everyone: list[Customer]) -> Iterator[Query]:
    """Return orders by every shared column, and conditions of each kind on it."""
    rng = random.Random(len(everyone))
    for name in SHARED:
        values = sorted({one.text(name) for one in everyone} - {"", *SHORTENED})
        wanted = tuple(rng.sample(values, min(2, len(values))))
        conditions: list[Condition] = [
            OneOf(name, wanted),
            OneOf(name, (*wanted[:1], "", "nobody's")),
            OneOf(name, ("nobody's",)),
            Filled(name),
            Filled(name, yes=False),
        ]
        if name not in HEX:
            conditions.append(Contains(name, wanted[0][:1]))
        yield from (Query(where=(one,), order=Order("created")) for one in conditions)
        yield from (Query(order=Order(name, descending=way)) for way in (False, True))


def walks_as_it_sorts(file: CacheFile, order: Order) -> None:
    """Walk an order from either end and from its middle, if it can be walked."""
    if not file.can_walk(order):
        return
    keys = list(file.keys(Query(order=order)))
    walk = Walk(order)
    places = file.page(walk, 0, len(keys) + 1)
    assert [row for _, row in places] == keys
    assert file.page(walk, 30, 20) == places[30:50]
    assert file.length(walk) == len(keys)
    assert file.page(Walk(order, backwards=True), 0, 30) == places[:-31:-1]
    for place in (0, 60, len(keys) - 1):
        assert file.place(order, keys[place]) == places[place]
        assert file.page(Walk(order, places[place]), 0, 40) == places[place + 1 : place + 41]
        assert file.length(Walk(order, places[place], backwards=True)) == place


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    monkeypatch.setattr(sharing, "_ROWS", 50)
    pair = Pair(tmp_path)
    yield pair
    pair.close()


def change(pair: Pair, seed: int) -> None:
    """Let customers come, change, move and go, and edits begin and end, in both files."""
    rng = random.Random(seed)
    page = [someone(number, seed) for number in rng.sample(range(COUNT + 40), 40)]
    gone = [PEOPLE.id(number) for number in rng.sample(range(COUNT), 10)]
    members = [PEOPLE.id(number) for number in rng.sample(range(COUNT), 30)]
    edited = [PEOPLE.id(number) for number in rng.sample(range(COUNT), 12)]
    changes = []
    for file in (pair.older, pair.new):
        wrote = file.write_page(page, sweep=seed)
        held = [PendingEdit(f"{seed}-{key}", key, 1, TagDelta((), ()), {"stage_id": STAGES[0]}) for key in edited]
        file.edits.hold(held)
        moved = file.set_stage_members(STAGES[1], members, complete=seed % 2 == 0)
        file.edits.hold([], drop=[one.entry for one in held[::2]])
        removed = file.remove(gone)
        changes.append((wrote, set(moved.updated), removed))
    assert changes[0] == changes[1]


def test_an_older_file_answers_like_a_new_one_before_while_and_after_it_is_brought_up_to_date(pair: Pair) -> None:
    pair.compare()
    for seed in (2, 3, 4):
        change(pair, seed)
        pair.compare()
        pair.older.index_next()
    while pair.older.index_next():
        pass
    pair.compare()
    assert pair.older._meta.number("shared") == EVERY_ROW
    for held in pair.older._connection.execute(f"SELECT {', '.join(SHARED)} FROM customer"):  # noqa: S608
        assert {type(one) for one in held} <= {int, type(None)}
    change(pair, 5)
    pair.compare()


def test_numbers_of_a_write_that_failed_are_forgotten(cache: CacheFile, path: Path) -> None:
    with pytest.raises(TypeError):
        cache.write_page([Customer("a", {"agent_id": "first"})], state={"no JSON": object()})  # type: ignore[dict-item]
    other = CacheFile.open(path, KEY)
    other.write_page([Customer("b", {"agent_id": "second"})])
    cache.write_page([Customer("a", {"agent_id": "first"})])
    for file in (cache, other):
        for key, agent in (("a", "first"), ("b", "second")):
            found = file.keys(Query(where=(OneOf("agent_id", (agent,)),)))
            assert [(row.id, *row.values) for row in file.rows(found, ("agent_id",))] == [(key, agent)]
    other.close()


def test_more_values_than_are_remembered_are_told_apart(cache: CacheFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_REMEMBERED", 3)
    people = [Customer(f"c{one}", {"agent_id": f"a{one % 9}"}) for one in range(40)]
    cache.write_page(people)
    cache.write_page([replace(one, fields={"agent_id": "a8"}) for one in people[:5]])
    shown = {row.id: row.values[0] for row in cache.rows(cache.keys(Query()), ("agent_id",))}
    assert shown == {one.id: "a8" if place < 5 else one.fields["agent_id"] for place, one in enumerate(people)}
