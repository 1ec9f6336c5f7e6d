"""Which things an intent speaks of, and what the server calls those that were first known here. Pure."""

from collections.abc import Mapping
from typing import cast

from desktop.domain.edits.table import rules_of
from desktop.domain.ids import is_local
from desktop.domain.intents.intent import Intent


def references(intent: Intent) -> tuple[str, ...]:
    """Return the ids of what must be there before the intent can be sent."""
    return rules_of(intent).references(intent)


def makes(intent: Intent) -> tuple[str, ...]:
    """Return the local ids of what the intent makes."""
    return rules_of(intent).makes(intent)


def unmade(intent: Intent, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the local ids the intent speaks of and `ids`, the server's by the local ones, does not know."""
    return tuple(one for one in references(intent) if is_local(one) and one not in ids)


def resolved(intent: Intent, ids: Mapping[str, str]) -> Intent:
    """Return the intent with the server's ids in place of local ones, where they are known."""
    return cast("Intent", rules_of(intent).resolved(intent, ids))
