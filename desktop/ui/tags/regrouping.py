"""What the API has no call for, asked for on the tags page: merge, move, split, leave one tag of a group."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.jobs.job import FixChoices, JobRequest, MergeTags, MoveTags, SplitGroup
from desktop.qt.dialogs import open_dialog
from desktop.ui.kit import Kit
from desktop.ui.tags.edits import new_token
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.pick_dialog import PickDialog, Purpose
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.scene import GroupLine, TagLine
from desktop.ui.tags.side import BROKEN, GROUP

if TYPE_CHECKING:
    from desktop.ui.tags.page import TagsPage


class Regrouping(QObject):
    """Asks what is missing, then `wanted(JobRequest)`: whoever hears it counts, asks and starts it."""

    wanted = Signal(object)

    def __init__(self, page: "TagsPage", kit: Kit, account: TagAccount) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._account = account

    def merge(self) -> None:
        """Merge the selected tags into one of them; one alone into any other of the account."""
        self.merge_these([line.id for line in self._lines()])

    def merge_these(self, tags: Sequence[str]) -> None:
        """Merge tags into one of them; one alone into any other of the account, its own group's first."""
        lines = [line for line in map(self._page.scene.tag, tags) if line is not None and not line.draft]
        if not lines:
            return
        own = lines[0].tag.group_id
        others = [line for held in self._page.scene.tags.values() for line in held if line.id != lines[0].id]
        others.sort(key=lambda line: line.tag.group_id != own)
        entries = self._tag_entries(lines if len(lines) > 1 else others)

        def chosen(into: str) -> None:
            self._want(MergeTags(tuple(line.id for line in lines if line.id != into), into))

        self._pick(Purpose.SURVIVOR, entries, chosen)

    def move(self) -> None:
        """Move the selected tags, else the current one, to another group."""
        lines, group = self._lines(), self._page.group
        if group is None or not lines:
            return
        groups = [one for one in self._page.scene.groups if one.id != group.id and not one.draft]
        tags = tuple(line.id for line in lines)
        entries = [(one.id, one.group.name) for one in groups]
        self._pick(Purpose.DESTINATION, entries, lambda chosen: self._want(MoveTags(tags, chosen)))

    def split(self) -> None:
        """Move the selected tags, else the current one, into a new group."""
        lines, group = self._lines(), self._page.group
        if group is None or not lines:
            return
        names = tuple(line.tag.name for line in lines)
        groups, window = self._account.collections.tag_groups, self._page.window()
        dialog = GroupDialog(groups, self._kit, new_token(), window, splitting=names)
        (dialog.multiple if group.group.multiple else dialog.single).setChecked(True)

        def submit() -> None:
            made = dialog.intent
            self._want(SplitGroup(tuple(line.id for line in lines), made.name, made.color, made.multiple))

        open_dialog(dialog, submit)

    def fix(self) -> None:
        """Leave the customers of a single-choice group one tag of it: the shown group, or one that is broken."""
        groups = self.fixable()
        if len(groups) == 1:
            self._fix(groups[0].id)
        elif groups:
            self._pick(Purpose.BROKEN, [(one.id, one.group.name) for one in groups], self._fix)

    def fixable(self) -> list[GroupLine]:
        """Return the groups `fix` can be about."""
        page = self._page
        if page.showing == BROKEN:
            broken = {one.group_id for one in page.counting.broken.first}
            return [line for line in page.scene.groups if line.id in broken]
        group = page.group if page.showing == GROUP else None
        return [group] if group is not None and not group.group.multiple and not group.draft else []

    def _fix(self, group_id: str) -> None:
        lines = [line for line in self._page.scene.tags.get(group_id, ()) if not line.draft]
        order = [line.id for line in lines]

        def chosen(first: str) -> None:
            self._want(FixChoices(group_id, (first, *(tag for tag in order if tag != first))))

        self._pick(Purpose.KEPT, [(line.id, line.tag.name) for line in lines], chosen)

    def _lines(self) -> list[TagLine]:
        return [line for line in self._page.pane.targets() if not line.draft]

    def _tag_entries(self, lines: Iterable[TagLine]) -> list[tuple[str, str]]:
        groups = self._account.collections.tag_groups
        return [
            (line.id, f"{line.tag.name} · {groups[line.tag.group_id].name}")
            for line in lines
            if not line.draft and line.tag.group_id in groups
        ]

    def _pick(self, purpose: Purpose, entries: Sequence[tuple[str, str]], chosen: Callable[[str], None]) -> None:
        dialog = PickDialog(purpose, entries, self._page.window(), self._account.readings)
        open_dialog(dialog, lambda: chosen(dialog.chosen))

    def _want(self, request: JobRequest) -> None:
        self._page.pane.table.selection.clear()
        self.wanted.emit(request)
