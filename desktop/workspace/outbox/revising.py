"""What becomes of an entry when a person decides: corrected, resolved, discarded. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from desktop.domain.edits.inverse import inverse
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json


def revised(entry: Entry, intent: Intent) -> Entry:
    """Return the entry with another intent, queued again; one that may have arrived is looked for first.

    Raises InvalidInput when the intent is of another kind or about something else.
    """
    if intent.op != entry.intent.op or intent.entity != entry.intent.entity:
        raise InvalidInput("op", "other_edit")
    rules = rules_of(intent)
    if rules.target(intent) != rules.target(entry.intent):
        raise InvalidInput("op", "other_edit")
    state = State.UNKNOWN if entry.state is State.UNKNOWN else State.QUEUED
    base = rules.corrected(entry.base, entry.intent, intent)
    return replace(entry, intent=intent, base=base, state=state, error=None, clashes=())


def taken_back(entries: Sequence[Entry], token: Callable[[], str]) -> tuple[list[Intent], tuple[Entry, ...]]:
    """Return the edits that undo the entries of a gesture, the last first, and those that are simply let go."""
    gone = tuple(one for one in entries if one.state is State.REJECTED or _can_be_let_go(one))
    back = [
        intent for one in reversed(entries) if one not in gone for intent in inverse(one.intent, one.base, token)
    ]
    return back, gone


def is_beyond_recall(entry: Entry) -> bool:
    """Say whether an edit was sent, or may have been, and nothing takes it back."""
    return rules_of(entry.intent).irrevocable and entry.state is not State.REJECTED and not _can_be_let_go(entry)


def _can_be_let_go(entry: Entry) -> bool:
    # What no edit undoes is undone by not sending it.
    return rules_of(entry.intent).irrevocable and entry.state is State.QUEUED and not entry.sent


def resolved_clashes(entry: Entry, choices: Mapping[str, Literal["yours", "server"]]) -> Entry | None:
    """Return the entry after a conflict was decided by field, None when nothing of it is left to send.

    Fields that were not decided stay as the server has them.
    """
    if not entry.clashes:
        raise InvalidInput("id", "edit_settled")
    base: dict[str, Json] = {**entry.base, **{clash.field: clash.server for clash in entry.clashes}}
    dropped = [clash.field for clash in entry.clashes if choices.get(clash.field) != "yours"]
    left = rules_of(entry.intent).without(entry.intent, dropped) if dropped else entry.intent
    if left is None:
        return None
    return replace(entry, intent=left, base=base, state=State.QUEUED, error=None, clashes=())


def undiscarded(gone: Entry, lane: Sequence[Entry]) -> list[tuple[Entry, Entry | None]]:
    """Return later edits of the same thing that found what a discarded one had left: they find what that found."""
    left = rules_of(gone.intent).wanted(gone.intent)
    changed: list[tuple[Entry, Entry | None]] = []
    for entry in lane:
        if entry.seq <= gone.seq or not _is_alike(entry.intent, gone.intent) or entry.state is State.SENDING:
            continue
        found = {
            field: gone.base[field]
            for field in left
            if entry.base.get(field) == left[field] and field in gone.base
        }
        if found:
            changed.append((entry, replace(entry, base={**entry.base, **found})))
    return changed


def _is_alike(one: Intent, other: Intent) -> bool:
    return one.op == other.op and rules_of(one).target(one) == rules_of(other).target(other)
