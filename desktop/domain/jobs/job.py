"""Bulk edits: what is asked for, what a dry run finds, and how far a job is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, NamedTuple, TypeAlias

from desktop.domain.edits.outbox import Base
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.intents.intent import CreateTag, CreateTagGroup, Intent

FEW = 50
"""So many customers are edited one by one; more are a job."""


@dataclass(frozen=True, slots=True)
class TagCustomers:
    """Give and take business tags, the same for all of these customers.

    `make` is an edit that makes some of the tags, under local ids, before anybody gets them.
    """

    kind: ClassVar[str] = "tag_customers"
    customers: tuple[str, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    make: CreateTag | CreateTagGroup | None = None


@dataclass(frozen=True, slots=True)
class MergeTags:
    """Give the customers of `tags` the tag `into` instead, then remove `tags`."""

    kind: ClassVar[str] = "merge_tags"
    tags: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class MoveTags:
    """Make `tags` anew in another group, hand their customers over, then remove the old ones."""

    kind: ClassVar[str] = "move_tags"
    tags: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """Move `tags` of one group into a new one with this name and "#RRGGBB" colour."""

    kind: ClassVar[str] = "split_group"
    tags: tuple[str, ...]
    name: str
    color: str
    multiple: bool = True


@dataclass(frozen=True, slots=True)
class DropGroup:
    """Remove a group, its tags with it, and keep who had which of them: undoing it builds all of it again."""

    kind: ClassVar[str] = "drop_group"
    group: str


@dataclass(frozen=True, slots=True)
class DropTags:
    """Remove tags and keep who had them: undoing it builds them again."""

    kind: ClassVar[str] = "drop_tags"
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixChoices:
    """Leave the customers of a single-choice group one tag of it: the first of `keep` that each has."""

    kind: ClassVar[str] = "fix_choices"
    group: str
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditCustomers:
    """Make one edit, whose `customer` is "", of all of these customers."""

    kind: ClassVar[str] = "edit_customers"
    customers: tuple[str, ...]
    edit: Intent


class OwnEdit(NamedTuple):
    """An edit that one customer alone gets, and what it found when that was decided."""

    intent: Intent
    base: Base


@dataclass(frozen=True, slots=True)
class ImportCustomers:
    """Make customers and change others, each by its own edits: the rows of a file called `name`.

    `edits` are by customer, a new one by its local id; those of one customer are made one after the other.
    """

    kind: ClassVar[str] = "import_customers"
    name: str
    edits: Mapping[str, tuple[OwnEdit, ...]]

    @property
    def customers(self) -> tuple[str, ...]:
        """Everybody who is made or changed."""
        return tuple(self.edits)


TagJob: TypeAlias = TagCustomers | MergeTags | MoveTags | SplitGroup | DropGroup | DropTags | FixChoices
RowJob: TypeAlias = EditCustomers | ImportCustomers
"""Jobs whose rows are edits of any kind."""
JobRequest: TypeAlias = TagJob | RowJob


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a job would do to `total` customers, by what the cache knows.

    `changing` of them change; `displacing`, which are among them, lose another tag because a single-choice group
    allows one: `displaced` are some of these tags by id. `already` are as wanted; `unknown` are not in the cache
    and left alone; `refused` cannot be edited so, for the reasons `refusals`, each with how many it is. `calls` is
    about how many writes go to the server, `about` the names that the job's label holds. `lasting` of those that
    change cannot be taken back.
    """

    request: JobRequest
    total: int = 0
    changing: int = 0
    already: int = 0
    displacing: int = 0
    unknown: int = 0
    refused: int = 0
    refusals: tuple[tuple[InvalidInput, int], ...] = ()
    lasting: int = 0
    calls: int = 0
    displaced: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class JobState(Enum):
    """Where a job stands."""

    PREPARING = "preparing"
    """Its journal is being written; nothing was sent."""
    RUNNING = "running"
    """Goes on by itself whenever there is a network."""
    PAUSED = "paused"
    STUCK = "stuck"
    """The server refused a step without which the rest makes no sense: waits for a person."""
    DONE = "done"
    """Nothing more to send; some customers may have failed."""
    CANCELLED = "cancelled"


OVER = frozenset({JobState.DONE, JobState.CANCELLED})
"""The states in which nothing more is sent."""


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as a screen shows it.

    `about` holds what its label names: tag, group names, in the order of the request. `done` and `failed` of
    `total` customers are settled; `rate` is customers a second, `seconds_left` None while unknown. `waits` says
    why nothing moves although it runs, `error` why it is stuck. `busy` is the part of the allowed parallelism that
    was in use while it sent (0-1). `undoes` names the job that this one takes back,
    `undone` tells that another one took this back; without `revocable` nothing can.
    """

    id: str
    kind: str
    state: JobState
    about: tuple[str, ...] = ()
    total: int = 0
    done: int = 0
    failed: int = 0
    rate: float = 0.0
    seconds_left: float | None = None
    waits: AppError | None = None
    error: AppError | None = None
    undoes: str = ""
    undone: bool = False
    created: float = 0.0
    busy: float = 0.0
    revocable: bool = True

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back and nobody did yet."""
        return self.state in OVER and self.revocable and not self.undone and self.done > 0


@dataclass(frozen=True, slots=True)
class JobFailure:
    """A customer that was not changed, or not made, and why; `name` when it was to be made."""

    customer: str
    error: AppError = field(default_factory=AppError)
    name: str = ""
