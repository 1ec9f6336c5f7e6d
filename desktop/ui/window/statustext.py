"""The sentences of the status bar and the offline banner. Pure: a status in, texts out."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.wording.formats import Formats
from desktop.workspace.status import Progress, Status

_FRESH = 60
"""Seconds for which data is of "just now"."""


def connection_text(status: Status, formats: Formats) -> str:
    """Return "Online", or since when it is not."""
    since = formats.moment(status.since) if status.since else ""
    match status.connection:
        case "online":
            return QCoreApplication.translate("Status", "Online")
        case "connecting":
            return QCoreApplication.translate("Status", "Connecting…")
        case "offline" if since:
            return QCoreApplication.translate("Status", "Offline since {time}").format(time=since)
        case "offline":
            return QCoreApplication.translate("Status", "Offline")
        case "stopped" if since:
            return QCoreApplication.translate("Status", "Stopped since {time}").format(time=since)
        case _:
            return QCoreApplication.translate("Status", "Stopped")


def age_text(status: Status, formats: Formats) -> str:
    """Return how old the data is: "data of 10:42 (2 min)"."""
    if status.as_of is None:
        return QCoreApplication.translate("Status", "no complete pull yet")
    if formats.clock() - status.as_of < _FRESH:
        text = QCoreApplication.translate("Status", "data of {time} (just now)")
        return text.format(time=formats.moment(status.as_of))
    text = QCoreApplication.translate("Status", "data of {time} ({age})")
    return text.format(time=formats.moment(status.as_of), age=formats.age(status.as_of))


def progress_text(progress: Progress, formats: Formats) -> str:
    """Return how far the pull is: "Pulling 42% · 8,100/s · 1:12 left"; what is not known is left out."""
    parts = [_phase(progress)]
    if progress.total:
        parts[0] += f" {min(100, progress.done * 100 // progress.total)}%"
    elif progress.done:
        parts.append(formats.number(progress.done))
    if progress.rate >= 1:
        parts.append(
            QCoreApplication.translate("Status", "{rate}/s").format(rate=formats.number(round(progress.rate)))
        )
    if progress.seconds_left is not None:
        left = QCoreApplication.translate("Status", "{time} left")
        parts.append(left.format(time=formats.duration(progress.seconds_left)))
    return " · ".join(parts)


def _phase(progress: Progress) -> str:
    match progress.phase:
        case "customers":
            return QCoreApplication.translate("Status", "Pulling")
        case "changes":
            return QCoreApplication.translate("Status", "Pulling changes")
        case "stages":
            return QCoreApplication.translate("Status", "Pulling stages")
        case "missing":
            return QCoreApplication.translate("Status", "Checking missing customers")
        case "regions":
            return QCoreApplication.translate("Status", "Pulling regions")
        case "dictionaries":
            return QCoreApplication.translate("Status", "Pulling tags and lists")


def offline_text(status: Status, formats: Formats) -> str:
    """Return the line of the quiet banner while there is no network."""
    if not status.since:
        return QCoreApplication.translate(
            "Status", "You are offline. Go on as usual: edits are kept here and sent later."
        )
    text = QCoreApplication.translate(
        "Status", "You are offline since {time}. Go on as usual: edits are kept here and sent later."
    )
    return text.format(time=formats.moment(status.since))
