"""What limits a file: full disks, missing permissions, other processes, other eyes."""

import multiprocessing
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.cache import sealed
from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.domain.errors import NotWritable, StorageError
from desktop.domain.query import Query
from tests.cache.conftest import KEY
from tests.cache.people import People

PEOPLE = People(11)


def make(path: Path, count: int = 300) -> bytes:
    """Write a clean, closed cache file and return its bytes."""
    file = CacheFile.open(path, KEY)
    file.write_page(list(PEOPLE.many(0, count)), sweep=1)
    file.close()
    return path.read_bytes()


def test_nobody_else_may_look(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        files = ProfileFiles(tmp_path / "deep" / "profile")
        cache, outbox = CacheFile.open(files.cache, KEY), OutboxFile.open(files.outbox, KEY)
        cache.write_page([PEOPLE.one(1)])
        outbox.set_secret("token", "x")
        assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in files.folder.iterdir()}
        assert {"cache.db", "cache.db-wal", "cache.db-shm", "outbox.db", "reserve"} <= set(modes)
        assert set(modes.values()) == {0o600}
        cache.close()
        outbox.close()
    finally:
        os.umask(old)


def test_no_plain_text_is_in_any_file(tmp_path: Path) -> None:
    files = ProfileFiles(tmp_path / "profile")
    cache, outbox = CacheFile.open(files.cache, KEY), OutboxFile.open(files.outbox, KEY)
    people = list(PEOPLE.many(0, 400))
    cache.write_page(people, sweep=1, quarantined=[Quarantined("why", "quarantined record")])
    outbox.set_secret("app_key", "very secret app key")
    outbox.put_view(StoredView("1", 0, "my saved view"))
    secrets = [KEY, KEY.hex().encode(), b"very secret", b"my saved view", b"quarantined record"]
    for one in people[:60]:
        secrets += [one.text(name).encode() for name in ("nickname", "phone", "email", "enterprise_name")]
        secrets += [one.id.encode(), bytes.fromhex(one.id)]
    content = b"".join(path.read_bytes() for path in files.folder.iterdir())
    assert len(content) > 500_000
    assert [secret for secret in secrets if len(secret) > 4 and secret in content] == []
    cache.close()
    outbox.close()


def test_a_full_disk_is_told_and_nothing_is_half_saved(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    make(path, 200)
    code = f"""
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from desktop.cache.cachefile import CacheFile
from desktop.domain.errors import DiskFull
from tests.cache.people import People
path = Path({str(path)!r})
file = CacheFile.open(path, bytes(range(32)))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = path.stat().st_size + 60_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
people = People(11)
try:
    for first in range(200, 4200, 200):
        file.write_page(list(people.many(first, first + 200)), sweep=1)
except DiskFull:
    print(file.counts().total)
    sys.exit(7)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 7, done.stderr
    file = CacheFile.open(path, KEY)
    assert file.counts().total == int(done.stdout)
    assert file.check() == []
    file.write_page(list(PEOPLE.many(5_000, 5_100)))
    file.close()


def test_the_reserve_is_given_up_for_an_edit_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = OutboxFile.open(tmp_path / "outbox.db", KEY)
    reserve = tmp_path / "reserve"
    assert reserve.stat().st_size == sealed.RESERVE_BYTES
    file.set_draft("a", "while there is room")
    assert reserve.exists()
    monkeypatch.setattr(sealed, "_ROOM_BYTES", 1 << 60)
    file.set_draft("b", "when there is none")
    assert not reserve.exists()
    file.close()
    monkeypatch.setattr(sealed, "_PLENTY_BYTES", 1 << 60)
    OutboxFile.open(tmp_path / "outbox.db", KEY).close()
    assert not reserve.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NotWritable):
        CacheFile.open(tmp_path / "cache.db", KEY)
    with pytest.raises(NotWritable):
        ProfileFiles(tmp_path / "deeper")
    tmp_path.chmod(0o700)


def test_reading_a_file_that_is_not_there_makes_none(path: Path) -> None:
    with pytest.raises(StorageError):
        CacheFile.open(path, KEY, read_only=True)
    assert not path.exists()


def test_a_reader_cannot_write(path: Path) -> None:
    make(path, 10)
    file = CacheFile.open(path, KEY, read_only=True)
    with pytest.raises(NotWritable):
        file.write_page([PEOPLE.one(20)])
    assert file.counts().total == 10
    file.close()


def _write_pages(path: Path, first: int, last: int) -> None:
    file = CacheFile.open(path, KEY)
    for start in range(first, last, 20):
        file.write_page(list(PEOPLE.many(start, start + 20)), sweep=1, state={"at": start})
    file.close()


def test_two_processes_write_at_once(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_pages, args=(path, first, first + 400)) for first in (0, 1_000)]
    make(path, 0)
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    file = CacheFile.open(path, KEY, read_only=True)
    assert file.counts().total == 800
    assert file.count(Query()) == 800
    expected = {PEOPLE.id(number) for number in (*range(400), *range(1_000, 1_400))}
    assert set(file.ids(file.keys(Query()))) == expected
    assert file.check() == []
    file.close()


def test_a_killed_writer_leaves_whole_pages(path: Path) -> None:
    make(path, 0)
    context = multiprocessing.get_context("spawn")
    rng = random.Random(8)
    for _ in range(3):
        writer = context.Process(target=_write_pages, args=(path, 0, 4_000))
        writer.start()
        reader = CacheFile.open(path, KEY, read_only=True)
        before = reader.counts().total
        while reader.counts().total == before and writer.is_alive():
            time.sleep(0.005)
        reader.close()
        time.sleep(rng.random() * 0.15)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        file = CacheFile.open(path, KEY)
        assert file.check() == []
        counts, state = file.counts(), file.pull_state()
        assert counts.total % 20 == 0
        assert state["at"] == counts.total - 20 or counts.total > state["at"]
        assert file.count(Query()) == counts.total
        assert set(file.ids(file.keys(Query()))) == {PEOPLE.id(number) for number in range(counts.total)}
        file.close()


def test_customers_of_any_text_go_round(cache: CacheFile) -> None:
    odd = [
        Customer("a", {"nickname": "\ud83d lone", "note": "nul\0 in it"}, {"k\ud800": ["\udfff"]}),
        Customer("b", {"nickname": "x" * 1_000_000, "updated": 2**63}),
        Customer("c" * 64, {"nickname": "\u202eرجل", "created": -5}, {"deep": {"er": [1, None, True, 1.5]}}),
    ]
    cache.write_page(odd)
    back = cache.customers(["a", "b", "c" * 64])
    assert back[0].text("nickname") == "? lone"
    assert back[0].text("note") == "nul\0 in it"
    assert back[1:] == odd[1:]
    assert cache.check() == []
    assert cache.count(Query("lone")) == cache.count(Query("رجل")) == cache.count(Query("nul in")) == 1
    rows = cache.rows(cache.keys(Query()), ("nickname",))
    assert max(len(str(row.values[0])) for row in rows) == 200
