"""The customers of an account through the API client."""

import time

from desktop.api.client import SobotClient
from desktop.api.page import Page
from desktop.domain.customers.customer import Customer
from desktop.domain.filters import CustomerFilter, Module
from desktop.workspace.pull.slices import PAGE, Slice
from desktop.workspace.pull.source import Rows
from desktop.workspace.serverclock import ClockedSender


class ApiSource:
    """Answers the pull's questions with `client`. `widen` seconds are added at both ends of a slice."""

    def __init__(
        self,
        client: SobotClient,
        sender: ClockedSender,
    ) -> None:
        self._client = client
        self._sender = sender
        self.widen = 0

    async def page(self, slice_: Slice, number: int) -> Rows:
        """Return page `number` (from 1) of a slice. Raises AppError."""
        low, high = max(1, slice_.low - self.widen), slice_.high + self.widen
        by_creation = slice_.axis == "created"
        wanted = CustomerFilter(
            module=Module(slice_.module) if slice_.module else None,
            stage_id=slice_.stage,
            created_from=low if by_creation else None,
            created_to=high if by_creation else None,
            updated_from=None if by_creation else low,
            updated_to=None if by_creation else high,
        )
        return self._rows(await self._client.customers.list(wanted, number=number, size=PAGE))

    async def all_of_them(self) -> int:
        """Return how many customers the server counts without any filter. Raises AppError."""
        return self._rows(await self._client.customers.list(number=1, size=1)).total

    async def now(self) -> int:
        """Return the server's time in seconds. Raises AppError."""
        if self._sender.now() is None:
            await self._client.customers.list(number=1, size=1)
        known = self._sender.now()
        return int(time.time() if known is None else known)

    def _rows(self, page: Page[Customer]) -> Rows:
        rows = len(page.items) + len(page.quarantined)
        # Without a total a full page may have a successor; one row more keeps the slice from passing as whole.
        unsaid = rows if rows < PAGE else rows + 1
        return Rows(unsaid if page.total is None else page.total, page.items, page.quarantined, page.count)
