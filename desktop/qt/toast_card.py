"""The card a toast is shown on: icon, text, button, close."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.qt.buttons import Button, IconButton
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.popup import SHADOW, paint_raised
from desktop.qt.theme import ICON_SMALL, SPACE, TOAST_MS
from desktop.qt.toast import CARD, Toast, Tone
from desktop.qt.translated import Translated

_WIDEST = 560
_ABOVE = 48
"""Distance from the window's lower edge: clears the status bar."""


class ToastCard(Translated, QFrame):
    """Shows one toast at a time; `done` when it is to go: its time is over, or it was answered or closed."""

    done = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(CARD)
        self._look = look
        self._icons = icons
        self.toast: Toast | None = None
        self._painted = QPixmap()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._sign = QLabel(self)
        self._sign.setTextFormat(Qt.TextFormat.PlainText)
        self._text = PlainLabel("", self, wrap=True)
        self._button = Button("", self, kind="link")
        self._button.clicked.connect(self._on_action)
        self._cross = IconButton(icons.icon("close"), "", self)
        self._cross.clicked.connect(self.done)
        row = QHBoxLayout(self)
        inner = SHADOW + SPACE[1]
        row.setContentsMargins(inner + SPACE[0], inner, inner, inner)
        row.setSpacing(SPACE[2])
        for widget in (self._sign, self._text, self._button, self._cross):
            row.addWidget(widget, 1 if widget is self._text else 0)
        look.changed.connect(self._take_look)
        self.retranslate()
        self.hide()

    def show_toast(self, toast: Toast | None) -> None:
        """Show a toast and announce it; None: hide."""
        self.toast = toast
        if toast is None:
            self._timer.stop()
            self.hide()
            return
        self._text.setText(toast.text)
        self._button.setText(toast.action.replace("&", "&&"))
        self._button.setVisible(bool(toast.action))
        self._take_look()
        self.place()
        self.show()
        self.raise_()
        self._wait()
        event = QAccessibleAnnouncementEvent(self, toast.text)
        if toast.tone is Tone.ERROR:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def place(self) -> None:
        """Stand in the middle of the window's lower edge."""
        window = self.parentWidget()
        if self.toast is None or window is None:
            return
        room = min(_WIDEST, window.width() - 2 * SPACE[3])
        width = min(self.sizeHint().width(), room + 2 * SHADOW)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.sizeHint().height()
        self.resize(QSize(width, height))
        self.move((window.width() - width) // 2, window.height() - _ABOVE - height + SHADOW)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._cross.set_name(self.tr("Close"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).drawPixmap(0, 0, self._ground())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count the time anew."""
        self._wait()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _ground(self) -> QPixmap:
        """Return the raised ground: what changes under a toast has it painted each time."""
        ratio = self.devicePixelRatioF()
        if self._painted.size() != self.size() * ratio:
            self._painted = QPixmap(self.size() * ratio)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._painted)
            paint_raised(painter, QRectF(self.rect()), self._look)
            painter.end()
        return self._painted

    def _wait(self) -> None:
        if self.toast is not None and self.toast.tone is not Tone.ERROR:
            self._timer.start(TOAST_MS)
        else:
            self._timer.stop()

    def _on_time(self) -> None:
        if self._button.hasFocus() or self._cross.hasFocus():
            self._wait()
        else:
            self.done.emit()

    def _on_action(self) -> None:
        toast = self.toast
        self.done.emit()
        if toast is not None and toast.act is not None:
            toast.act()

    def _take_look(self) -> None:
        self._painted = QPixmap()
        if self.toast is not None:
            icon, tone = self.toast.tone.value
            side = self._look.scaled(ICON_SMALL)
            self._sign.setPixmap(self._icons.tinted(icon, side, tone, self.devicePixelRatioF()))
