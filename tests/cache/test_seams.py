"""What proves a word without a look at the text: its trigrams, where none of its pairs is a seam of the text."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cache import grams, indexing, sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.columns import SORTABLE
from desktop.cache.schema import CACHE, EVERY_ROW
from desktop.cache.shaping import found_text, gram_text, seams
from desktop.domain.customers.customer import Customer
from desktop.domain.query import OneOf, Query
from tests.cache.conftest import KEY
from tests.cache.oracle import matches

LETTERS = "ab1中"
WORDS = ["abab", "aaaa", "ab1a", "中ab中", "1111", "ba1b中", "aab bba", "ab1", "bbbb a", "1", "11", "10"]


@pytest.fixture(autouse=True)
def _every_word_counts_as_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams, "_FREQUENT", 0)


def someone(number: int, version: int = 0) -> Customer:
    """Return a customer whose texts are full of what makes up words that are not there."""
    rng = random.Random(f"{number} {version}")
    texts = ("".join(rng.choices(LETTERS, k=rng.randrange(1, 12))) for _ in range(3))
    return Customer(f"{number:032x}", dict(zip(("nickname", "note", "email"), texts, strict=True)))


def holds(file: CacheFile, everyone: dict[str, Customer]) -> None:
    """Compare every word with brute force: the customers, how many they are, and the order they come in."""
    for word in WORDS:
        query = Query(word)
        right = matches(query, list(everyone.values()))
        assert set(file.ids(file.keys(query))) == right, word
        assert file.count(query) == len(right)
        assert file.count(query, 5) == min(5, len(right))
        statement = file._finder._compiler.matching(query)
        rows = [row for (row,) in file._connection.execute(statement.sql, statement.values)]
        assert rows == sorted(rows)


@given(st.text(LETTERS + "\n ", max_size=40), st.text(LETTERS, min_size=4, max_size=9))
def test_trigrams_prove_a_word_where_none_of_its_pairs_is_a_seam(found: str, word: str) -> None:
    there = all(gram in found for gram in grams.grams_of_word(word))
    if there and not {word[at : at + 2] for at in range(1, len(word) - 2)} & set(seams(found)):
        assert word in found


def test_words_are_found_like_by_brute_force_through_changes(cache: CacheFile) -> None:
    everyone = {one.id: one for one in map(someone, range(600))}
    cache.write_page(list(everyone.values()))
    holds(cache, everyone)
    for number in range(0, 600, 3):
        everyone[someone(number).id] = someone(number, 1)
    cache.write_page(list(everyone.values()))
    gone = [someone(number).id for number in range(0, 600, 5)]
    cache.remove(gone)
    for key in gone:
        del everyone[key]
    holds(cache, everyone)
    one_of = Query("abab", (OneOf("status", ("",)),))
    assert set(cache.ids(cache.keys(one_of))) == matches(one_of, list(everyone.values()))


@pytest.fixture
def older(path: Path) -> Iterator[tuple[CacheFile, dict[str, Customer]]]:
    """A file an earlier version wrote, opened by this one."""
    everyone = {one.id: one for one in map(someone, range(200))}
    old = sealed.open_sealed(path, KEY, sealed.Schema(CACHE.steps[:8], CACHE.synchronous))
    old.execute("INSERT INTO tag VALUES (1, 0, 'vip'), (2, 0, 'new')")
    for row, one in enumerate(everyone.values(), 1):
        values = (row, bytes.fromhex(one.id), b"stage" if row % 2 else None)
        old.execute("INSERT INTO customer(row, id, mark, sweep, stage_id) VALUES (?, ?, 0, 0, ?)", values)
        old.execute("INSERT INTO found VALUES (?, ?)", (row, found_text(one)))
        old.execute("INSERT INTO gram(rowid, text) VALUES (?, ?)", (row, gram_text(found_text(one))))
        old.execute("INSERT INTO tagged VALUES (1, ?)", (row,))
    old.execute("UPDATE customer SET tags = '1'; UPDATE meta SET value = 200 WHERE name = 'total'")
    old.execute("UPDATE meta SET value = 1000 WHERE name IN ('low', 'high')")
    old.close()
    file = CacheFile.open(path, KEY)
    yield file, everyone
    file.close()


@pytest.mark.parametrize("makes", [len(SORTABLE) + 1, len(SORTABLE) + 7])
def test_an_older_file_is_searched_before_while_and_after_it_gets_what_it_lacks(
    older: tuple[CacheFile, dict[str, Customer]], monkeypatch: pytest.MonkeyPatch, makes: int
) -> None:
    file, everyone = older
    monkeypatch.setattr(indexing, "_SEAMED_ROWS", 60)
    monkeypatch.setattr(indexing, "_COUNTED_ROWS", 60)
    holds(file, everyone)
    for _ in range(makes):
        assert file.index_next()
    # Below and above what has its seams by now, customers come, change and go.
    changed = {one.id: one for one in (someone(number, 1) for number in (3, 20, 150, 190, 300, 301))}
    file.write_page(list(changed.values()), detailed=True)
    everyone |= changed
    for gone in (someone(7).id, someone(170).id):
        file.remove([gone])
        del everyone[gone]
    holds(file, everyone)
    while file.index_next():
        pass
    assert file._meta.number("seamed") == file._meta.number("counted") == EVERY_ROW
    holds(file, everyone)
    file.remove(list(everyone))
    file._connection.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, gram, row)")
    assert file._connection.execute("SELECT count(*) FROM temp.word").get == 0


def test_an_older_file_counts_its_tags_and_stages(older: tuple[CacheFile, dict[str, Customer]]) -> None:
    file, _ = older
    assert file.tag_counts() == {"vip": 200}
    assert file._connection.execute("SELECT * FROM staged").fetchall() == [(b"stage", 100)]
    file.remove([someone(0).id, someone(1).id])
    assert file.tag_counts() == {"vip": 198}
    assert file._connection.execute("SELECT * FROM staged").fetchall() == [(b"stage", 99)]
