"""Entries of the outbox as they are stored, and back."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from desktop.cache.intentstore import StoredEntry
from desktop.domain.edits.outbox import Clash, Entry, State
from desktop.domain.errors import AppError
from desktop.domain.intents.lines import dump, parse
from desktop.domain.json import Json
from desktop.workspace.child.errorjson import error_from_json, error_to_json


def to_stored(entry: Entry) -> StoredEntry:
    """Return the entry as it is stored."""
    return StoredEntry(
        seq=entry.seq,
        id=entry.id,
        lane=entry.lane,
        state=entry.state.value,
        body=_text(dump(entry.intent)),
        base=_text(entry.base),
        reason=_text(reason_to_json(entry.error, entry.clashes)) if entry.error is not None else "",
        attempts=entry.attempts,
        created=entry.created,
        changed=entry.changed,
        sent=entry.sent,
        gesture=entry.gesture,
        job=entry.job,
    )


def from_stored(stored: StoredEntry) -> Entry | None:
    """Return the entry; None for one of a newer version, which stays stored."""
    try:
        intent = parse(json.loads(stored.body))
    except (AppError, ValueError):
        return None
    reason = json.loads(stored.reason) if stored.reason else {}
    return Entry(
        id=stored.id,
        seq=stored.seq,
        intent=intent,
        state=State(stored.state),
        created=stored.created,
        changed=stored.changed,
        base=json.loads(stored.base),
        attempts=stored.attempts,
        sent=stored.sent,
        error=error_from_json(reason["error"]) if reason else None,
        clashes=tuple(Clash(**clash) for clash in reason.get("clashes", ())),
        gesture=stored.gesture,
        job=stored.job,
    )


def all_from_stored(stored: Sequence[StoredEntry]) -> list[Entry]:
    """Return the entries this version can read."""
    return [entry for one in stored if (entry := from_stored(one)) is not None]


def reason_to_json(error: AppError, clashes: Sequence[Clash]) -> dict[str, Json]:
    """Return why an entry waits as a JSON object."""
    return {"error": error_to_json(error), "clashes": clashes_to_json(clashes)}


def clashes_to_json(clashes: Sequence[Clash]) -> list[Mapping[str, Json]]:
    """Return what is to be decided, a JSON object a field."""
    return [{"field": one.field, "base": one.base, "yours": one.yours, "server": one.server} for one in clashes]


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(cast("dict[str, Any]", value), ensure_ascii=False, separators=(",", ":"))
