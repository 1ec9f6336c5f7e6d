"""`client.tag_groups` and `client.tags`: business tags and the groups they stand in."""

from collections.abc import AsyncIterator, Sequence
from functools import partial

from desktop.api.caller import Caller
from desktop.api.page import Page, each
from desktop.api.wire import tags as wire
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
