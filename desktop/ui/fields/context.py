"""What editors of fields are made with: handed over once by the form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject

from desktop.qt.tasks import Tasks
from desktop.ui.fields.offers import FormCollections, Offers
from desktop.ui.fields.place_index import PlaceIndex
from desktop.ui.kit import Kit
from desktop.ui.wording.spelling import Spelling
from desktop.workspace.lookups.readings import Readings

FindCompanies: TypeAlias = Callable[[str, Callable[[Sequence[tuple[str, str]]], None]], None]


class Places(Protocol):
    """Brings levels of the region tree that are missing (`workspace.lookups.places.Places`)."""

    @property
    def reachable(self) -> bool:
        """Whether there is a network to ask."""

    def known(self, parent_id: str) -> bool:
        """Say whether what lies in a region is known, be it nothing."""

    async def fetch(self, parent_id: str) -> None:
        """Bring it by one request. Raises AppError."""


class Companies(Protocol):
    """Companies that customers name (`workspace.lookups.companies.Companies`)."""

    def find(self, typed: str, answer: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        """Find companies by a part of the name; answers with id and name."""


class FieldAccount(Protocol):
    """What the editors need of an account (`workspace.account.Account`)."""

    @property
    def collections(self) -> FormCollections:
        """The small entities of the account."""

    @property
    def places(self) -> Places:
        """Where missing places come from."""

    def readings(self, names: Sequence[str], answer: Callable[[Readings], None]) -> None:
        """Spell names in pinyin."""

    @property
    def companies(self) -> Companies:
        """Companies that customers name."""


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What every editor of an account shares."""

    kit: Kit
    collections: FormCollections
    offers: Offers
    index: PlaceIndex
    spelling: Spelling
    places: Places
    find_companies: FindCompanies
    tasks: Tasks


def field_context(account: FieldAccount, kit: Kit, tasks: Tasks, parent: QObject | None = None) -> FieldContext:
    """Return the context of an account's editors; `tasks` runs what asks the server.

    With a `parent` what runs by timers ends with it, in its thread, and not when it is collected as garbage.
    """
    spelling = Spelling(account.readings, parent)
    return FieldContext(
        kit=kit,
        collections=account.collections,
        offers=Offers(account.collections, spelling),
        index=PlaceIndex(account.collections, spelling, parent),
        spelling=spelling,
        places=account.places,
        find_companies=account.companies.find,
        tasks=tasks,
    )
