"""How an edit that is not settled is told: an icon and a few words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.intents.intent import RemoveTag, RemoveTagGroup
from desktop.qt.columns import Mark
from desktop.ui.tags.scene import GroupLine, TagLine, waiting


def state_words(line: GroupLine | TagLine) -> str:
    """Return how far the edit of a group or tag is, "" when there is none."""
    mark = line.mark
    if mark is not None and mark.refused:
        if isinstance(mark.entry.intent, RemoveTag | RemoveTagGroup):
            return QCoreApplication.translate("Tags", "Not deleted")
        if line.draft:
            return QCoreApplication.translate("Tags", "Not created")
        return QCoreApplication.translate("Tags", "Not changed")
    if mark is not None and mark.unsure:
        return QCoreApplication.translate("Tags", "Sent, not confirmed yet")
    return QCoreApplication.translate("Tags", "Waiting to be sent") if waiting(line) else ""


def state_mark(line: GroupLine | TagLine) -> Mark | None:
    """Return the icon of it."""
    if line.mark is not None and line.mark.refused:
        return Mark("error", "danger", "")
    return Mark("clock", "secondary", "") if waiting(line) else None
