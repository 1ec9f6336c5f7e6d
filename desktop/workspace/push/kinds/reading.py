"""What a reading of the server means for an edit. Pure."""

from collections.abc import Mapping

from desktop.domain.edits.outbox import Base, Entry
from desktop.domain.edits.threeway import merge
from desktop.domain.json import Json
from desktop.workspace.push.steps import Applied, Clashing, Differs, Finding

_EARLIER = 5.0
"""Seconds a thing may seem older than the call that made it: clocks tell whole seconds, and we only estimate."""


def is_older(created_ms: int, entry: Entry) -> bool:
    """Say whether a thing was there before the edit was first sent."""
    return bool(created_ms and entry.sent) and created_ms / 1000 < entry.sent - _EARLIER


def compared(base: Base, yours: Mapping[str, Json], server: Mapping[str, Json]) -> Finding:
    """Return what is left to send of `yours`, whose name the server calls `server["name"]`."""
    merged = merge(base, yours, server)
    if merged.clashes:
        return Clashing(merged.clashes)
    return Differs(merged.changes, str(server["name"])) if merged.changes else Applied()
