"""Toasts: what just happened, with a way back, at the bottom of the window."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
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

_WIDEST = 560
_ABOVE = 48
"""Distance from the window's lower edge: clears the status bar."""


class Tone(Enum):
    """What kind of news a toast brings: the icon and its colour."""

    DONE = ("success", "success")
    NEWS = ("info", "accent")
    ERROR = ("error", "danger")


@dataclass(frozen=True, slots=True)
class Toast:
    """A message of one or two lines; `action` is the verb on its button, `act` what it does.

    It takes the place of any other of its `topic` ("": of none): a way back must not outlive the next step.
    """

    text: str
    tone: Tone = Tone.DONE
    action: str = ""
    act: Callable[[], None] | None = None
    topic: str = ""


class Toasts(QObject):
    """The toasts of one window, one at a time, in the order they were told.

    Each goes after 6 s, unless the mouse or the focus is on it, and when the language is switched, which it would
    not follow; an error stays until it is closed.
    """

    def __init__(self, look: Look, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[Toast] = deque()
        self._card = _Card(look, icons, window)
        self._card.done.connect(self._next)
        window.installEventFilter(self)

    @property
    def shown(self) -> Toast | None:
        """The toast on the screen."""
        return self._card.toast

    def tell(self, toast: Toast) -> None:
        """Show a toast, after those already waiting."""
        shown = self._card.toast
        if toast.topic:
            self._waiting = deque(one for one in self._waiting if one.topic != toast.topic)
        if shown is not None and toast.topic and shown.topic == toast.topic:
            self._card.show_toast(toast)
            return
        self._waiting.append(toast)
        if shown is None:
            self._next()

    def dismiss(self) -> bool:
        """Close the toast on the screen; False when there is none."""
        if self._card.toast is None:
            return False
        self._next()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window is resized, go with the language."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._card.place()
        if watched is self._window and event.type() == QEvent.Type.LanguageChange:
            self._forget_news()
        return False

    def _forget_news(self) -> None:
        self._waiting = deque(one for one in self._waiting if one.tone is Tone.ERROR)
        if self._card.toast is not None and self._card.toast.tone is not Tone.ERROR:
            self._next()

    def _next(self) -> None:
        self._card.show_toast(self._waiting.popleft() if self._waiting else None)


class _Card(QFrame):
    done = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
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
        self._cross.set_name(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._ground())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
