"""An intent as a call of the API."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.api.client import SobotClient
from desktop.domain.fold import TagDelta
from desktop.domain.intents import (
    AddTags,
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.domain.outbox import Base
from desktop.domain.preimage import delta_in, displaced_in
from desktop.workspace.push.deciding import Send


class Sending:
    """Makes the calls. `ids` are the server's ids by the local ones."""

    def __init__(self, client: SobotClient, ids: Callable[[], Mapping[str, str]]) -> None:
        self._client = client
        self._ids = ids

    async def send(self, intent: Intent, base: Base, step: Send) -> str:
        """Make the call of an intent that holds the server's ids only.

        Returns the id the server gave, "" when it gives none. Raises AppError with `sent`.
        """
        match intent:
            case AddTags() | RemoveTags():
                change = change_of(intent, base, self._ids())
                await self._client.labels.change(intent.customer, add=change.add, remove=change.remove)
            case CreateTagGroup():
                return await self._client.tag_groups.save(
                    intent.name, intent.color, intent.tags, multiple=intent.multiple
                )
            case CreateTag():
                await self._client.tags.save(intent.name, intent.group, intent.param_name)
            case UpdateTagGroup() | UpdateTag():
                await self._update(intent, step)
            case RemoveTagGroup():
                await self._client.tag_groups.remove(intent.group)
            case RemoveTag():
                await self._client.tags.remove(intent.tag)
        return ""

    async def _update(self, intent: UpdateTagGroup | UpdateTag, step: Send) -> None:
        changes = step.changes
        name = str(changes.get("name", step.name))
        if isinstance(intent, UpdateTagGroup):
            color = intent.color if "color" in changes else None
            multiple = intent.multiple if "multiple" in changes else None
            await self._client.tag_groups.update(intent.group, name, color=color, multiple=multiple)
            return
        param_name = intent.param_name if "param_name" in changes else None
        await self._client.tags.update(intent.tag, name, param_name=param_name)


def change_of(intent: AddTags | RemoveTags, base: Base, ids: Mapping[str, str]) -> TagDelta:
    """Return the tags to add and to remove: what a single-choice group displaces is named, not left to chance."""
    delta = delta_in(intent, base, ids)
    return delta if isinstance(intent, RemoveTags) else replace(delta, remove=displaced_in(base, ids))
