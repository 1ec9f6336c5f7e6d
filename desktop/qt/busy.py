"""How work under way shows: nothing at first, then a hairline, then numbers and a way to stop."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.qt.buttons import Button
from desktop.qt.contrast import mix
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.theme import NUMBERS_MS, QUIET_MS, SPACE
from desktop.qt.translated import Translated

_HEIGHT = 2
_FRAME_MS = 33
_ROUND_MS = 1_400
_SHARE = 0.3


class Hairline(QWidget):
    """Two pixels that fill as work goes on; they wander while its size is unknown (without
    motion the whole line is soft). Always takes its room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share: float | None = None
        self._shown = False
        self._at = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_frame)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        """Fill to `share` (0-1); None wanders."""
        self._share = share
        self._shown = True
        moving = share is None and self._look.motion_ms > 0
        if moving and not self._timer.isActive():
            self._timer.start(_FRAME_MS)
        elif not moving:
            self._timer.stop()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._shown = False
        self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for two pixels of height."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the filled part."""
        if not self._shown:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("hairline"))
        wide = self.width()
        if self._share is None and not self._timer.isActive():
            tokens = self._look.tokens
            painter.fillRect(self.rect(), QColor(mix(tokens.accent, tokens.window, 0.5)))
            return
        start, length = (0.0, wide * self._share) if self._share is not None else self._wandering(wide)
        painter.fillRect(QRectF(start, 0, length, _HEIGHT), self._look.colour("accent"))

    def _wandering(self, wide: int) -> tuple[float, float]:
        length = wide * _SHARE
        return self._at * (wide + length) - length, length

    def _on_frame(self) -> None:
        self._at = (self._at + _FRAME_MS / _ROUND_MS) % 1.0
        self.update()


class Busy(Translated, QWidget):
    """Work under way in the place concerned.

    Under 300 ms nothing shows, then the hairline, after 3 s the words of `set_progress` and a Cancel button.
    `cancelled` is emitted when that is pressed.
    """

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.line = Hairline(look, self)
        self._words = QWidget(self)
        self._text = PlainLabel("", self._words, type="secondary", tone="secondary", elide=True)
        self._cancel = Button("", self._words, kind="link")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self._words)
        row.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
        row.addWidget(self._text, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._words)
        self._words.hide()
        self._soon = _single_shot(self, self._on_soon, QUIET_MS)
        self._late = _single_shot(self, self._on_late, NUMBERS_MS)
        self.retranslate()

    def start(self) -> None:
        """Begin to count the time."""
        self._share = None
        self._text.setText("")
        self._soon.start()
        self._late.start()

    def set_progress(self, share: float | None, text: str = "") -> None:
        """Tell how far it is (0-1, None unknown) and the numbers for whoever waits longer than 3 s."""
        self._share = share
        self._text.setText(text)
        if not self._soon.isActive():
            self.line.show_share(share)

    def stop(self) -> None:
        """End: everything disappears."""
        self._soon.stop()
        self._late.stop()
        self.line.clear()
        self._words.hide()

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        self._cancel.setText(self.tr("Cancel"))

    def _on_soon(self) -> None:
        self.line.show_share(self._share)

    def _on_late(self) -> None:
        self._words.show()


def _single_shot(parent: Busy, slot: Callable[[], None], interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.CoarseTimer)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
