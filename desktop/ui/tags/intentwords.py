"""Edits of tags in a few words: what undo, the outbox and refusals call them."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.intents import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.qt.safetext import visible
from desktop.ui.tags.groupwords import choice_words


def wish(intent: Intent) -> str:
    """Return what an edit wants."""
    match intent:
        case CreateTagGroup(name=name):
            text = QCoreApplication.translate("Tags", "Create the group “{name}”")
        case UpdateTagGroup(name=str(name)):
            text = QCoreApplication.translate("Tags", "Rename the group to “{name}”")
        case UpdateTagGroup(color=str(name)):
            text = QCoreApplication.translate("Tags", "Recolour the group to {name}")
        case UpdateTagGroup(multiple=bool(multiple)):
            name, text = choice_words(multiple), QCoreApplication.translate("Tags", "Switch the group to: {name}")
        case CreateTag(name=name):
            text = QCoreApplication.translate("Tags", "Create the tag “{name}”")
        case UpdateTag(name=str(name)):
            text = QCoreApplication.translate("Tags", "Rename the tag to “{name}”")
        case UpdateTag(param_name=str(name)):
            text = QCoreApplication.translate("Tags", "Give the tag the parameter name “{name}”")
        case _:
            name, text = "", _other(intent)
    return text.format(name=visible(name, limit=60))


def _other(intent: Intent) -> str:
    match intent:
        case RemoveTagGroup():
            return QCoreApplication.translate("Tags", "Delete the group")
        case RemoveTag():
            return QCoreApplication.translate("Tags", "Delete the tag")
        case RemoveTags():
            return QCoreApplication.translate("Tags", "Take tags from a customer")
        case AddTags():
            return QCoreApplication.translate("Tags", "Give a customer tags")
        case _:
            return QCoreApplication.translate("Tags", "Change the group")
