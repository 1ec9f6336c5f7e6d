"""Carries functions from any thread to the GUI thread."""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

_TURN_S = 0.0001
"""How long another thread keeps the interpreter while this one wants it.

Usual are 5 ms: a frame that is painted while rows are read waits for it many times.
"""


class GuiPost(QObject):
    """Call it with a function from any thread: the function runs later in the thread that made this object.

    After `close` functions are dropped: their receivers are going away.
    """

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN_S)
        self._open = True
        # A thread must not be halfway through an emission when this object goes.
        self._posting = threading.RLock()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, function: Callable[[], None]) -> None:
        """Have `function` run in the GUI thread, soon and in order."""
        with self._posting:
            if self._open:
                self._posted.emit(function)

    def close(self) -> None:
        """Drop what is posted from now on and what has not run yet."""
        with self._posting:
            self._open = False

    @Slot(object)
    def _run(self, function: Callable[[], None]) -> None:
        if self._open:
            function()
