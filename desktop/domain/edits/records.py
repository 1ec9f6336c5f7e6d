"""Follow-up records: AddRecord. No call changes or deletes a record, so nothing undoes one that was sent."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.edits.reading import Reader, text
from desktop.domain.edits.rules import CustomerRules
from desktop.domain.errors import InvalidInput
from desktop.domain.following.behaviour import Behaviour
from desktop.domain.intents.following import AddRecord
from desktop.domain.json import Json

_KNOWN = "known"
_EARLIER = 5.0
"""Seconds a record may seem older than the call that made it: clocks tell whole seconds, and we only estimate."""


class Records(CustomerRules[AddRecord]):
    """Writing a record."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "content": text}
    irrevocable = True

    def make_sense(self, intent: AddRecord) -> None:
        """Refuse a blank text, as the server does."""
        if not intent.content.strip():
            raise InvalidInput("content", "empty")


def same_text(history: Iterable[Behaviour], content: str) -> list[Behaviour]:
    """Return the records of a history that hold this text, wherever the server puts it."""
    wanted = content.strip()
    # The note of a change of stage is no record.
    records = (one for one in history if not (one.stage_id or one.stage_name or one.old_stage_name))
    return [one for one in records if any(_is_text(value, wanted) for value in (one.note, *one.content.values()))]


def with_known(base: Base, known: Iterable[Behaviour]) -> Base:
    """Return what an edit finds right before it is sent: the records of the same text that are there already."""
    return {**base, _KNOWN: [one.id for one in known]}


def new_ones(entry: Entry, found: Iterable[Behaviour]) -> list[Behaviour]:
    """Return those of the records of the same text that came after the edit was sent."""
    known = entry.base.get(_KNOWN)
    if isinstance(known, list | tuple):
        return [one for one in found if one.id not in known]
    return [one for one in found if one.at >= entry.sent - _EARLIER]


def _is_text(value: Json, wanted: str) -> bool:
    return isinstance(value, str) and value.strip() == wanted
