"""Who has a phone or an e-mail already: the server takes a new customer for one it finds by them."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.contacts import has_contact, shared_contacts
from desktop.domain.customers.customer import Customer, detail_over
from desktop.domain.customers.rules import split_several
from desktop.domain.errors import AppError
from desktop.domain.filters import CustomerFilter, SearchIn
from desktop.domain.query import Query
from desktop.workspace.files import AccountFiles

if TYPE_CHECKING:
    from desktop.api.page import Page

_LOOKED_AT = 200
"""Customers of the cache that are looked at for each phone or address: more never have it exactly."""
_PAGES = 3
_COMPARED = 5
"""Customers whose details are read: an account whose rules let more of them be has worse trouble."""


class CustomerServer(Protocol):
    """What searches on the server (`client.customers`). Raises AppError."""

    def pages(self, wanted: CustomerFilter | None = None) -> "AsyncIterator[Page[Customer]]":
        """Yield the pages of a list."""

    async def detail(self, customer_id: str) -> Customer | None:
        """Return a customer with all fields."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A customer who has the same phone or e-mail, `by` which of these fields."""

    customer: Customer
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found; `asked` says whether the server could be asked too."""

    duplicates: tuple[Duplicate, ...] = ()
    asked: bool = False


class Duplicates:
    """Looks in the cache and on the server. `server` is None while there is no network."""

    def __init__(self, files: AccountFiles) -> None:
        self.server: CustomerServer | None = None
        self._files = files

    def known(self, phone: str, email: str, answer: Callable[[Found], None]) -> None:
        """Answer with who has one of these phones or addresses exactly, as far as the cache knows."""
        self._files.look_up.ask(
            known_with,
            phone,
            email,
            answer=lambda found: answer(_found(found, phone, email, asked=False)),
            failed=lambda _: answer(Found()),
        )

    async def find(self, phone: str, email: str) -> Found:
        """Return who has one of these phones or addresses exactly, here or on the server.

        Each holds one or several, joined by commas or semicolons. Without a network it is what the cache knows.
        """
        # The loop's module is not there yet when the first row is painted.
        import asyncio  # noqa: PLC0415

        people = {
            one.id: one for one in await asyncio.wrap_future(self._files.look_up.submit(known_with, phone, email))
        }
        asked = self.server is not None
        if self.server is not None:
            try:
                people |= await _whole(self.server, await customers_with(self.server, phone, email))
            except AppError:
                asked = False
        return _found(list(people.values()), phone, email, asked=asked)


async def customers_with(server: CustomerServer, phone: str, email: str) -> list[Customer]:
    """Return the server's customers with one of these phones or addresses, each exactly. Raises AppError."""
    found: dict[str, Customer] = {}
    for where, field, text in ((SearchIn.PHONE, "phone", phone), (SearchIn.EMAIL, "email", email)):
        for wanted in split_several(text):
            number = 0
            async for page in server.pages(CustomerFilter(search_in=where, search=wanted)):
                found.update((one.id, one) for one in page.items if has_contact(one, field, wanted))
                number += 1
                if number >= _PAGES:
                    break
    return list(found.values())


def known_with(file: CacheFile, phone: str, email: str) -> list[Customer]:
    """Return the cache's customers with one of these phones or addresses, each exactly, as they are shown."""
    found: dict[str, Customer] = {}
    for field, text in (("phone", phone), ("email", email)):
        for wanted in split_several(text):
            keys = file.first(Query(text=wanted), _LOOKED_AT).keys
            some = file.customers(file.ids(list(keys[:_LOOKED_AT])))
            found.update((one.id, one) for one in some if has_contact(one, field, wanted))
    return list(found.values())


async def _whole(server: CustomerServer, rows: Sequence[Customer]) -> dict[str, Customer]:
    """Return customers with what their rows in the list leave out, so that they can be compared."""
    whole: dict[str, Customer] = {}
    for row in rows[:_COMPARED]:
        detail = await server.detail(row.id)
        whole[row.id] = row if detail is None else detail_over(row, detail)
    return whole


def _found(people: Sequence[Customer], phone: str, email: str, *, asked: bool) -> Found:
    shared = [(one, shared_contacts(one, phone, email)) for one in people]
    return Found(tuple(Duplicate(one, by) for one, by in shared if by), asked)
