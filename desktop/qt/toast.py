"""Toasts: what just happened, with a way back, at the bottom of the window."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.qt.icons import Icons
from desktop.qt.look import Look

if TYPE_CHECKING:
    from desktop.qt.toast_card import ToastCard


CARD = "toast"
"""The name of the widget that shows toasts: it lies over what is at the window's lower edge."""


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
        self._look = look
        self._icons = icons
        self._window = window
        self._waiting: deque[Toast] = deque()

    @property
    def shown(self) -> Toast | None:
        """The toast on the screen."""
        return self._card.toast

    @cached_property
    def _card(self) -> "ToastCard":
        from desktop.qt.toast_card import ToastCard  # noqa: PLC0415 -- most starts have nothing to tell

        card = ToastCard(self._look, self._icons, self._window)
        card.done.connect(self._next)
        self._window.installEventFilter(self)
        return card

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
