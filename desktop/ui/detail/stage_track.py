"""Where a customer stands in the follow-up stages: dots on a line, done ones filled."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.dictionaries import Stage
from desktop.qt.look import Look

_DOT = 10
_STEP = 24
_WIDEST = 110


class StageTrack(QWidget):
    """The stages as dots; the name of the present one stands beside it in a label."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stages: tuple[Stage, ...] = ()
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_stage(self, stages: Sequence[Stage], current: str) -> None:
        """Show the stages with `current` (an id, "" for none) as the one reached."""
        self._stages = tuple(stages)
        self._current = next((place for place, stage in enumerate(stages) if stage.id == current), -1)
        self.setToolTip("")
        self.setVisible(bool(stages))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a dot a stage, closer together when there are many."""
        return QSize(round(self._size.width() * self._larger), round(self._size.height() * self._larger))

    @property
    def _size(self) -> QSize:
        """What it takes at text size 1."""
        return QSize((len(self._stages) - 1) * self._step() + _DOT + 4, _DOT + 6)

    @property
    def _larger(self) -> float:
        return self._look.scaled(100) / 100

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._larger, self._larger)
        middle, step = self._size.height() / 2, self._step()
        done, ahead = self._look.colour("accent"), self._look.colour("border")
        for place in range(len(self._stages)):
            x = _DOT / 2 + 2 + place * step
            reached = place <= self._current
            if place:
                painter.setPen(QPen(done if reached else ahead, 2))
                painter.drawLine(QPointF(x - step + _DOT / 2, middle), QPointF(x - _DOT / 2, middle))
            painter.setPen(QPen(done if reached else ahead, 2))
            painter.setBrush(done if reached else Qt.BrushStyle.NoBrush)
            radius = _DOT / 2 - 1 + (1.5 if place == self._current else 0)
            painter.drawEllipse(QPointF(x, middle), radius, radius)

    def _step(self) -> int:
        return max(_DOT + 2, min(_STEP, _WIDEST // max(1, len(self._stages))))
