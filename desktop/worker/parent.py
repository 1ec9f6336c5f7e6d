"""The other end of the pipe. Its end ends the child at once."""

import asyncio
import logging
import os
import threading
from collections.abc import Callable
from typing import IO

from desktop.workspace.child.pipe import Message, PipeBroken, packed, read_message

_log = logging.getLogger(__name__)

NO_PARENT = 3
"""The exit code of a child whose parent is gone."""


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
            os._exit(NO_PARENT)

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
        os._exit(NO_PARENT)
