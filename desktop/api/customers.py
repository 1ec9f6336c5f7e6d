"""`client.customers`: the calls on customers."""

from collections.abc import AsyncIterator
from functools import partial

from desktop.api.caller import Caller
from desktop.api.page import Page, pages
from desktop.api.wire import customers as wire
from desktop.domain.customer import Customer
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

    async def detail(self, customer_id: str) -> Customer:
        """Return one customer with all fields (003 "Query Customer Details")."""
        return await self._caller.call(wire.detail(customer_id))

    async def _page(self, wanted: CustomerFilter | None, size: int, number: int) -> Page[Customer]:
        return await self.list(wanted, number=number, size=size)
