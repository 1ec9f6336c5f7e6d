"""Edits of tags in a few words: what undo, the outbox and refusals call them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.intents.intent import (
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
from desktop.ui.wording.formats import listed

_LONGEST = 60


def wish(intent: Intent) -> str:
    """Return what an edit wants."""
    match intent:
        case CreateTagGroup(name=name):
            text = QCoreApplication.translate("Tags", "Create the group “{name}”")
        case UpdateTagGroup():
            return listed(_group_changes(intent))
        case UpdateTag():
            return listed(_tag_changes(intent))
        case CreateTag(name=name):
            text = QCoreApplication.translate("Tags", "Create the tag “{name}”")
        case _:
            name, text = "", _other(intent)
    return text.format(name=visible(name, limit=_LONGEST))


def _group_changes(intent: UpdateTagGroup) -> Iterator[str]:
    if intent.name is not None:
        text = QCoreApplication.translate("Tags", "Rename the group to “{name}”")
        yield text.format(name=visible(intent.name, limit=_LONGEST))
    if intent.color is not None:
        text = QCoreApplication.translate("Tags", "Recolour the group to {name}")
        yield text.format(name=visible(intent.color, limit=_LONGEST))
    if intent.multiple is not None:
        text = QCoreApplication.translate("Tags", "Switch the group to: {name}")
        yield text.format(name=choice_words(intent.multiple))


def _tag_changes(intent: UpdateTag) -> Iterator[str]:
    if intent.name is not None:
        text = QCoreApplication.translate("Tags", "Rename the tag to “{name}”")
        yield text.format(name=visible(intent.name, limit=_LONGEST))
    if intent.param_name is not None:
        text = QCoreApplication.translate("Tags", "Give the tag the parameter name “{name}”")
        yield text.format(name=visible(intent.param_name, limit=_LONGEST))


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
