"""Undoing: the intents that bring back what an edit found. Pure."""

from collections.abc import Callable

from desktop.domain.edits.outbox import Base
from desktop.domain.edits.table import rules_of
from desktop.domain.intents.intent import Intent


def inverse(intent: Intent, base: Base, token: Callable[[], str]) -> tuple[Intent, ...]:
    """Return the intents that undo `intent`, given what it found, in their order; () when nothing was changed.

    `token` gives a new piece of a local id each time.
    """
    return rules_of(intent).inverse(intent, base, token)
