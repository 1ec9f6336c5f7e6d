"""What stands in place of the columns when there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Kit
from desktop.ui.nothing import NothingPulled
from desktop.workspace.status import Status


class NoStages(NothingPulled):
    """Says why there are no stages, and offers to pull."""

    pull_wanted = Signal()

    def __init__(self, kit: Kit, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(kit, status, parent)
        self.acted.connect(self.pull_wanted)
        self.retried.connect(self.pull_wanted)

    def show_coming(self) -> None:
        """Say that the first pull brings them."""
        text = self.tr("They come with the first pull.")
        self.show_empty(self.tr("The stages are on their way"), text, icon="download")

    def show_none(self) -> None:
        """Say where they are made."""
        text = self.tr("Follow-up stages are made in the Sobot console. They come here with the next pull.")
        self.show_empty(self.tr("No follow-up stages yet"), text, self.tr("Pull now"), icon="board")
