"""Edits on their way to the server: an entry each, from the moment it is stored until it is settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

Base: TypeAlias = Mapping[str, Json]
"""What an edit found when it was made, by the names of its fields; {} when that was not known here."""


class State(Enum):
    """Where an entry stands."""

    QUEUED = "queued"
    """Stored here, the server does not know it."""
    SENDING = "sending"
    """Under way: found in this state at the start, it may or may not have arrived."""
    UNKNOWN = "unknown"
    """Sent, and the answer never came: is found out by reading."""
    DONE = "done"
    """The server has it."""
    REJECTED = "rejected"
    """Refused by the server, or in conflict with someone else's edit: waits for a person."""


OPEN = frozenset({State.QUEUED, State.SENDING, State.UNKNOWN})
"""The states of entries that settle by themselves; what is in one of them shows on the screen as if done."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that somebody else changed too: what it was, what is wanted here, what the server has."""

    field: str
    base: Json
    yours: Json
    server: Json


@dataclass(frozen=True, slots=True)
class Entry:
    """One intent and how far it is.

    `seq` orders the entries of an account, `gesture` names what was done in one go, `job` the bulk job it belongs
    to ("": none). Times are in seconds: `created` and `changed` by this machine's clock, `sent` by the server's:
    when it was first sent with an end that is not known (0: never). `attempts` counts the sends. `error` says why
    it is refused, or what the last try met; `clashes` what to decide when it is in conflict.
    """

    id: str
    seq: int
    intent: Intent
    state: State
    created: float
    changed: float
    base: Base = field(default_factory=dict)
    attempts: int = 0
    sent: float = 0.0
    error: AppError | None = None
    clashes: tuple[Clash, ...] = ()
    gesture: str = ""
    job: str = ""

    @property
    def lane(self) -> str:
        """What is sent one after the other."""
        return self.intent.entity

    @property
    def is_open(self) -> bool:
        """Whether it settles by itself."""
        return self.state in OPEN
