"""What a job asks of the server, through the API client."""

from collections.abc import Collection, Mapping, Sequence

from desktop.api.client import SobotClient


class LabelServer:
    """Tags on customers, and groups. Everything raises AppError."""

    def __init__(self, client: SobotClient) -> None:
        self._client = client

    async def change(self, customer: str, add: Sequence[str], remove: Sequence[str]) -> None:
        """Add and remove tags of a customer."""
        await self._client.labels.change(customer, add=add, remove=remove)

    async def tags_of(self, customers: Sequence[str]) -> Mapping[str, Collection[str]]:
        """Return the tags of customers; those the server does not know are left out."""
        found = await self._client.labels.of(customers)
        return {one.customer_id: frozenset(label.id for label in one.labels) for one in found}

    async def single_groups(self) -> Collection[str]:
        """Return the groups that allow one tag."""
        return [group.id async for group in self._client.tag_groups.all() if not group.multiple]
