"""A panel that opens at the place of the action, inside the window it belongs to."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.qt.look import Look
from desktop.qt.theme import RADIUS_PANEL

SHADOW = 12
"""Room around the panel for its shadow, pixels."""

_RISE = 6
_GAP = 4


class Popup(QFrame):
    """A raised panel with a shadow. Escape, a click elsewhere or another window close it.

    Fill `body`. It is a child of the window, so it needs no compositor and no grab; the window clips it.
    `closed` is emitted when it goes, whatever the reason.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._before: QWidget | None = None
        self._anchor: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SHADOW + 1, SHADOW + 1, SHADOW + 1, SHADOW + 1)
        self.body.setSpacing(0)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.hide()

    def open_at(self, anchor: QWidget, *, align_right: bool = False) -> None:
        """Open under `anchor` (above it where there is more room), and take the focus."""
        corner = anchor.mapToGlobal(QPoint(0, 0))
        self._anchor = anchor
        self.open_over(QRect(corner, anchor.size()), anchor.window(), align_right=align_right)

    def open_over(self, area: QRect, window: QWidget, *, align_right: bool = False) -> None:
        """Open at a rectangle in global coordinates inside `window`."""
        self._before = QApplication.focusWidget()
        self.setParent(window)
        self.adjustSize()
        place = self._placed(QRect(window.mapFromGlobal(area.topLeft()), area.size()), window, align_right)
        self.move(place)
        self.show()
        self.raise_()
        self._take_focus()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        if self._look.motion_ms:
            self._slide.setDuration(self._look.motion_ms)
            self._slide.setStartValue(place - QPoint(0, _RISE))
            self._slide.setEndValue(place)
            self._slide.start()

    def close_popup(self) -> None:
        """Close and give the focus back."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press outside; the press on the anchor itself goes no further, so that it toggles."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            return self._pressed_at(watched)
        if kind in {QEvent.Type.WindowDeactivate, QEvent.Type.Resize} and watched is self.parentWidget():
            self.close_popup()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Close when the language changes: what it offers was worded when it opened."""
        if event.type() is QEvent.Type.LanguageChange:
            self.close_popup()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; keys go no further than the popup."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside."""
        stops = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        ]
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._slide.stop()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, ground and border."""
        painter = QPainter(self)
        paint_raised(painter, QRectF(self.rect()), self._look)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pressed_at(self, watched: QWidget) -> bool:
        if watched is self or self.isAncestorOf(watched) or watched.window() is not self.window():
            return False
        self.close_popup()
        return watched is self._anchor

    def _placed(self, area: QRect, window: QWidget, align_right: bool) -> QPoint:
        wide, high = self.width(), self.height()
        left = area.right() + 1 - wide + SHADOW if align_right else area.left() - SHADOW
        below = area.bottom() + 1 + _GAP - SHADOW
        above = area.top() - _GAP + SHADOW - high
        top = below if below + high - SHADOW <= window.height() or above < -SHADOW else above
        return QPoint(
            max(_GAP - SHADOW, min(left, window.width() - wide + SHADOW - _GAP)),
            max(_GAP - SHADOW, min(top, window.height() - high + SHADOW - _GAP)),
        )


def paint_raised(painter: QPainter, area: QRectF, look: Look) -> None:
    """Paint a raised panel inside `area`, leaving `SHADOW` pixels around it for a soft shadow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    panel = area.adjusted(SHADOW + 0.5, SHADOW + 0.5, -SHADOW - 0.5, -SHADOW - 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 9 if look.tokens.dark else 4
    for spread in range(SHADOW - 2, 0, -2):
        painter.setBrush(QColor(0, 0, 0, strength))
        grown = panel.adjusted(-spread, -spread + 3, spread, spread)
        painter.drawRoundedRect(grown, RADIUS_PANEL + spread, RADIUS_PANEL + spread)
    painter.setBrush(look.colour("raised"))
    painter.setPen(QPen(look.colour("hairline" if not look.tokens.dark else "border"), 1))
    painter.drawRoundedRect(panel, RADIUS_PANEL, RADIUS_PANEL)
