"""Lines of a file or of standard input, as they come, without keeping the event loop waiting."""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from desktop.cli.failures import Refused

_AHEAD = 64
"""Lines read before the first of them is dealt with."""


def opened(name: str) -> AbstractContextManager[IO[bytes]]:
    """Open a file, "-" for standard input. Raises Refused when it cannot be read."""
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).expanduser().open("rb")
    except OSError as error:
        raise Refused(
            f"{name}: the file cannot be read ({error.strerror})", f"{name}：无法读取文件（{error.strerror}）"
        ) from error


class Lines:
    """The lines of a stream, read by a thread of its own; `taken` makes room for one more."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._room = threading.Semaphore(_AHEAD)
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, name="lines", daemon=True).start()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the lines as they come."""
        while (line := await self._queue.get()) is not None:
            yield line

    def taken(self) -> None:
        """Note that a line has been dealt with."""
        self._room.release()

    def _read(self) -> None:
        try:
            for line in self._stream:
                self._room.acquire()
                self._call(lambda line=line: self._queue.put_nowait(line))  # type: ignore[misc]
        except (OSError, ValueError):
            # The stream was closed: the program ends.
            pass
        self._call(lambda: self._queue.put_nowait(None))

    def _call(self, function: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function)
