"""The pulling child: what it shows of itself, and that it never outlives its parent."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import AppError, ConnectFailed, Interrupted, NotWritable, WrongKey
from desktop.settings.crash import report_of
from desktop.workspace.child.messages import Start
from desktop.workspace.child.pipe import LONGEST, PipeBroken, packed, read_message
from desktop.workspace.child.process import (
    PullHearers,
    PullProcess,
    WorkerBroken,
    child_environment,
    worker_command,
)
from desktop.workspace.status import Progress
from desktop.workspace.token.filelock import FileLock
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY, Puller, is_alive

PARENT = """
import asyncio, sys
from pathlib import Path
from desktop.api.token import FixedToken
from desktop.workspace.child.messages import Start
from desktop.settings.crash import report_of
from desktop.workspace.child.process import PullHearers, PullProcess

async def main():
    folder, url, token = sys.stdin.readline().split()
    process = None
    def progress(step):
        print(process.pid, flush=True)
    process = PullProcess(FixedToken(token), PullHearers(progress, print, print))
    await process.run(Start(folder, bytes(range(32)), url, "", "zh", False))

asyncio.run(main())
"""


HOLDER = """
import sys
from pathlib import Path
from desktop.workspace.token.filelock import FileLock

lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def nothing(_value: object) -> None:
    """Hear nothing."""


async def eventually(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    ends = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > ends:
            return False
        await asyncio.sleep(0.02)
    return True


async def test_the_child_dies_when_its_parent_is_killed(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=3000)
    demo_server.misbehave("latency", "*/list_by_page", seconds=60, skip=5)
    parent = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        PARENT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=child_environment(),
    )
    assert parent.stdin
    assert parent.stdout
    parent.stdin.write(f"{tmp_path} {demo_server.url} {demo_server.token()}\n".encode())
    child = int(await parent.stdout.readline())
    assert is_alive(child)
    parent.kill()
    await parent.communicate()
    assert await eventually(lambda: not is_alive(child))


async def test_key_and_token_are_neither_in_its_arguments_nor_in_its_environment(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=500)
    puller = Puller(demo_server, tmp_path / "p")
    token = await puller.tokens.token()
    seen: list[bytes] = []

    def look(_progress: Progress, process: PullProcess) -> None:
        if not seen:
            place = Path("/proc") / str(process.pid)
            seen.extend((place / name).read_bytes() for name in ("cmdline", "environ"))

    await puller.pull(after=look)
    assert len(seen) == 2
    assert b"desktop.worker" in seen[0]
    for secret in (token, KEY.hex(), demo_server.app_key):
        assert secret.encode() not in seen[0] + seen[1]


async def test_it_stands_behind_the_window_where_both_want_a_core(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=10)
    seen: list[int] = []

    def look(_progress: Progress, process: PullProcess) -> None:
        if process.pid is not None:
            seen.append(os.getpriority(os.PRIO_PROCESS, process.pid))

    await Puller(demo_server, tmp_path / "p").pull(after=look)
    assert min(seen) > os.getpriority(os.PRIO_PROCESS, 0)


async def test_killed_between_two_messages_it_leaves_an_openable_cache(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=1500)
    puller = Puller(demo_server, tmp_path / "p")
    for phase in ("dictionaries", "customers", "stages", "regions"):

        def kill(progress: Progress, process: PullProcess, phase: str = phase) -> None:
            if progress.phase == phase and process.pid:
                os.kill(process.pid, signal.SIGKILL)

        with pytest.raises(Interrupted):
            await puller.pull(full=phase == "dictionaries", after=kill)
        assert puller.ask(lambda file: file.check()) == []
    await puller.pull()
    assert puller.ids() == set(demo_server.ids())


