"""What setting a stage means: one of four, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.domain.following.behaviour import StageKind
from desktop.qt.buttons import Button
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.staging.wording import LOOKS, kind_text

OFFERED = (StageKind.PROCESS, StageKind.ORDER_WON, StageKind.ORDER_LOST, StageKind.INVALID)


class KindChoice(Translated, QWidget):
    """A step of the process, or how the case ended. `chosen` when another one is taken."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._buttons: dict[StageKind, Button] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
        row.setSpacing(2)
        for kind in OFFERED:
            button = Button("", self, kind="ghost", icon=kit.icons.icon(LOOKS[kind][0], tone=LOOKS[kind][1]))
            button.setCheckable(True)
            self._group.addButton(button, kind.value)
            self._buttons[kind] = button
            row.addWidget(button, 1)
        self._group.idClicked.connect(lambda _id: self.chosen.emit())
        self.choose(StageKind.PROCESS)
        self.retranslate()

    @property
    def kind(self) -> StageKind:
        """What is chosen."""
        return StageKind(self._group.checkedId())

    def choose(self, kind: StageKind) -> None:
        """Choose one; it is where Tab stops."""
        self._buttons[kind].setChecked(True)
        for each, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is kind else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour by Left and Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = min(max(OFFERED.index(self.kind) + step, 0), len(OFFERED) - 1)
        self.choose(OFFERED[place])
        self._buttons[self.kind].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        for kind, button in self._buttons.items():
            button.setText(kind_text(kind))
        self.setAccessibleName(self.tr("What the stage means"))
