"""`client.customers` and `client.enterprises`."""

from collections.abc import AsyncIterator
from functools import partial

from desktop.api.caller import Caller
from desktop.api.page import Page
from desktop.api.pages import pages
from desktop.api.wire import customers as wire
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, SavedCustomer
from desktop.domain.filters import CustomerFilter

_PAGE = 100


class Customers:
    """Customers of the account. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def list(
        self, wanted: CustomerFilter | None = None, *, number: int = 1, size: int = _PAGE
    ) -> Page[Customer]:
        """Return page `number` (from 1) of `size` (1-1000) customers (003 "Query Customer List").

        The server documents no order: a list that people edit meanwhile is read through frozen time slices.
        """
        return await self._caller.call(wire.list_by_page(wanted or CustomerFilter(), number, size))

    def pages(
        self, wanted: CustomerFilter | None = None, *, size: int = _PAGE, ahead: int = 2
    ) -> AsyncIterator[Page[Customer]]:
        """Yield all pages of a list, `ahead` of them asked for early (003 "Query Customer List")."""
        return pages(partial(self._page, wanted, size), ahead=ahead)

    async def detail(self, customer_id: str) -> Customer | None:
        """Return one customer with all fields (003 "Query Customer Details").

        None when the server answers well but without a customer: it has none of this id any more.
        """
        return await self._caller.call(wire.detail(customer_id))

    async def save(self, draft: CustomerDraft) -> SavedCustomer:
        """Create a customer (003 "Create Customer"); return its id and what the server did.

        The account's identification rules may find an existing customer by phone, email and so on: that one is
        then overwritten and `action` is "update". Not safe to repeat.
        """
        return await self._caller.call(wire.save(draft))

    async def update(self, customer_id: str, changes: CustomerChanges) -> None:
        """Change a customer (003 "Edit Customer Info"). Safe to repeat while nobody else changed it."""
        await self._caller.call(wire.update(customer_id, changes))

    async def _page(self, wanted: CustomerFilter | None, size: int, number: int) -> Page[Customer]:
        return await self.list(wanted, number=number, size=size)


class Enterprises:
    """Enterprises can be created and nothing else. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def save(self, draft: EnterpriseDraft) -> str:
        """Create an enterprise; return its id (003 "Create Enterprise"). Not safe to repeat; it cannot be read."""
        return await self._caller.call(wire.enterprise_save(draft))
