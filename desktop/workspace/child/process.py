"""The pulling child as its parent sees it: started, fed with tokens, listened to, ended."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.api.token import TokenSource
from desktop.domain.change import Change
from desktop.domain.errors import AppError, Interrupted
from desktop.workspace.child.errorjson import error_from_json, error_to_json
from desktop.workspace.child.messages import Start, StartJob, change_from_json, progress_from_json
from desktop.workspace.child.pipe import Message, PipeBroken, packed, read_message
from desktop.workspace.status import Progress

_GRACE = 0.5
"""Seconds a child has to end by itself once its pipe is closed."""


def worker_command() -> list[str]:
    """Return the command that starts the child: from a frozen program its own switch `--worker`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "desktop.worker"]


def child_environment() -> dict[str, str]:
    """Return the environment of a child that can import this very package; it holds no secrets of ours."""
    root = str(Path(__file__).resolve().parents[3])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


@dataclass(frozen=True, slots=True)
class PullHearers:
    """Whom a pull in a child tells, on the loop."""

    progress: Callable[[Progress], None]
    changed: Callable[[Change], None]
    dictionary: Callable[[str], None]
    other: Callable[[Mapping[str, Any]], None] | None = None
    """Hears what only jobs say: "tally" and "waits"."""


@dataclass(frozen=True, slots=True)
class PullEnd:
    """How a pull ended: cancelled or done; `note` is what a person should know."""

    cancelled: bool
    note: AppError | None


class WorkerBroken(Exception):
    """The child met a bug; `report` tells its kind and places, and no values."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.report = report


class PullProcess:
    """One pull in a child process. Works under any event loop: a thread reads the pipe."""

    def __init__(self, tokens: TokenSource, hear: PullHearers, command: list[str] | None = None) -> None:
        self._tokens = tokens
        self._hear = hear
        self._command = command or worker_command()
        self._child: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._end: asyncio.Future[Message] | None = None
        self._answers: set[asyncio.Task[None]] = set()

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is none."""
        return None if self._child is None else self._child.pid

    async def run(self, start: Start | StartJob) -> PullEnd:
        """Pull, or send a job, and return how it ended.

        Raises AppError; Interrupted when the child dies; WorkerBroken on a bug.

        Cancelling ends the child at once; what it committed stays.
        """
        loop = asyncio.get_running_loop()
        self._end = loop.create_future()
        starting = loop.run_in_executor(None, self._begin)
        try:
            await asyncio.shield(starting)
            self._send(start.to_json())
            self._reader = threading.Thread(target=self._read, args=(loop,), name="pull", daemon=True)
            self._reader.start()
            return _ended(await self._end)
        finally:
            for answer in self._answers:
                answer.cancel()
            await asyncio.shield(asyncio.ensure_future(self._finish(starting)))

    def cancel(self) -> None:
        """Ask the child to end; `run` then returns."""
        self._send({"do": "cancel"})

    def kill(self) -> None:
        """End the child without asking; `run` then raises Interrupted. What it committed stays."""
        if self._child is not None:
            self._child.kill()

    async def _finish(self, starting: "asyncio.Future[None]") -> None:
        # Also a child that was still being started when its pull was cancelled.
        await asyncio.wait([starting])
        await asyncio.get_running_loop().run_in_executor(None, self._stop)

    def _begin(self) -> None:
        # Elsewhere the child itself stands back behind the window.
        quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
        self._child = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            env=child_environment(),
            creationflags=quiet,
        )

    def _stop(self) -> None:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return
        try:
            # The end of its input ends the child.
            child.stdin.close()
        except OSError:
            child.kill()
        try:
            child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if self._reader is not None:
            # It has the last word to say yet: to a loop that may be closed once this is over.
            self._reader.join(_GRACE)
        child.stdout.close()

    def _send(self, message: Message) -> None:
        child = self._child
        if child is None or child.stdin is None or child.stdin.closed:
            return
        try:
            child.stdin.write(packed(message))
            child.stdin.flush()
        except OSError:
            # The child is gone: the reader learns it too and says how it ended.
            return

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        child = self._child
        if child is None or child.stdout is None:
            return
        try:
            while (message := read_message(child.stdout)) is not None:
                loop.call_soon_threadsafe(self._heard, message)
            loop.call_soon_threadsafe(self._over, {"say": "gone"})
        except (PipeBroken, OSError, ValueError):
            loop.call_soon_threadsafe(self._over, {"say": "gone"})

    def _heard(self, message: Mapping[str, Any]) -> None:
        match message["say"]:
            case "progress":
                self._hear.progress(progress_from_json(message))
            case "changed":
                self._hear.changed(change_from_json(message))
            case "dictionary":
                self._hear.dictionary(message["kind"])
            case "tally" | "waits" | "ids":
                if self._hear.other is not None:
                    self._hear.other(message)
            case "token_wanted":
                answer = asyncio.ensure_future(self._answer(message["refused"]))
                self._answers.add(answer)
                answer.add_done_callback(self._answers.discard)
            case _:
                self._over(message)

    def _over(self, message: Message) -> None:
        if self._end is not None and not self._end.done():
            self._end.set_result(message)

    async def _answer(self, refused: str | None) -> None:
        try:
            if refused is not None:
                await self._tokens.refused(refused)
            self._send({"do": "token", "value": await self._tokens.token()})
        except AppError as error:
            self._send({"do": "no_token", "error": error_to_json(error)})


def _ended(message: Mapping[str, Any]) -> PullEnd:
    match message["say"]:
        case "done":
            note = message["note"]
            return PullEnd(message["cancelled"], None if note is None else error_from_json(note))
        case "failed":
            raise error_from_json(message["error"])
        case "broken":
            raise WorkerBroken(message["report"])
        case _:
            raise Interrupted(reason="worker_ended")
