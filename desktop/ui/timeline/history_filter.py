"""What a history is narrowed to: one word of a few."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.following.timeline import Section
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.flow import FlowLayout
from desktop.qt.translated import Translated
from desktop.ui.timeline.words import TimelineWords

_CHOICES: tuple[Section | None, ...] = (
    None,
    Section.RECORDS,
    Section.FOLLOW_UP,
    Section.STATUS,
    Section.OTHER,
)


class HistoryFilter(Translated, QWidget):
    """Words in a row, one of them chosen. `changed` when it is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TimelineWords(self)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=theme.SPACE[0])
        for place in range(len(_CHOICES)):
            button = Button("", self, kind="ghost")
            button.setCheckable(True)
            self._group.addButton(button, place)
            flow.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        self.retranslate()

    @property
    def section(self) -> Section | None:
        """What is shown, None: everything."""
        return _CHOICES[self._group.checkedId()]

    def choose(self, section: Section | None) -> None:
        """Show this part, None: everything."""
        self._group.button(_CHOICES.index(section)).setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("What is shown of the history"))
        for place, section in enumerate(_CHOICES):
            self._group.button(place).setText(self._words.section(section))

    def _on_toggled(self, _place: int, checked: bool) -> None:
        if checked:
            self.changed.emit()
