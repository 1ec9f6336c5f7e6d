import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.faults import Abandoned
from desktop.cache.lane import Lane
from desktop.domain.errors import AppError, CorruptFile, StorageError
from tests.cache.conftest import KEY

SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT max(i) FROM n"


class Owner:
    """A thread that runs what is posted to it only when the test says so."""

    def __init__(self) -> None:
        self.posted: list[Callable[[], None]] = []
        self.answers: list[object] = []
        self.errors: list[AppError] = []

    def run(self) -> None:
        posted, self.posted[:] = list(self.posted), []
        for function in posted:
            function()


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def lane(path: Path, owner: Owner) -> Iterator[Lane[CacheFile]]:
    made = Lane(lambda: CacheFile.open(path, KEY), owner.posted.append)
    yield made
    made.close()


def test_functions_run_in_one_thread_in_order(lane: Lane[CacheFile]) -> None:
    seen: list[int] = []
    futures = [lane.submit(lambda _, n=n: seen.append(n) or threading.get_ident()) for n in range(50)]
    assert len({future.result() for future in futures}) == 1
    assert futures[0].result() != threading.get_ident()
    assert seen == list(range(50))


def test_answers_come_in_the_owner_s_thread(lane: Lane[CacheFile], owner: Owner) -> None:
    lane.ask(CacheFile.counts, answer=owner.answers.append, failed=owner.errors.append)
    lane.submit(lambda _: None).result()
    assert owner.answers == []
    owner.run()
    assert [answer.total for answer in owner.answers] == [0]  # type: ignore[attr-defined]


def test_errors_of_the_tree_go_to_failed_others_are_raised(lane: Lane[CacheFile], owner: Owner) -> None:
    def damaged(_: CacheFile) -> None:
        raise CorruptFile(file="x")

    def wrong(_: CacheFile) -> None:
        raise ZeroDivisionError

    lane.ask(damaged, answer=owner.answers.append, failed=owner.errors.append)
    lane.submit(lambda _: None).result()
    owner.run()
    assert [type(error) for error in owner.errors] == [CorruptFile]
    lane.ask(wrong, answer=owner.answers.append, failed=owner.errors.append)
    lane.submit(lambda _: None).result()
    with pytest.raises(ZeroDivisionError):
        owner.run()


def test_what_is_dropped_is_not_answered_and_stops(lane: Lane[CacheFile], owner: Owner) -> None:
    running = threading.Event()

    def endless(file: CacheFile) -> object:
        running.set()
        return file._connection.execute(SLOW).get

    def guarded(file: CacheFile) -> object:
        with file._faults():
            return endless(file)

    ticket = lane.ask(guarded, answer=owner.answers.append, failed=owner.errors.append)
    waiting = lane.ask(CacheFile.counts, answer=owner.answers.append, failed=owner.errors.append)
    running.wait()
    waiting.drop()
    started = time.perf_counter()
    ticket.drop()
    ticket.drop()
    assert lane.submit(CacheFile.counts).result().total == 0
    assert time.perf_counter() - started < 2
    owner.run()
    assert owner.answers == owner.errors == []


def test_an_interrupt_never_hits_the_next_question(lane: Lane[CacheFile], owner: Owner) -> None:
    for _ in range(200):
        ticket = lane.ask(CacheFile.counts, answer=owner.answers.append, failed=owner.errors.append)
        future = lane.submit(CacheFile.counts)
        ticket.drop()
        assert future.result().total == 0
    owner.run()
    assert owner.answers == owner.errors == []


def test_an_interrupted_file_says_so_until_it_is_armed_again(cache: CacheFile) -> None:
    cache.interrupt()
    with pytest.raises(Abandoned):
        cache.counts()
    cache.rearm()
    assert cache.counts().total == 0


def test_a_file_that_does_not_open_fails_each_question(path: Path, owner: Owner) -> None:
    path.write_bytes(b"something else")
    lane = Lane(lambda: CacheFile.open(path, KEY), owner.posted.append)
    for _ in range(2):
        with pytest.raises(CorruptFile):
            lane.submit(CacheFile.counts).result()
    path.unlink()
    assert lane.submit(CacheFile.counts).result().total == 0
    assert lane.close()


def test_closing_stops_what_runs_and_answers_nothing_more(path: Path, owner: Owner) -> None:
    lane = Lane(lambda: CacheFile.open(path, KEY), owner.posted.append)
    running = threading.Event()

    def endless(file: CacheFile) -> object:
        running.set()
        return file._connection.execute(SLOW).get

    first: Future[object] = lane.submit(endless)
    second = lane.submit(CacheFile.counts)
    running.wait()
    assert lane.close()
    assert first.exception() is not None
    with pytest.raises(CancelledError):
        second.result()
    with pytest.raises(StorageError):
        lane.submit(CacheFile.counts).result()
    assert lane.close()


def test_a_file_closes_while_a_reading_that_was_interrupted_is_still_held(path: Path, owner: Owner) -> None:
    raised: list[threading.ExceptHookArgs] = []
    hook, threading.excepthook = threading.excepthook, raised.append
    held: list[object] = []

    def begin(file: CacheFile) -> None:
        cursor = file._connection.execute("SELECT 1 UNION ALL SELECT 2")
        held.extend((cursor, next(cursor)))

    try:
        lane = Lane(lambda: CacheFile.open(path, KEY), owner.posted.append)
        lane.submit(begin).result()
        assert lane.close()
    finally:
        threading.excepthook = hook
    assert not raised
    CacheFile.open(path, KEY).close()
