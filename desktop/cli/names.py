"""The names of fields on the command line: the document's, and ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.api.wire.customer_fields import ALIASES, WIRE
from desktop.domain.customers.fields import FIELDS

OURS = {field.name for field in FIELDS}

WIRE_NAMES: Mapping[str, str] = {wire: name for name, (wire, _) in WIRE.items()}
"""The document's field names and our field of each."""

SPECIAL: Mapping[str, str] = {
    "tag": "tags",
    "tags": "tags",
    "stage": "stage_id",
    "agent": "agent_id",
    "source": "source",
    "vip": "vip_level",
    "vip_level": "vip_level",
}
"""Names whose values are those of a small table, given by name or by id."""


def field_of(name: str) -> str | None:
    """Return our field of a name, None when there is none; where both name something, the document's counts."""
    if name in WIRE_NAMES:
        return WIRE_NAMES[name]
    if name in SPECIAL:
        return SPECIAL[name]
    return name if name in OURS else ALIASES.get(name)


def known() -> str:
    """Return every name that can be given, for a message."""
    return ", ".join(["id", "tag", "stage", "agent", "vip", *sorted({*WIRE_NAMES, *OURS})])


def names_by_key(entries: Sequence[Any]) -> Mapping[str, str]:
    """Return the names of a small table's entries by their id (of sources and levels: their value)."""
    return {str(getattr(entry, "id", "") or getattr(entry, "value", "")): str(entry.name) for entry in entries}
