"""The four places an unforeseen failure surfaces: each is logged and told, and the program goes on."""

import logging
import re
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.settings.crash import report_of

log = logging.getLogger(__name__)

_SPEAKER = re.compile(r"(?:\w+\.)*Q\w+(?:::~?\w+)*|qt(?:\.\w+)+")

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Hooks:
    """Installed for as long as the program runs; `told` gets each report (in any thread)."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self._told = told

    def install(self) -> None:
        """Take over the interpreter's, the threads' and Qt's hooks."""
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def on_loop_context(self, context: dict[str, Any]) -> None:
        """Take what asyncio reports of a task that nobody awaited."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.tell(error)
        else:
            log.error("loop: %s", context.get("message", ""))

    def tell(self, error: BaseException) -> None:
        """Log an unforeseen failure and hand on its report."""
        report = report_of(error)
        log.error("unforeseen failure\n%s", report)
        self._told(report)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def _on_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        if unraisable.exc_value is not None:
            self.tell(unraisable.exc_value)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.tell(arguments.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", _speaker(message))


def _speaker(message: str) -> str:
    """Return which part of Qt speaks: the rest of a message can quote the text of a customer."""
    found = _SPEAKER.match(message)
    return found[0] if found else "(a message without a name)"
