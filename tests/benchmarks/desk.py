"""The real window on a profile of the benchmarks, never connected, and what is timed in it."""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop.app.post import GuiPost
from desktop.domain.profile import Profile
from desktop.qt.table import DataTable
from desktop.ui.customers.page import CustomersPage
from desktop.workspace.account import Account
from tests.benchmarks.profiles import KEY, Made
from tests.ui.stage import Stage

SIZE = (1440, 900)
PROFILE = Profile("p", "P", "http://127.0.0.1:1", "a")
_WAIT = 60.0
_BEAT_MS = 2
_QUIET = 0.4


class Screens(Stage):
    """A window on the account of a folder that is never connected."""

    def open_account(self) -> Account:
        """Open the account of the benchmark."""
        return Account.open(PROFILE, self._folder, KEY, post=self._post)


class Paints(QObject):
    """Notes when a widget was last painted (`at`, perf_counter seconds), and the ms each painting took.

    `told` hears the time of each.
    """

    def __init__(self, widget: QWidget, told: Callable[[float], object] | None = None) -> None:
        super().__init__(widget)
        self.at = 0.0
        self.took: list[float] = []
        self._told = told
        widget.installEventFilter(self)

    def remove(self) -> None:
        """Note no more."""
        widget = self.parent()
        assert isinstance(widget, QWidget)
        widget.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Paint first, then note: the time at which the widget's picture stands."""
        if event.type() is not QEvent.Type.Paint:
            return False
        began = time.perf_counter()
        watched.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self.at = time.perf_counter()
        self.took.append((self.at - began) * 1000)
        if self._told is not None:
            self._told(self.at)
        return True


class Beat(QTimer):
    """Beats in the loop of this thread, and knows how late it was at worst."""

    def __init__(self) -> None:
        super().__init__(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._last = time.perf_counter()
        self._longest = 0.0
        self.timeout.connect(self._on_beat)
        self.start()

    def end(self) -> float:
        """End it; return the longest wait beyond its time, in ms."""
        self._on_beat()
        self.stop()
        return self._longest

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000 - _BEAT_MS)
        self._last = now


class Desk:
    """A window with its first rows painted, as the app has it: what was made so far is frozen."""

    def __init__(self, made: Made, folder: Path | None = None) -> None:
        self.app = QApplication.instance() or QApplication(sys.argv[:1])
        self.post = GuiPost()
        place = folder or made.files.folder
        (place / "outbox.db").unlink(missing_ok=True)
        self.stage = Screens(self.app, place, self.post)
        self.window = self.stage.window
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.page.rows.row(0) is not None)
        self.until(lambda: self.stage.account.collections.tags)
        self.rest()
        gc.collect()
        gc.freeze()

    @property
    def page(self) -> CustomersPage:
        """The page of customers."""
        return self.stage.screens.page

    @property
    def table(self) -> DataTable:
        """The customers' table."""
        return self.page.table

    @property
    def account(self) -> Account:
        """The account that is open."""
        return self.stage.account

    def until(self, so: Callable[[], object], wait: float = _WAIT) -> float:
        """Run Qt's own loop until it is so; return the longest that a turn kept it waiting, in ms.

        The loop wakes as soon as another thread answers, as the program's does. Raises TimeoutError.
        """
        end = time.monotonic() + wait
        beat = Beat()
        while not so():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return beat.end()

    def rest(self, seconds: float = _QUIET) -> float:
        """Let the window run for a while, as it does between two keys; return the longest turn in ms."""
        end = time.monotonic() + seconds
        return self.until(lambda: time.monotonic() > end)

    def rows_there(self) -> bool:
        """Say whether every visible row has come."""
        low, high = self.visible()
        return all(self.page.rows.row(row) is not None for row in range(low, high + 1))

    def visible(self) -> tuple[int, int]:
        """Return the first and the last visible row of the table."""
        viewport = self.table.viewport()
        low = self.table.rowAt(0)
        high = self.table.rowAt(viewport.height() - 1)
        return max(0, low), high if high >= 0 else self.page.rows.rowCount() - 1

    def shown_views(self) -> list[QWidget]:
        """Return what paints rows, cards or figures on the page that is shown."""
        areas = self.window.findChildren(QAbstractScrollArea)
        return [area.viewport() for area in areas if area.isVisible()]

    def close(self) -> None:
        """Close window and account."""
        self.stage.close()
        self.post.close()


def wheel(area: QAbstractScrollArea, steps: int = -1) -> None:
    """Turn the wheel over a view by so many notches (down: negative)."""
    spot = QPointF(area.viewport().width() / 3, area.viewport().height() / 3)
    event = QWheelEvent(
        spot, spot, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(area.viewport(), event)
