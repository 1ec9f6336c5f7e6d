"""Writes into a file when the first row was painted and where the event loop stood still (`--stall-log FILE`)."""

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.app.desk import Desk

if TYPE_CHECKING:
    from desktop.qt.stalls import Stall, StallMeter

_LOOK_AGAIN = 1
"""Milliseconds until the next look whether there are rows."""


class StallLog(QObject):
    """Lines in `file`: `first_row` (seconds of the monotonic clock), `first_cpu` (seconds of the processor until
    then), `stall` (ms, of them the thread's own work, and without a core).

    Where it stood then follows, indented: places in the code, nothing of the account. At the end `longest`, `p999`
    and `worked` (the longest own work), in ms. The meter itself wakes the loop every 2 ms: for measuring only.
    """

    def __init__(self, desk: Desk, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file = file.open("w", encoding="utf-8", buffering=1)
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Begin to wait for the first row."""
        self._timer.start()

    def close(self) -> None:
        """Write the sums."""
        self._timer.stop()
        self._meter.stop()
        gaps, works = self._meter.gaps, self._meter.works
        self._file.write(f"longest {gaps.longest:.1f}\np999 {gaps.p999:.1f}\nworked {works.longest:.1f}\n")
        self._file.close()

    @cached_property
    def _meter(self) -> "StallMeter":
        from desktop.qt.stalls import StallMeter  # noqa: PLC0415 -- the start is measured as it is without it

        return StallMeter(log=self._stall, parent=self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the end of the first painting that has rows to paint."""
        if event.type() is QEvent.Type.Paint and self._has_rows():
            watched.removeEventFilter(self)
            # Runs when this painting is done.
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self._desk.current is not None:
            self._timer.stop()
            self._desk.current.first.page.table.viewport().installEventFilter(self)

    def _has_rows(self) -> bool:
        shown = self._desk.current
        return shown is not None and shown.first.page.rows.row(0) is not None

    def _painted(self) -> None:
        cpu = time.process_time()
        self._file.write(f"first_row {time.monotonic():.6f}\nfirst_cpu {cpu:.6f}\n")
        self._meter.start()

    def _stall(self, stall: "Stall") -> None:
        from desktop.qt.stalls import told  # noqa: PLC0415 -- as above

        self._file.write(f"{told(stall)}\n")
