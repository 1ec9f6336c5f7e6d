"""What every kind of edit has to say about its way to the server."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer
from desktop.domain.edits.outbox import Base, Entry, State
from desktop.domain.edits.table import rules_of
from desktop.domain.errors import LeftBehind, Rejected
from desktop.workspace.push.steps import Finding, Look, Made, Park, Rest, Send, Settle, Step

Edit = TypeVar("Edit")

ABSENCES = 2
"""Readings that must miss what a lost call should have done before it is sent again."""

LOOKS = 5
"""Readings for the id of something the server said it made."""


async def _keep_nothing(_customer: Customer) -> None:
    """Keep nothing: nobody looks at it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a kind needs to reach the server: the client, and the server's ids by the local ones.

    `keep` puts the detail of a customer that was read anyway into the cache.
    """

    client: SobotClient
    ids: Callable[[], Mapping[str, str]]
    keep: Callable[[Customer], Awaitable[None]] = _keep_nothing


@dataclass(frozen=True, slots=True)
class Settling:
    """When edits were settled: `at` by the server's clock, folded `until` by ours; `language` of tables, `ids`."""

    at: int
    until: int
    language: str
    ids: Mapping[str, str]


class Kind(Generic[Edit]):
    """One kind of edit; a kind overrides what is different with it. Intents come with the server's ids only.

    `looks_first`: it is compared with the server's values before anything is sent. `makes`: after a call that went
    well the server is read for ids. `changes_tables`: tag groups and tags in the cache change with it.
    """

    looks_first: ClassVar[bool] = False
    makes: ClassVar[bool] = False
    changes_tables: ClassVar[bool] = False

    async def send(self, reach: Reach, intent: Edit, base: Base, step: Send) -> Made:
        """Make the call. Raises AppError with `sent`."""
        raise NotImplementedError

    async def find(self, reach: Reach, intent: Edit, entry: Entry, look: Look) -> Finding:
        """Return what the server has of it. Raises AppError when it cannot be read."""
        raise NotImplementedError

    def begin(self, entry: Entry) -> Step:
        """Return the first step: what may have arrived is looked for."""
        return Look() if self.looks_first or entry.state is not State.QUEUED else Send()

    def base_when_sent(self, entry: Entry, step: Send) -> Base:
        """Return what it finds when it is sent: stored before the call is made."""
        return {**step.found, **entry.base}

    def left_behind(self, _entry: Entry) -> Step:
        """Return what becomes of an edit of something that will never be made."""
        return Park(LeftBehind())

    def after_success(self, _entry: Entry, made: Made) -> Step:
        """Return the step after a call that went well."""
        return Look(sure=True, made=made.id, learned=made.learned) if self.makes else Settle({}, made.learned)

    def after_refusal(self, _entry: Entry, error: Rejected) -> Step:
        """Return the step after the server refused it."""
        return Park(error)

    def after_absence(self, entry: Entry, look: Look, absences: int) -> Step:
        """Return the step after `absences` readings without it, the last one just now."""
        if look.refusal is not None:
            return Park(look.refusal)
        if look.sure:
            return Rest(None, unknown=True) if absences < LOOKS else Settle({}, look.learned)
        return self.again(entry, absences) or Send()

    def again(self, entry: Entry, absences: int) -> Step | None:
        """Return what to do before a doubtful edit is sent once more, None when it may be sent."""
        doubtful = entry.state is not State.QUEUED
        return Rest(None, unknown=True) if doubtful and absences < ABSENCES else None

    async def afterwards(self, reach: Reach, intent: Edit) -> None:
        """Read what else is good to know once it is settled; an AppError here does no harm."""

    def settle(self, file: CacheFile, entries: Sequence[Entry], settling: Settling) -> Change:
        """Put edits that the server has into the cache, in its lane; return which customers look different."""
        shown = [one.id for one in entries if rules_of(one.intent).on_customer]
        if shown:
            file.edits.settle(shown, settling.at, settling.until)
        return Change()
