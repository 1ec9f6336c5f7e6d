"""The right side of the tags page: a group's tags, what was found, or why there is nothing."""

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.edits.fold import Groups, Tags
from desktop.domain.tags.neardup import NearDuplicate
from desktop.ui.kit import Kit
from desktop.ui.tags.counting import Broken
from desktop.ui.tags.findings import BrokenView, DuplicatesView
from desktop.ui.tags.scene import Counts
from desktop.ui.tags.states import NoGroups
from desktop.workspace.status import Status


class RightSide(QStackedWidget):
    """Holds what its owner adds, and the rest of what can stand there: made when it is first shown or asked for.

    Their signals are handed on: `merge_wanted(ids)`, `tag_wanted(id)`, `fixed(RemoveTags)`, `new_wanted`,
    `pull_wanted`.
    """

    merge_wanted = Signal(object)
    tag_wanted = Signal(str)
    fixed = Signal(object)
    new_wanted = Signal()
    pull_wanted = Signal()

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._status = status

    @cached_property
    def duplicates(self) -> DuplicatesView:
        """The near-duplicates."""
        view = DuplicatesView(self._kit, self)
        view.merge_wanted.connect(self.merge_wanted)
        view.tag_wanted.connect(self.tag_wanted)
        self.addWidget(view)
        return view

    @cached_property
    def broken(self) -> BrokenView:
        """Who breaks a single choice."""
        view = BrokenView(self._kit, self)
        view.fixed.connect(self.fixed)
        self.addWidget(view)
        return view

    @cached_property
    def nothing(self) -> NoGroups:
        """What stands there without any groups."""
        view = NoGroups(self._kit, self._status, self)
        view.new_wanted.connect(self.new_wanted)
        view.pull_wanted.connect(self.pull_wanted)
        self.addWidget(view)
        return view

    def show_status(self, status: Status) -> None:
        """Learn what the account is doing."""
        self._status = status
        shown = self.currentWidget()
        if isinstance(shown, NoGroups):
            shown.show_status(status)

    def show_pairs(self, pairs: tuple[NearDuplicate, ...], groups: Groups, counts: Counts) -> None:
        """Show the near-duplicates."""
        self.duplicates.show_pairs(pairs, groups, counts)
        self.setCurrentWidget(self.duplicates)

    def show_broken(self, broken: Broken, groups: Groups, tags: Tags) -> None:
        """Show who breaks a single choice."""
        self.broken.show_broken(broken, groups, tags)
        self.setCurrentWidget(self.broken)

    def show_nothing(self) -> None:
        """Show why there are no groups."""
        self.nothing.show_status(self._status)
        self.setCurrentWidget(self.nothing)
