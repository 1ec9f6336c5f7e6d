"""Deleting tags and groups: asked for first; a job remembers who had them, so that undo gives them back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.jobs.job import DropGroup, DropTags, JobRequest
from desktop.qt.chips import Chip
from desktop.qt.dialogs import open_dialog
from desktop.qt.lifetime import while_there
from desktop.qt.safetext import visible
from desktop.ui.kit import Kit
from desktop.ui.tags.groupwords import CountedTags
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.removal_dialog import RemovalDialog
from desktop.ui.tags.scene import GroupLine, TagLine

if TYPE_CHECKING:
    from desktop.ui.tags.page import TagsPage


class Removals(QObject):
    """Deletes what is chosen on one tags page.

    What no customer has is an edit like others; the rest is a job: undo gives customers their tags back.
    """

    def __init__(self, page: "TagsPage", kit: Kit, account: TagAccount) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._account = account

    def delete_group(self) -> None:
        """Ask whether the group goes with its tags."""
        page, group = self._page, self._page.group
        if group is None or page.refusals.give_up(group):
            return
        lines = page.scene.tags.get(group.id, ())
        dialog = self._asking(group, lines, group.group.name)

        def remove() -> None:
            if dialog.held:
                label = QCoreApplication.translate("Tags", "Delete the group “{name}”")
                self._start(DropGroup(group.id), label, group.group.name)
            else:
                page.edits.remove_group(group.id, group.group.name)

        open_dialog(dialog, remove)

    def delete_tags(self) -> None:
        """Ask whether the selected tags, else the current one, go."""
        page, group = self._page, self._page.group
        lines = [line for line in page.pane.targets() if not page.refusals.give_up(line)]
        if group is None or not lines:
            return
        dialog = self._asking(group, lines, "")

        def remove() -> None:
            page.pane.table.selection.clear()
            if not dialog.held:
                page.edits.remove_tags([(line.id, line.tag.name) for line in lines])
                return
            one = QCoreApplication.translate("Tags", "Delete the tag “{name}”")
            label = CountedTags().deleting(len(lines)) if len(lines) > 1 else one
            self._start(DropTags(tuple(line.id for line in lines)), label, lines[0].tag.name)

        open_dialog(dialog, remove)

    def _asking(self, group: GroupLine, lines: Sequence[TagLine], name: str) -> RemovalDialog:
        chips = [Chip(line.tag.name, group.group.color) for line in lines]
        dialog = RemovalDialog(name, chips, self._kit, self._page.window())
        self._account.tag_holders([line.id for line in lines], while_there(dialog, dialog.show_holders))
        return dialog

    def _start(self, request: JobRequest, label: str, name: str) -> None:
        label = label.format(name=visible(name, limit=60))
        self._account.jobs.start(request, failed=self._page.failed.emit, label=label)
