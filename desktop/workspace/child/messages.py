"""What parent and child say to each other, as values and as JSON.

The parent sends `start` (a pull) or `start_job`, then answers to `token_wanted`, then perhaps `cancel`; the child
sends the rest and ends with `done`, `failed` or `broken`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop.domain.change import Change
from desktop.domain.json import Json
from desktop.workspace.child.pipe import Message
from desktop.workspace.status import Progress


@dataclass(frozen=True, slots=True)
class Start:
    """What a child needs: where the files lie and their key, the server, the language, how much to pull."""

    folder: str
    key: bytes = field(repr=False)
    base_url: str
    proxy: str
    language: str
    full: bool

    def to_json(self) -> Message:
        """Return the message."""
        return {"do": "start", **asdict(self), "key": self.key.hex()}

    @classmethod
    def from_json(cls, message: Mapping[str, Any]) -> "Start":
        """Read the message."""
        values = {name: value for name, value in message.items() if name != "do"}
        return cls(**{**values, "key": bytes.fromhex(values["key"])})


@dataclass(frozen=True, slots=True)
class StartJob:
    """What a child needs to send the rows of a job: the same, the job's number and place, groups to watch.

    `edit` is what its rows make when they do not change tags, `offset` leads from our clock to the server's.
    """

    folder: str
    key: bytes = field(repr=False)
    base_url: str
    proxy: str
    language: str
    number: int
    seq: int
    guards: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    edit: Mapping[str, Json] | None = None
    offset: float = 0.0
    created: float = 0.0

    def to_json(self) -> Message:
        """Return the message."""
        guards = {group: list(tags) for group, tags in self.guards.items()}
        return {"do": "start_job", **asdict(self), "key": self.key.hex(), "guards": guards}

    @classmethod
    def from_json(cls, message: Mapping[str, Any]) -> "StartJob":
        """Read the message."""
        values = {name: value for name, value in message.items() if name != "do"}
        guards = {group: tuple(tags) for group, tags in values["guards"].items()}
        return cls(**{**values, "key": bytes.fromhex(values["key"]), "guards": guards})


def change_to_json(change: Change) -> Message:
    """Return the message that tells of a committed change."""
    return {
        "say": "changed",
        "added": change.added,
        "updated": change.updated,
        "removed": change.removed,
        "everything": change.everything,
    }


def change_from_json(message: Mapping[str, Any]) -> Change:
    """Read the message that tells of a committed change."""
    return Change(
        added=tuple(message["added"]),
        updated=tuple(message["updated"]),
        removed=tuple(message["removed"]),
        everything=bool(message["everything"]),
    )


def progress_to_json(progress: Progress) -> Message:
    """Return the message that tells how far the pull is."""
    values: dict[str, Json] = asdict(progress)
    return {"say": "progress", **values}


def progress_from_json(message: Mapping[str, Any]) -> Progress:
    """Read the message that tells how far the pull is."""
    return Progress(**{name: value for name, value in message.items() if name != "say"})
