"""Edits that were refused: shown at the group or tag they are about, to be corrected, sent again or discarded."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.edits.outbox import Entry
from desktop.domain.intents.intent import CreateTag, CreateTagGroup, UpdateTag, UpdateTagGroup
from desktop.domain.tags.rules import check_group_name, check_param_name, check_tag_name
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.scene import GroupLine, Mark, TagLine
from desktop.ui.tags.side import GROUP
from desktop.ui.tags.tag_pane import NAME, PARAM
from desktop.ui.wording.errortext import sentence

if TYPE_CHECKING:
    from desktop.ui.tags.page import TagsPage

_PARAM_CODES = frozenset({"ret_510004", "ret_510008", "param_name_taken", "param_name_too_long"})


def column_of(entry: Entry) -> int:
    """Return the column a refusal belongs to."""
    intent = entry.intent
    if isinstance(intent, UpdateTag) and intent.name is None:
        return PARAM
    named = isinstance(intent, CreateTag | UpdateTag) and bool(intent.param_name)
    return PARAM if named and entry.error is not None and entry.error.word in _PARAM_CODES else NAME


class Refusals(QObject):
    """The refused edits of one tags page."""

    def __init__(self, page: "TagsPage", account: TagAccount) -> None:
        super().__init__(page)
        self._page = page
        self._account = account

    def begin(self) -> None:
        """Follow the page, once it has its parts."""
        bar = self._page.pane.refusal
        bar.edit_wanted.connect(self._edit_shown)
        bar.retry_wanted.connect(self._page.edits.retry)
        bar.discard_wanted.connect(self._page.edits.discard)
        self._page.pane.current_changed.connect(self.follow)

    def follow(self) -> None:
        """Show the refusal of the current tag, else of the group."""
        self._page.pane.refusal.show_entry(self._shown())

    def is_about(self, line: TagLine, column: int) -> bool:
        """Tell whether editing this cell means correcting what was refused."""
        entry = _refused(line.mark)
        return entry is not None and isinstance(entry.intent, UpdateTag) and column_of(entry) == column

    def edit(self, line: TagLine, column: int) -> None:
        """Correct a refused edit of a tag where it stands."""
        entry = _refused(line.mark)
        if entry is None:
            return
        intent, tags = entry.intent, self._account.collections.tags
        if isinstance(intent, CreateTagGroup):
            self._edit_new_group(entry, intent)
            return
        if not isinstance(intent, CreateTag | UpdateTag):
            return
        why = sentence(entry.error) if entry.error and column == column_of(entry) else None

        def check(text: str) -> None:
            if column == NAME:
                check_tag_name(text, line.tag.group_id, tags, own=line.id)
            else:
                check_param_name(text, tags, own=line.id)

        def taken(text: str) -> None:
            fixed = replace(intent, name=text) if column == NAME else replace(intent, param_name=text)
            self._page.edits.replace(entry.id, fixed, lambda: self.edit(line, column))

        wished = intent.name if column == NAME else intent.param_name
        shown = line.tag.name if column == NAME else line.tag.param_name
        self._page.pane.edit(column, shown if wished is None else wished, check, taken, refused=why)

    def give_up(self, line: GroupLine | TagLine) -> bool:
        """Discard a new group or tag that was refused; False when it is none."""
        entry = _refused(line.mark) if line.draft else None
        if entry is not None:
            self._page.edits.discard(entry.id)
        return entry is not None

    def edit_group(self, group: GroupLine) -> None:
        """Correct a refused edit of a group."""
        entry = _refused(group.mark)
        if entry is None:
            return
        intent = entry.intent
        if isinstance(intent, CreateTagGroup):
            self._edit_new_group(entry, intent)
        elif isinstance(intent, UpdateTagGroup) and intent.name is not None:
            self._edit_group_name(entry, intent, intent.name)
        elif isinstance(intent, UpdateTagGroup) and intent.color is not None:
            self._page.commands.recolour()

    def _edit_new_group(self, entry: Entry, intent: CreateTagGroup) -> None:
        def taken(fixed: CreateTagGroup) -> None:
            self._page.edits.replace(entry.id, replace(fixed, local=intent.local), lambda: None)

        self._page.commands.ask_group(intent, entry.error, taken)

    def _edit_group_name(self, entry: Entry, intent: UpdateTagGroup, name: str) -> None:
        def check(text: str) -> None:
            check_group_name(text, self._account.collections.tag_groups, own=intent.group)

        def taken(text: str) -> None:
            fixed = replace(intent, name=text)
            self._page.edits.replace(entry.id, fixed, lambda: self._edit_group_name(entry, intent, text))

        why = sentence(entry.error) if entry.error else None
        self._page.commands.open_group_editor(name, check, taken, why)

    def _edit_shown(self) -> None:
        entry, line = self._shown(), self._page.pane.current()
        if entry is None:
            return
        if line is not None and _refused(line.mark) is entry:
            self.edit(line, column_of(entry))
        elif self._page.group is not None:
            self.edit_group(self._page.group)

    def _shown(self) -> Entry | None:
        line, group = self._page.pane.current(), self._page.group
        if self._page.showing != GROUP:
            return None
        of_tag = _refused(line.mark) if line is not None else None
        return of_tag or (_refused(group.mark) if group is not None else None)


def _refused(mark: Mark | None) -> Entry | None:
    return mark.entry if mark is not None and mark.refused else None
