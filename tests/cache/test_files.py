"""What may happen to a file: wrong keys, newer versions, damage, full disks, missing permissions, other eyes."""

import os
import random
from pathlib import Path

import apsw
import pytest

from desktop.cache import sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cache.schema import CACHE
from desktop.cache.seals import AEGIS, CHACHA20, HEAD_SIZE, SEALS, Seal, seal_of
from desktop.domain.errors import CorruptFile, NewerSchema, WrongKey
from tests.cache.conftest import KEY
from tests.cache.people import People

PEOPLE = People(11)
OTHER_KEY = bytes(reversed(KEY))


def make(path: Path, count: int = 300) -> bytes:
    """Write a clean, closed cache file and return its bytes."""
    file = CacheFile.open(path, KEY)
    file.write_page(list(PEOPLE.many(0, count)), sweep=1)
    file.close()
    return path.read_bytes()


def companions(path: Path) -> set[str]:
    return {other.name for other in path.parent.iterdir()} - {path.name, "reserve"}


def test_it_opens_again_with_what_was_written(path: Path) -> None:
    make(path)
    file = CacheFile.open(path, KEY)
    assert file.customers([PEOPLE.id(3), "nobody", PEOPLE.id(1)]) == [PEOPLE.one(3), PEOPLE.one(1)]
    assert file.check() == []
    file.close()


def test_a_wrong_key_is_told_and_changes_nothing(path: Path) -> None:
    before = make(path)
    with pytest.raises(WrongKey):
        CacheFile.open(path, OTHER_KEY)
    assert path.read_bytes() == before
    assert companions(path) == set()


def test_a_newer_file_is_refused_byte_for_byte_unchanged(path: Path) -> None:
    make(path)
    connection = sealed.open_sealed(path, KEY, CACHE)
    connection.pragma("user_version", CACHE.version + 1)
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerSchema) as refused:
            CacheFile.open(path, KEY, read_only=read_only)
        assert refused.value.details["version"] == CACHE.version + 1
    assert path.read_bytes() == before
    assert companions(path) == set()


def test_a_newer_version_that_only_its_wal_knows_is_refused_unchanged(path: Path) -> None:
    make(path)
    connection = sealed.open_sealed(path, KEY, CACHE)
    connection.pragma("user_version", CACHE.version + 1)
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    wal = path.with_name(path.name + "-wal").read_bytes()
    copy.with_name(copy.name + "-wal").write_bytes(wal)
    connection.close()
    before = copy.read_bytes()
    with pytest.raises(NewerSchema):
        CacheFile.open(copy, KEY)
    assert copy.read_bytes() == before
    assert copy.with_name(copy.name + "-wal").read_bytes() == wal


def test_an_older_file_is_brought_up_step_by_step(path: Path) -> None:
    first = sealed.Schema(("CREATE TABLE one(a); INSERT INTO one VALUES (1)",), "NORMAL")
    sealed.open_sealed(path, KEY, first).close()
    second = sealed.Schema(
        (*first.steps, "ALTER TABLE one ADD COLUMN b", lambda db: db.execute("UPDATE one SET b = a + 1")), "NORMAL"
    )
    connection = sealed.open_sealed(path, KEY, second)
    assert connection.execute("SELECT * FROM one").fetchall() == [(1, 2)]
    assert connection.pragma("user_version") == 3
    connection.close()


def test_a_step_that_fails_leaves_the_old_version(path: Path) -> None:
    first = sealed.Schema(("CREATE TABLE one(a)",), "NORMAL")
    sealed.open_sealed(path, KEY, first).close()
    broken = sealed.Schema((*first.steps, "ALTER TABLE one ADD COLUMN b", "CREATE TABLE one(a)"), "NORMAL")
    with pytest.raises(apsw.SQLError):
        sealed.open_sealed(path, KEY, broken)
    connection = sealed.open_sealed(path, KEY, first)
    assert connection.pragma("user_version") == 1
    assert [name for _, name, *_ in connection.execute("PRAGMA table_info(one)")] == ["a"]
    connection.close()


@pytest.mark.parametrize("place", [0, 7, 20, 60, 500, 2_000, 4_090])
def test_damage_in_the_first_page_is_damage_not_a_wrong_key(path: Path, place: int) -> None:
    content = bytearray(make(path))
    content[place] ^= 0x40
    path.write_bytes(content)
    try:
        file = CacheFile.open(path, KEY)
    except CorruptFile:
        return
    # Bytes that nothing depends on may flip unseen; then everything must still be there.
    assert file.check() == []
    assert file.counts().total == 300
    file.close()