@pytest.mark.parametrize(
    ("key", "url", "error"),
    [(bytes(32), None, WrongKey), (KEY, "http://127.0.0.1:9", ConnectFailed)],
    ids=["key", "server"],
)
async def test_what_goes_wrong_in_the_child_is_the_same_error_here(
    demo_server: DemoHandle, tmp_path: Path, key: bytes, url: str | None, error: type[AppError]
) -> None:
    puller = Puller(demo_server, tmp_path / "p")
    puller.ask(lambda file: file.check())
    process = PullProcess(puller.tokens, PullHearers(nothing, nothing, nothing))
    with pytest.raises(error):
        await process.run(Start(str(puller.folder), key, url or demo_server.url, "", "zh", full=False))
    assert not process.pid or not is_alive(process.pid)


async def test_a_bug_in_the_child_comes_back_with_its_places_and_no_values(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    puller = Puller(demo_server, tmp_path / "p")
    process = PullProcess(puller.tokens, PullHearers(nothing, nothing, nothing))
    with pytest.raises(WorkerBroken) as broken:
        await process.run(Start(str(puller.folder), b"short", demo_server.url, "", None, full=False))  # type: ignore[arg-type]
    report = report_of(broken.value)
    assert "desktop/worker/pulling.py" in report
    assert b"short".hex() not in report


@pytest.mark.parametrize("code", ["", "print('no message', flush=True)", "import os; os.kill(os.getpid(), 9)"])
async def test_a_child_that_ends_without_a_word_is_an_interruption(
    demo_server: DemoHandle, tmp_path: Path, code: str
) -> None:
    puller = Puller(demo_server, tmp_path / "p")
    command = [sys.executable, "-c", code]
    process = PullProcess(puller.tokens, PullHearers(nothing, nothing, nothing), command)
    with pytest.raises(Interrupted):
        await process.run(Start(str(puller.folder), KEY, demo_server.url, "", "zh", full=False))


async def test_a_cancelled_pull_ends_its_child_at_once(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=3000)
    puller = Puller(demo_server, tmp_path / "p")
    for wait in (0.0, 0.05, 0.6):
        pulling = asyncio.ensure_future(puller.pull())
        await asyncio.sleep(wait)
        began = time.monotonic()
        pulling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await pulling
        assert time.monotonic() - began < 1.5
        assert puller.process
        assert not puller.process.pid or not is_alive(puller.process.pid)


def test_it_ends_when_nothing_is_said_to_it() -> None:
    done = subprocess.run(
        worker_command(),
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=child_environment(),
        timeout=20,
    )
    assert done.returncode != 0
    assert done.stdout == b""


def test_messages_come_through_the_pipe_whole_or_not_at_all() -> None:
    messages = [{"say": "x", "text": "客服 🎈 \ud83d"}, {}, {"n": 1}]
    pipe = io.BytesIO(b"".join(packed(message) for message in messages))
    assert [read_message(pipe) for _ in range(4)] == [*messages, None]
    whole = packed({"say": "x"})
    for cut in range(1, len(whole)):
        with pytest.raises(PipeBroken):
            read_message(io.BytesIO(whole[:cut]))
    with pytest.raises(PipeBroken):
        read_message(io.BytesIO((LONGEST + 1).to_bytes(4, "big") + b"{}"))


def test_the_first_message_hides_the_key_from_its_repr_and_survives_the_pipe() -> None:
    start = Start("/somewhere", KEY, "https://sg.sobot.io", "", "zh", full=True)
    assert KEY.hex() not in repr(start)
    message = read_message(io.BytesIO(packed(start.to_json())))
    assert message is not None
    assert Start.from_json(message) == start


def test_a_lock_has_one_holder_and_is_let_go_by_death(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = FileLock(path)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child_environment(),
    )
    assert other.stdout
    assert other.stdout.readline() == b"True\n"
    assert not lock.take()
    other.kill()
    other.communicate()
    assert lock.take()
    assert not lock.take()
    assert not FileLock(path).take()
    lock.release()
    lock.release()
    assert lock.take()
    lock.release()


def test_a_lock_in_a_folder_that_is_not_there_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        FileLock(tmp_path / "none" / "lock").take()
