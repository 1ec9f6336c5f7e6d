"""The blacklist in the cache: everything of an entry comes back, and no more stays than should."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.domain.bans.entry import BlacklistEntry, BlackType

KEY = bytes(range(32))
HEX = "0123456789abcdef0123456789abcdef"
ENTRIES = [
    BlacklistEntry(HEX, "张伟", BlackType.ONE_DAY, "恶意骚扰", 1_000, 87_400, True, 1, {"new_key": [1, None]}),
    BlacklistEntry("odd-1", "O'Hara\ud83d\0", BlackType.FOREVER, "", None, None, True, 1),
    BlacklistEntry("odd_2", "", None, "x" * 5_000, None, 5, False, 1),
]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CacheFile]:
    opened = CacheFile.open(tmp_path / "cache.db", KEY)
    yield opened
    opened.close()


def held(file: CacheFile) -> dict[str, BlacklistEntry]:
    return {entry.customer_id: entry for entry in file.bans.all()[0]}


def test_what_was_never_fetched_has_no_age(file: CacheFile) -> None:
    assert file.bans.all() == ([], None)


def test_every_field_comes_back_and_bad_texts_are_cleaned(file: CacheFile) -> None:
    file.bans.replace(ENTRIES, 77, complete=True)
    found = held(file)
    assert found[HEX] == ENTRIES[0]
    assert found["odd-1"] == replace(ENTRIES[1], nickname="O'Hara?\ufffd")
    assert found["odd_2"] == ENTRIES[2]
    assert file.bans.all()[1] == 77


def test_only_a_complete_reading_takes_entries_away(file: CacheFile) -> None:
    file.bans.replace(ENTRIES, 77, complete=True)
    file.bans.replace([replace(ENTRIES[0], reason="other")], 88, complete=False)
    assert held(file).keys() == {HEX, "odd-1", "odd_2"}
    assert held(file)[HEX].reason == "other"
    file.bans.replace(ENTRIES[1:2], 99, complete=True)
    assert held(file).keys() == {"odd-1"}
    assert file.bans.all()[1] == 99


def test_one_entry_takes_the_place_of_the_former_and_leaves_the_age(file: CacheFile) -> None:
    file.bans.replace(ENTRIES, 77, complete=True)
    file.bans.put([replace(ENTRIES[0], active=False)])
    assert not held(file)[HEX].active
    assert len(held(file)) == 3
    assert file.bans.all()[1] == 77
