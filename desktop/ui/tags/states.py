"""What stands in place of the groups when there are none: empty, on their way, or broken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.nothing import NothingPulled
from desktop.workspace.status import Status


class NoGroups(NothingPulled):
    """Says why there are no groups, and offers to make one, or to pull."""

    new_wanted = Signal()
    pull_wanted = Signal()

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(kit, status, parent)
        self.acted.connect(self.new_wanted)
        self.retried.connect(self.pull_wanted)

    def show_coming(self) -> None:
        """Say that the first pull brings them."""
        text = self.tr("They come with the first pull.")
        self.show_empty(self.tr("The tags are on their way"), text, icon="download")

    def show_none(self) -> None:
        """Say what a group is."""
        text = self.tr("A group holds tags of one kind, such as “Intent” or “Channel”, in one colour.")
        self.show_empty(self.tr("No tag groups yet"), text, self.tr("New group"), icon="tags")
