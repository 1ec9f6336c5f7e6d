"""The popup that recolours a group."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.popup import Popup
from desktop.qt.room import roomy
from desktop.ui.kit import Kit
from desktop.ui.tags.colour_picker import ColourPicker


class ColourPopup(Popup):
    """Asks for another colour than `colour` (as the server sent it); `chosen` gives it as "#RRGGBB"."""

    chosen = Signal(str)

    def __init__(self, colour: str, sample: str, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit.look, parent)
        self.setAccessibleName(self.tr("Colour of the group"))
        self._start = colour
        self.picker = ColourPicker(colour, sample, kit, self)
        self._apply = Button(self.tr("Recolour"), self, kind="primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._apply)
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme.SPACE[2],) * 4)
        inner.setSpacing(theme.SPACE[1])
        inner.addWidget(self.picker)
        inner.addLayout(row)
        self.body.addLayout(inner)
        self.setFixedWidth(roomy(320))
        self._apply.clicked.connect(self._take)
        self.picker.entered.connect(self._take)
        self.picker.field.returnPressed.connect(self._take)
        self.picker.changed.connect(self._refresh)
        self.closed.connect(self.deleteLater)
        self._refresh()

    def _take_focus(self) -> None:
        self.picker.take_focus()

    def _refresh(self) -> None:
        self._apply.setEnabled(bool(self.picker.colour) and self.picker.colour != self._start)
        self._apply.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _take(self) -> None:
        if self._apply.isEnabled():
            colour = self.picker.colour
            self.close_popup()
            self.chosen.emit(colour)
