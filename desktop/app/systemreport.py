"""What a user can pass on with a question: of the program and the machine, nothing of a person."""

import platform
import sys
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from desktop import __version__
from desktop.settings.preferences import Preferences


def system_report(preferences: Preferences, crashes: Path) -> str:
    """Return versions, system, screens, appearance and the newest report in `crashes`.

    It holds no names, no folders, no accounts and no customers.
    """
    packaged = "package" if getattr(sys, "frozen", False) else "Python package"
    text = f"{preferences.text_scale:g}"
    lines = [
        f"Kefu Desk {__version__} ({packaged})",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"System: {platform.system()} {platform.release()}, {platform.machine()}{_distribution()}",
        f"Window system: {QGuiApplication.platformName()}; {_screens()}",
        f"Language: {preferences.language or 'system'}; {preferences.theme}, {preferences.density}, text {text}",
    ]
    return "\n".join(lines + _last_failure(crashes))


def _distribution() -> str:
    if platform.system() != "Linux":
        return f", {platform.version()}"
    try:
        return f", {platform.freedesktop_os_release()['PRETTY_NAME']}"
    except OSError:
        return ""


def _last_failure(crashes: Path) -> list[str]:
    newest = max(crashes.glob("crash-*.txt"), default=None)
    return [] if newest is None else ["", f"Last failure, {newest.stem}:", newest.read_text("utf-8", "replace")]


def _screens() -> str:
    told = [
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return "screens: " + ", ".join(told)