def test_a_file_of_the_older_cipher_is_read_and_written_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sealed, "AEGIS", CHACHA20)
        before = make(path)
    assert seal_of(before, KEY) is CHACHA20
    assert seal_of(make(path.with_name("new.db")), KEY) is AEGIS
    with pytest.raises(WrongKey):
        CacheFile.open(path, OTHER_KEY)
    file = CacheFile.open(path, KEY)
    file.write_page([PEOPLE.one(300)])
    file.close()
    file = CacheFile.open(path, KEY, read_only=True)
    assert file.customers([PEOPLE.id(0), PEOPLE.id(300)]) == [PEOPLE.one(0), PEOPLE.one(300)]
    assert file.check() == []
    file.close()
    assert seal_of(path.read_bytes(), KEY) is CHACHA20


@pytest.mark.parametrize("seal", SEALS, ids=lambda seal: seal.cipher)
def test_an_outbox_without_its_head_is_saved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seal: Seal
) -> None:
    damaged = tmp_path / "damaged.db"
    with monkeypatch.context() as patched:
        patched.setattr(sealed, "AEGIS", seal)
        old = OutboxFile.open(damaged, KEY)
        old.set_draft("form", "what was typed")
        old.close()
    damaged.write_bytes(bytes(HEAD_SIZE) + damaged.read_bytes()[HEAD_SIZE:])
    with pytest.raises(CorruptFile):
        OutboxFile.open(damaged, KEY)
    fresh = OutboxFile.open(tmp_path / "outbox.db", KEY)
    assert fresh.salvage(damaged, KEY).whole
    assert fresh.draft("form") == "what was typed"
    fresh.close()


def test_a_checkpoint_that_was_killed_halfway_costs_nothing(path: Path) -> None:
    old = make(path)
    file = CacheFile.open(path, KEY)
    file.write_page(list(PEOPLE.many(300, 900)), sweep=1)
    log = path.with_name(f"{path.name}-wal")
    written = log.read_bytes()
    file.close()
    # The pages are moved in their order: the first one tells of pages that are not there yet.
    path.write_bytes(path.read_bytes()[: len(old) // 2] + old[len(old) // 2 :])
    log.write_bytes(written)
    file = CacheFile.open(path, KEY)
    assert file.check() == []
    assert file.customers([PEOPLE.id(0), PEOPLE.id(899)]) == [PEOPLE.one(0), PEOPLE.one(899)]
    file.close()


def test_damage_is_found_beside_a_log_too(path: Path) -> None:
    content = make(path)
    path.with_name(f"{path.name}-wal").write_bytes(b"left by another program")
    path.write_bytes(content[:5_000] + bytes(len(content) - 5_000))
    with pytest.raises(CorruptFile):
        CacheFile.open(path, KEY).check()


def test_damage_anywhere_is_found_or_harmless(path: Path) -> None:
    content = make(path)
    rng = random.Random(4)
    found = 0
    for _ in range(40):
        damaged = bytearray(content)
        damaged[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(damaged)
        try:
            file = CacheFile.open(path, KEY)
        except CorruptFile:
            found += 1
            continue
        if file.check():
            found += 1
        file.close()
        for name in companions(path):
            path.with_name(name).unlink()
    assert found >= 38


@pytest.mark.parametrize("share", [0.0001, 0.3, 0.9])
def test_a_truncated_file_is_found(path: Path, share: float) -> None:
    content = make(path)
    path.write_bytes(content[: max(10, int(len(content) * share))])
    try:
        file = CacheFile.open(path, KEY)
    except CorruptFile:
        return
    assert file.check() != []
    file.close()


@pytest.mark.parametrize(
    "content", [b"not a database at all", b"\0" * 8192, os.urandom(8192), b"SQLite format 3\0"]
)
def test_a_file_of_something_else_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CorruptFile):
        CacheFile.open(path, KEY)
    assert path.read_bytes() == content


def test_a_damaged_file_is_set_aside_under_a_new_name_each_time(tmp_path: Path) -> None:
    files = ProfileFiles(tmp_path / "profile")
    kept = []
    for content in (b"first", b"second"):
        files.cache.write_bytes(content)
        files.cache.with_name("cache.db-wal").write_bytes(content)
        kept.append(files.set_aside(files.cache))
    assert [path.name for path in kept] == ["cache.damaged-1.db", "cache.damaged-2.db"]
    assert [path.read_bytes() for path in kept] == [b"first", b"second"]
    assert kept[0].with_name(kept[0].name + "-wal").read_bytes() == b"first"
    assert not files.cache.exists()
    CacheFile.open(files.cache, KEY).close()
