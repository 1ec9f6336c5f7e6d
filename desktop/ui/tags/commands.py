"""What the actions of the tags page do: they open editors, popups and dialogs, and submit what comes out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError
from desktop.domain.intents.intent import CreateTagGroup
from desktop.domain.tags.holders import Holders
from desktop.domain.tags.rules import check_group_name, check_param_name, check_tag_name
from desktop.qt.dialogs import open_dialog
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions, Verb
from desktop.ui.kit import Kit
from desktop.ui.tags.cell_editor import CellEditor
from desktop.ui.tags.choice_dialog import ChoiceDialog
from desktop.ui.tags.colour_popup import ColourPopup
from desktop.ui.tags.edits import new_token
from desktop.ui.tags.group_dialog import GroupDialog
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.regrouping import Regrouping
from desktop.ui.tags.removals import Removals
from desktop.ui.tags.scene import GroupLine, TagLine
from desktop.ui.tags.side import BROKEN, DUPLICATES, GROUP
from desktop.ui.tags.tag_pane import NAME, PARAM

if TYPE_CHECKING:
    from desktop.ui.tags.page import TagsPage

HEAD_VERBS: tuple[Verb, ...] = (
    verbs.NEW_TAG,
    verbs.RENAME_GROUP,
    verbs.RECOLOUR_GROUP,
    verbs.SWITCH_CHOICE,
    verbs.DELETE_GROUP,
)
"""What can be done with a group, in the order of its buttons."""

_ON_DRAFT = (verbs.RENAME_GROUP, verbs.DELETE_GROUP, verbs.RENAME_TAG, verbs.EDIT_PARAM, verbs.DELETE_TAG)
_ON_TAG = (
    verbs.RENAME_TAG,
    verbs.EDIT_PARAM,
    verbs.DELETE_TAG,
    verbs.TAG_CUSTOMERS,
    verbs.MERGE_TAGS,
    verbs.MOVE_TAGS,
    verbs.SPLIT_GROUP,
)


class TagCommands(QObject):
    """The actions of one tags page."""

    def __init__(self, page: "TagsPage", kit: Kit, account: TagAccount, actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._kit = kit
        self._account = account
        self._registry = actions
        self._actions: dict[Verb, QAction] = {}
        self._live = True
        self.removals = Removals(page, kit, account)
        self.regrouping = Regrouping(page, kit, account)
        add, side = self._add, page.side
        for verb, run in (
            (verbs.NEW_TAG, self.new_tag),
            (verbs.RECOLOUR_GROUP, self.recolour),
            (verbs.SWITCH_CHOICE, self.switch_choice),
        ):
            add(verb, run, page)
        add(verbs.RENAME_GROUP, self.rename_group, side.list)
        add(verbs.DELETE_GROUP, self.removals.delete_group, side.list)

    def add_actions(self) -> None:
        """Add the actions that need the rest of the page."""
        page, add = self._page, self._add
        add(verbs.TAGS_SEARCH, page.focus_search, page)
        add(verbs.NEW_GROUP, self.new_group, page)
        add(verbs.NEAR_DUPLICATES, lambda: page.open_finding(DUPLICATES), page)
        add(verbs.BROKEN_CHOICE, lambda: page.open_finding(BROKEN), page)
        table = page.pane.table
        add(verbs.RENAME_TAG, lambda: self.edit(NAME), table)
        add(verbs.EDIT_PARAM, lambda: self.edit(PARAM), table)
        add(verbs.DELETE_TAG, self.removals.delete_tags, table)
        add(verbs.MERGE_TAGS, self.regrouping.merge, table)
        add(verbs.MOVE_TAGS, self.regrouping.move, table)
        add(verbs.SPLIT_GROUP, self.regrouping.split, table)
        add(verbs.FIX_CHOICES, self.regrouping.fix, page)
        add(verbs.TAG_CUSTOMERS, self.show_customers, table)
        page.pane.edit_wanted.connect(self.edit)
        page.pane.new_wanted.connect(self.new_tag)
        page.pane.current_changed.connect(self.follow)
        page.side.new_wanted.connect(self.new_group)
        page.side.list.rename_wanted.connect(self.rename_group)
        page.right.new_wanted.connect(self.new_group)

    def work(self, live: bool) -> None:
        """Let the actions work, or no more: another page is shown."""
        self._live = live
        self._registry.enable(verbs.TAGS_SEARCH.section, live)
        self.follow()

    def follow(self) -> None:
        """Offer what can be done with what is chosen."""
        page = self._page
        group = page.group if page.showing == GROUP else None
        made = self._live and group is not None and not group.draft
        for verb in HEAD_VERBS:
            # What was refused can be corrected and given up, nothing else.
            corrects = self._live and group is not None and verb in _ON_DRAFT
            self._actions[verb].setEnabled(made or corrects)
        tag = page.pane.current() if group is not None else None
        for verb in _ON_TAG:
            works = tag is not None and (not tag.draft or verb in _ON_DRAFT)
            self._actions[verb].setEnabled(self._live and works)
        fixes = self._live and bool(self.regrouping.fixable())
        self._actions[verbs.FIX_CHOICES].setEnabled(fixes)

    def new_group(self) -> None:
        """Ask for a new group with its tags."""
        self._ask_group(None, None, self._page.edits.create_group)

    def new_tag(self, text: str = "") -> None:
        """Ask for the name of a new tag below the last one; the next follows until Esc."""
        page, group = self._page, self._page.group
        if group is None or group.draft:
            return
        page.show_view(GROUP)

        def check(name: str) -> None:
            check_tag_name(name, group.id, self._account.collections.tags)

        def taken(name: str) -> None:
            page.edits.create_tag(group.id, name, lambda: self.new_tag(name))
            page.refresh()
            self.new_tag()

        page.pane.edit_new(check, taken, text)

    def edit(self, column: int) -> None:
        """Edit the current tag's name or parameter name where it stands."""
        line = self._page.pane.current()
        if line is not None:
            refusals = self._page.refusals
            if line.draft or refusals.is_about(line, column):
                refusals.edit(line, column)
            else:
                self.open_editor(line, column)

    def open_editor(self, line: TagLine, column: int, text: str | None = None) -> None:
        """Edit a cell of a tag, beginning with `text` when it is given."""
        name, param = line.tag.name, line.tag.param_name
        tags, edits = self._account.collections.tags, self._page.edits

        def lost(text: str) -> Callable[[], None]:
            return lambda: self.open_editor(line, column, text)

        def check_name(text: str) -> None:
            check_tag_name(text, line.tag.group_id, tags, own=line.id)

        def check_param(text: str) -> None:
            check_param_name(text, tags, own=line.id)

        def rename(text: str) -> None:
            edits.update_tag(line.id, lost(text), name=text)

        def set_param(text: str) -> None:
            edits.update_tag(line.id, lost(text), param_name=text)

        pane = self._page.pane
        editor = (
            pane.edit(NAME, name, check_name, rename)
            if column == NAME
            else pane.edit(PARAM, param, check_param, set_param)
        )
        if text is not None:
            editor.setText(text)

    def rename_found(self, tag_id: str) -> None:
        """Go to a tag that was found and edit its name."""
        if self._page.go_to_tag(tag_id):
            self.edit(NAME)

    def rename_group(self, text: str | None = None) -> None:
        """Edit the chosen group's name in the list, beginning with `text` when it is given."""
        page, group = self._page, self._page.group
        if group is None:
            return
        if group.draft:
            page.refusals.edit_group(group)
            return

        def check(name: str) -> None:
            check_group_name(name, self._account.collections.tag_groups, own=group.id)

        def taken(name: str) -> None:
            page.edits.rename_group(group.id, name, lambda: self.rename_group(name))

        editor = self.open_group_editor(group.group.name, check, taken, None)
        if text is not None:
            editor.setText(text)

    def open_group_editor(
        self, text: str, check: Callable[[str], None], taken: Callable[[str], None], refused: str | None
    ) -> CellEditor:
        """Edit the current group's name over its line."""
        side = self._page.side
        words = self.tr("Name of the group")
        editor = CellEditor(text, words, check, self._kit.look, side, refused=refused)
        editor.taken.connect(taken)
        editor.closed.connect(side.list.setFocus)
        side.open_editor(editor)
        return editor

    def recolour(self) -> None:
        """Choose another colour for the group."""
        page, group = self._page, self._page.group
        if group is None or group.draft:
            return
        first = next(iter(page.scene.tags.get(group.id, ())), None)
        sample = first.tag.name if first else group.group.name
        popup = ColourPopup(group.group.color, sample, self._kit, page.window())
        popup.chosen.connect(lambda colour: page.edits.recolour_group(group.id, colour))
        popup.open_at(page.pane.head.buttons[verbs.RECOLOUR_GROUP.name], align_right=True)

    def switch_choice(self) -> None:
        """Allow one tag of the group only, or several; who would break the rule is told before."""
        page, group = self._page, self._page.group
        if group is None or group.draft:
            return
        if not group.group.multiple:
            page.edits.switch_choice(group.id, multiple=True)
            return

        def answer(holders: Holders) -> None:
            def switch() -> None:
                page.edits.switch_choice(group.id, multiple=False)

            if holders.total:
                dialog = ChoiceDialog(group.group.name, holders, self._kit, page.window())
                open_dialog(dialog, switch)
            else:
                switch()

        self._account.tag_holders(self._tags_of(group), answer, least=2)

    def show_customers(self) -> None:
        """Show who has the current tag."""
        line = self._page.pane.current()
        if line is not None:
            self._page.customers_wanted.emit(line.id)

    def _add(self, verb: Verb, run: Callable[..., object], scope: QWidget) -> None:
        self._actions[verb] = self._registry.add(verb, run, scope)

    def _tags_of(self, group: GroupLine) -> list[str]:
        return [line.id for line in self._page.scene.tags.get(group.id, ())]

    def _ask_group(
        self,
        draft: CreateTagGroup | None,
        error: AppError | None,
        taken: Callable[[CreateTagGroup, Callable[[], None]], None],
    ) -> None:
        groups = self._account.collections.tag_groups
        dialog = GroupDialog(groups, self._kit, new_token(), self._page.window(), draft=draft, error=error)

        def submit() -> None:
            intent = dialog.intent
            taken(intent, lambda: self._ask_group(intent, None, taken))
            self._page.follow_new(intent.local)

        open_dialog(dialog, submit)

    def ask_group(
        self, draft: CreateTagGroup, error: AppError | None, taken: Callable[[CreateTagGroup], None]
    ) -> None:
        """Ask again for a group that was refused."""
        self._ask_group(draft, error, lambda intent, _lost: taken(intent))
