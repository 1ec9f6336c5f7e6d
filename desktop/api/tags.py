"""`client.tag_groups`, `client.tags` and `client.labels`: groups, their tags, and tags on customers."""

from collections.abc import AsyncIterator, Iterable, Sequence
from functools import partial

from desktop.api.caller import Caller
from desktop.api.page import Page
from desktop.api.pages import each
from desktop.api.wire import labels as label_wire
from desktop.api.wire import tags as wire
from desktop.domain.customers.drafts import CustomerLabels, Label
from desktop.domain.dictionaries import Tag, TagGroup

_PAGE = 100


class TagGroups:
    """Groups of business tags. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def list(self, *, number: int = 1, size: int = _PAGE) -> Page[TagGroup]:
        """Return page `number` (from 1) of `size` (1-1000) groups (003 "Query Tag Group List")."""
        return await self._caller.call(wire.group_list(number, size))

    def all(self) -> AsyncIterator[TagGroup]:
        """Yield every group (003 "Query Tag Group List")."""
        return each(lambda number: self.list(number=number))

    async def save(self, name: str, color: str, tags: Sequence[str] = (), *, multiple: bool = True) -> str:
        """Create a group with tags of these names; return its id (003 "Create Tag Group Info").

        Names have 30 characters at most; `color` is like "#09aeb0"; `multiple` lets a customer have several of its
        tags. Raises Rejected 510002 when the name exists. Not safe to repeat.
        """
        return await self._caller.call(wire.group_save(name, color, multiple, tags))

    async def update(
        self, group_id: str, name: str, *, color: str | None = None, multiple: bool | None = None
    ) -> None:
        """Change a group; None leaves a value as it is (003 "Edit Tag Group Info"). Safe to repeat.

        Raises Rejected 510001 (no such group), 510002 (name exists).
        """
        await self._caller.call(wire.group_update(group_id, name, color, multiple))

    async def remove(self, group_id: str) -> None:
        """Remove a group and all its tags (003 "Delete Tag Group Info"). Raises Rejected 510001 when absent."""
        await self._caller.call(wire.group_remove(group_id))


class Tags:
    """Business tags. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def list(self, group_id: str, *, number: int = 1, size: int = _PAGE) -> Page[Tag]:
        """Return page `number` (from 1) of `size` (1-1000) tags of a group (003 "Query Tag List")."""
        return await self._caller.call(wire.tag_list(group_id, number, size))

    def all(self, group_id: str) -> AsyncIterator[Tag]:
        """Yield every tag of a group (003 "Query Tag List")."""
        return each(partial(self._page, group_id))

    async def save(self, name: str, group_id: str, param_name: str = "") -> None:
        """Create a tag (003 "Create Tag Info"); its id is learned from `list`. Not safe to repeat.

        Name and param name have 30 characters at most. Raises Rejected 510001, 510003 (name exists), 510004 (param
        name exists), 510007, 510008.
        """
        await self._caller.call(wire.tag_save(name, group_id, param_name))

    async def update(self, tag_id: str, name: str, *, param_name: str | None = None) -> None:
        """Rename a tag; its group cannot change (003 "Edit Tag Info"). Safe to repeat.

        Raises Rejected 510003 (name exists), 510004 (no such tag, or the param name exists).
        """
        await self._caller.call(wire.tag_update(tag_id, name, param_name))

    async def remove(self, tag_id: str) -> None:
        """Remove a tag (003 "Delete Tag Info"). Raises Rejected 510004 when absent."""
        await self._caller.call(wire.tag_remove(tag_id))

    async def _page(self, group_id: str, number: int) -> Page[Tag]:
        return await self.list(group_id, number=number)


class Labels:
    """Business tags on customers. Every method raises what `SobotClient` says."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def of(self, customer_ids: Iterable[str]) -> tuple[CustomerLabels, ...]:
        """Return the tags of these customers (003 "Query Customer Tags in Batch")."""
        return await self._caller.call(label_wire.of(customer_ids))

    async def replace(self, customer_id: str, labels: Sequence[Label]) -> None:
        """Give a customer exactly these tags (003 "Modify Customer Tag").

        It undoes what others tagged meanwhile: prefer `change`.
        """
        await self._caller.call(label_wire.replace(customer_id, labels))

    async def change(
        self,
        customer_id: str = "",
        *,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
        union_id: str = "",
        external_user_id: str = "",
    ) -> None:
        """Add and remove tags by id (003 "Tag the Business"). Safe to repeat.

        One of `customer_id`, `union_id` and `external_user_id`, and one of `add` and `remove` are needed.
        """
        await self._caller.call(label_wire.change(customer_id, union_id, external_user_id, add, remove))
