"""What becomes of an entry when a person decides: corrected, resolved, discarded. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from desktop.domain.errors import InvalidInput
from desktop.domain.intents import AddTags, Intent, UpdateTag, UpdateTagGroup
from desktop.domain.inverse import inverse
from desktop.domain.json import Json
from desktop.domain.outbox import Entry, State
from desktop.domain.preimage import wanted


def revised(entry: Entry, intent: Intent) -> Entry:
    """Return the entry with another intent, queued again; one that may have arrived is looked for first.

    Raises InvalidInput when the intent is of another kind or about something else.
    """
    if intent.op != entry.intent.op or intent.entity != entry.intent.entity:
        raise InvalidInput("op", "other_edit")
    if isinstance(intent, UpdateTagGroup | UpdateTag) and _target(intent) != _target(entry.intent):
        raise InvalidInput("op", "other_edit")
    state = State.UNKNOWN if entry.state is State.UNKNOWN else State.QUEUED
    base = entry.base
    if isinstance(intent, AddTags) and intent != entry.intent:
        # What other tags do to the neighbours of their groups was never found out.
        base = {name: value for name, value in base.items() if name == "tags"}
    return replace(entry, intent=intent, base=base, state=state, error=None, clashes=())


def taken_back(entries: Sequence[Entry], token: Callable[[], str]) -> tuple[list[Intent], tuple[Entry, ...]]:
    """Return the edits that undo the entries of a gesture, the last first, and those that are simply let go."""
    refused = tuple(one for one in entries if one.state is State.REJECTED)
    back = [
        intent
        for one in reversed(entries)
        if one not in refused
        for intent in inverse(one.intent, one.base, token)
    ]
    return back, refused


def resolved_clashes(entry: Entry, choices: Mapping[str, Literal["yours", "server"]]) -> Entry | None:
    """Return the entry after a conflict was decided by field, None when nothing of it is left to send.

    Fields that were not decided stay as the server has them.
    """
    intent = entry.intent
    if not entry.clashes or not isinstance(intent, UpdateTagGroup | UpdateTag):
        raise InvalidInput("id", "edit_settled")
    base: dict[str, Json] = dict(entry.base)
    dropped: dict[str, Any] = {}
    for clash in entry.clashes:
        base[clash.field] = clash.server
        if choices.get(clash.field) != "yours":
            dropped[clash.field] = None
    left = replace(intent, **dropped)
    if not wanted(left):
        return None
    return replace(entry, intent=left, base=base, state=State.QUEUED, error=None, clashes=())


def undiscarded(gone: Entry, lane: Sequence[Entry]) -> list[tuple[Entry, Entry | None]]:
    """Return later edits of the same thing that found what a discarded one had left: they find what that found."""
    intent = gone.intent
    if not isinstance(intent, UpdateTagGroup | UpdateTag):
        return []
    left = wanted(intent)
    changed: list[tuple[Entry, Entry | None]] = []
    for entry in lane:
        if entry.seq <= gone.seq or _target(entry.intent) != _target(intent) or entry.state is State.SENDING:
            continue
        found = {
            field: gone.base[field]
            for field in left
            if entry.base.get(field) == left[field] and field in gone.base
        }
        if found:
            changed.append((entry, replace(entry, base={**entry.base, **found})))
    return changed


def _target(intent: Intent) -> tuple[str, str]:
    if isinstance(intent, UpdateTagGroup):
        return "group", intent.group
    if isinstance(intent, UpdateTag):
        return "tag", intent.tag
    return "", ""
