"""Every edit of tags the page makes, handed to the outbox with the words that undo calls it by."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.ids import local_id
from desktop.domain.intents.intent import (
    CreateTag,
    CreateTagGroup,
    Intent,
    RemoveTag,
    RemoveTagGroup,
    RemoveTags,
    UpdateTag,
    UpdateTagGroup,
)
from desktop.ui.tags.groupwords import CountedTags
from desktop.ui.tags.intentwords import wish
from desktop.ui.tags.ports import Outbox


def new_token() -> str:
    """Return a piece of a local id that no other desktop makes."""
    return uuid4().hex[:16]


class TagEdits(QObject):
    """Submits edits. `failed(error)` when one could not be stored: nothing was changed then."""

    failed = Signal(object)

    def __init__(self, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox = outbox

    def create_group(self, intent: CreateTagGroup, lost: Callable[[], None]) -> None:
        """Make a group; `lost` is called when it could not be stored, to show the text again."""
        self._submit((intent,), wish(intent), lost)

    def create_tag(self, group_id: str, name: str, lost: Callable[[], None]) -> str:
        """Make a tag and return its id here."""
        intent = CreateTag(group=group_id, name=name, local=local_id(new_token()))
        self._submit((intent,), wish(intent), lost)
        return intent.local

    def rename_group(self, group_id: str, name: str, lost: Callable[[], None]) -> None:
        """Rename a group."""
        self._one(UpdateTagGroup(group=group_id, name=name), lost)

    def recolour_group(self, group_id: str, colour: str) -> None:
        """Recolour a group."""
        self._one(UpdateTagGroup(group=group_id, color=colour))

    def switch_choice(self, group_id: str, *, multiple: bool) -> None:
        """Let customers have several tags of a group, or one."""
        self._one(UpdateTagGroup(group=group_id, multiple=multiple))

    def update_tag(
        self, tag_id: str, lost: Callable[[], None], *, name: str | None = None, param_name: str | None = None
    ) -> None:
        """Rename a tag or give it another parameter name."""
        self._one(UpdateTag(tag=tag_id, name=name, param_name=param_name), lost)

    def remove_group(self, group_id: str, name: str) -> None:
        """Delete a group with its tags."""
        label = QCoreApplication.translate("Tags", "Delete the group “{name}”").format(name=name)
        self._submit((RemoveTagGroup(group=group_id),), label)

    def remove_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Delete tags, given by id and name."""
        if len(tags) == 1:
            label = QCoreApplication.translate("Tags", "Delete the tag “{name}”").format(name=tags[0][1])
        else:
            label = CountedTags().deleting(len(tags))
        self._submit([RemoveTag(tag=tag_id) for tag_id, _ in tags], label)

    def take_from(self, intent: RemoveTags) -> None:
        """Take tags from a customer."""
        self._one(intent)

    def replace(self, entry_id: str, intent: Intent, lost: Callable[[], None]) -> None:
        """Correct an edit that was refused."""
        self._outbox.replace(entry_id, intent, answer=_nothing, failed=self._failing(lost))

    def retry(self, entry_id: str) -> None:
        """Send a refused edit again."""
        self._outbox.retry(entry_id, answer=_nothing, failed=self._failing(None))

    def discard(self, entry_id: str) -> None:
        """Forget a refused edit."""
        self._outbox.discard(entry_id, answer=_nothing, failed=self._failing(None))

    def _one(self, intent: Intent, lost: Callable[[], None] | None = None) -> None:
        self._submit((intent,), wish(intent), lost)

    def _submit(self, intents: Sequence[Intent], label: str, lost: Callable[[], None] | None = None) -> None:
        self._outbox.submit(intents, label=label, answer=_nothing, failed=self._failing(lost))

    def _failing(self, lost: Callable[[], None] | None) -> Callable[[AppError], None]:
        def failed(error: AppError) -> None:
            self.failed.emit(error)
            if lost is not None:
                lost()

        return failed


def _nothing(*_answer: object) -> None:
    """Do nothing: the outbox's events show it."""
