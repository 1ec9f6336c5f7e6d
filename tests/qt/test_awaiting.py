"""Task scopes, dialogs to await, and the stall meter."""

import asyncio
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.dialogs import Question, answered, ask
from desktop.qt.stalls import Gaps, Stall, StallMeter, told
from desktop.qt.tasks import Tasks


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


async def test_a_key_cancels_its_predecessor() -> None:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)
    done: list[int] = []

    async def work(number: int) -> None:
        await asyncio.sleep(0.01)
        done.append(number)

    for number in range(3):
        tasks.start(work(number), "search")
    tasks.start(work(9))
    assert tasks.running("search")
    await asyncio.sleep(0.05)
    assert sorted(done) == [2, 9]
    assert not tasks.running("search")
    assert len(tasks) == 0
    assert failures == []


async def test_failures_reach_the_sink() -> None:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)

    async def fail() -> None:
        raise ValueError("no")

    tasks.start(fail(), "a")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [str(failure) for failure in failures] == ["no"]


async def test_close_ends_all_and_nothing_starts_after() -> None:
    tasks = Tasks(pytest.fail)
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("yes")

    tasks.start(work(), "a")
    tasks.start(work())
    await asyncio.sleep(0)
    await tasks.close()
    assert ended == ["yes", "yes"]
    assert tasks.start(work()) is None


def test_what_qt_starts_while_the_loop_stands_still_runs_when_it_goes_on() -> None:
    tasks = Tasks(pytest.fail)
    done: list[int] = []

    async def work(number: int) -> None:
        done.append(number)

    async def start() -> None:
        tasks.start(work(1))

    with asyncio.Runner() as runner:
        runner.run(start())
        tasks.start(work(2))
        runner.run(asyncio.sleep(0))
    assert done == [1, 2]


async def test_close_does_not_wait_for_ever() -> None:
    tasks = Tasks(lambda _: None)
    let_go = asyncio.Event()

    async def stubborn() -> None:
        while not let_go.is_set():
            try:
                await let_go.wait()
            except asyncio.CancelledError:
                continue

    task = tasks.start(stubborn())
    await asyncio.sleep(0)
    start = time.perf_counter()
    await tasks.close(0.05)
    assert time.perf_counter() - start < 1
    let_go.set()
    assert task is not None
    await task


@pytest.mark.parametrize("answer", [True, False])
async def test_a_dialog_is_awaited_while_everything_goes_on(parent: QWidget, answer: bool) -> None:
    dialog = QDialog(parent)
    waiting = asyncio.ensure_future(answered(dialog))
    await asyncio.sleep(0)
    assert dialog.isVisible()
    assert not waiting.done()
    if answer:
        dialog.accept()
    else:
        dialog.reject()
    assert await waiting is answer


async def test_a_cancelled_wait_closes_the_dialog(parent: QWidget) -> None:
    dialog = QDialog(parent)
    waiting = asyncio.ensure_future(answered(dialog))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not dialog.isVisible()


@pytest.mark.parametrize("destroys", [True, False])
async def test_a_question_is_answered_by_its_verbs(parent: QWidget, destroys: bool) -> None:
    waiting = asyncio.ensure_future(
        ask(parent, "Forget <b>?", "All & everything", "Forget", "Keep", destroys=destroys)
    )
    await asyncio.sleep(0)
    question = parent.findChild(Question)
    assert question.no.isDefault() is destroys
    assert question.yes.property("kind") == ("destroy" if destroys else "primary")
    question.yes.click()
    assert await waiting is True


def test_stalls_are_measured_with_the_place_they_happened_at(qtbot: QtBot) -> None:
    told: list[float] = []
    meter = StallMeter(log=lambda stall: told.append(stall.length_ms))

    def sleep_in_the_loop() -> None:
        time.sleep(0.08)

    meter.start()
    QTimer.singleShot(30, sleep_in_the_loop)
    qtbot.waitUntil(lambda: any(length >= 70 for length in told))
    meter.stop()
    worst = max(meter.stalls, key=lambda stall: stall.length_ms)
    assert "sleep_in_the_loop" in worst.stack
    assert meter.gaps.longest == worst.length_ms
    before = meter.gaps.count
    qtbot.wait(20)
    assert meter.gaps.count == before
    assert not meter.running


def test_quantiles_of_gaps() -> None:
    gaps = Gaps([float(number) for number in range(1_000)])
    assert (gaps.longest, gaps.p999, gaps.quantile(0.5)) == (999.0, 999.0, 500.0)
    assert Gaps().p999 == 0


def test_a_stall_names_places_and_keeps_nothing_alive(qtbot: QtBot) -> None:
    meter = StallMeter()
    alive: list[weakref.ref[object]] = []

    class Held:
        text = "13800138000"

    def hold() -> None:
        held = Held()
        alive.append(weakref.ref(held))
        time.sleep(0.08)

    meter.start()
    QTimer.singleShot(0, hold)
    qtbot.waitUntil(lambda: any(stall.stack for stall in meter.stalls))
    # The watching thread goes on; what it looked at does not stay with it.
    assert alive[0]() is None
    meter.stop()
    told = "".join(stall.stack + stall.beside for stall in meter.stalls)
    assert "test_awaiting.py" in told
    assert str(Path.home()) not in told
    assert "13800138000" not in told


def test_the_first_screens_blocks_load_no_event_loop() -> None:
    blocks = "table, labels, picker, toast, banner, states, busy, dialogs, tasks, stalls, popup"
    code = f"import sys; from desktop.qt import {blocks}; sys.exit('asyncio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("worked", "queued", "cause"),
    [
        (15.0, 2.0, "own work"),
        (2.0, 15.0, "waited for a core"),
        (4.0, 3.0, "waited for the interpreter"),
    ],
)
def test_a_stall_tells_what_most_of_it_went_into(worked: float, queued: float, cause: str) -> None:
    stall = Stall(20.0, worked, 0.0, "desktop/qt/rows.py:1 _reset", queued_ms=queued)
    assert stall.cause == cause
    assert told(stall).splitlines() == [f"stall 20.0 {worked} {queued}", "    desktop/qt/rows.py:1 _reset"]
