"""The child's life: read what to do from the pipe, pull, tell, end. The end of its input ends it at once."""

import asyncio
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO

from desktop.workspace.messages import Start, StartJob
from desktop.workspace.pipe import Message, PipeBroken, packed, read_message

_log = logging.getLogger(__name__)

_NO_PARENT = 3


class Parent:
    """The other end of the pipe: messages go out by `say`, come in through `heard` on the loop."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def say(self, message: Message) -> None:
        """Send a message. Without a parent to hear it the process ends."""
        try:
            self._outgoing.write(packed(message))
            self._outgoing.flush()
        except OSError:
            os._exit(_NO_PARENT)

    def first(self) -> Message | None:
        """Wait for the first message; None when there is none."""
        return read_message(self._incoming)

    def listen(self, heard: Callable[[Message], None], loop: asyncio.AbstractEventLoop) -> None:
        """Hand later messages to `heard` on the loop, from a thread of its own."""
        threading.Thread(target=self._listen, args=(heard, loop), name="parent", daemon=True).start()

    def _listen(self, heard: Callable[[Message], None], loop: asyncio.AbstractEventLoop) -> None:
        try:
            while (message := read_message(self._incoming)) is not None:
                loop.call_soon_threadsafe(heard, message)
        except (PipeBroken, OSError, RuntimeError, ValueError):
            _log.debug("the pipe broke")
        # The parent is gone, however busy the loop may be: every transaction is safe at any moment.
        os._exit(_NO_PARENT)


def main() -> int:
    """Pull as the first message on standard input says, then end the process with 0; 1 after a bug."""
    code = _main()
    # The thread that waits for the parent holds standard input: an orderly exit would wait for it.
    os._exit(code)


def _main() -> int:
    parent = Parent(sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    # Nothing else may write between the messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    message = parent.first()
    if message is None:
        return _NO_PARENT
    try:
        if message["do"] == "start_job":
            asyncio.run(_sweep(parent, StartJob.from_json(message)))
        else:
            asyncio.run(_pull(parent, Start.from_json(message)))
    except Exception:  # noqa: BLE001 - a bug: the parent reports it
        parent.say({"say": "broken", "trace": traceback.format_exc()})
        return 1
    return 0


async def _pull(parent: Parent, start: Start) -> None:
    from desktop.worker.pulling import Pulling  # noqa: PLC0415 - read the first message before the heavy imports

    await Pulling(parent, start).run()


async def _sweep(parent: Parent, start: StartJob) -> None:
    from desktop.worker.sweeping import Sweeping  # noqa: PLC0415 - read the first message before the heavy imports

    await Sweeping(parent, start).run()
