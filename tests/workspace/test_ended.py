"""Tasks are ended together, and nobody waits longer than wanted for one that does not end."""

import asyncio

import pytest

from desktop.workspace.tasks import ended


async def _stubborn(free: asyncio.Event) -> None:
    while not free.is_set():
        try:
            await free.wait()
        except asyncio.CancelledError:
            continue


async def test_one_that_does_not_end_is_left() -> None:
    free = asyncio.Event()
    task = asyncio.ensure_future(_stubborn(free))
    await asyncio.sleep(0)
    async with asyncio.timeout(20):
        await ended([task], 0.01)
    assert not task.done()
    free.set()
    await task


async def test_errors_of_the_ended_are_dropped(caplog: pytest.LogCaptureFixture) -> None:
    async def broken() -> None:
        raise ValueError

    tasks = [asyncio.ensure_future(broken()), asyncio.ensure_future(asyncio.sleep(60))]
    await asyncio.sleep(0)
    await ended(tasks)
    assert all(task.done() for task in tasks)
    del tasks
    await asyncio.sleep(0)
    assert not caplog.records


async def test_none_at_all() -> None:
    await ended([])
