"""All shortcuts on one sheet, section by section."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.room import take_room
from desktop.qt.translated import Translated
from desktop.ui.actions.registry import Actions, Section, Verb, keys_text, section_title, text_of

_SIZE = (760, 560)


class ShortcutSheet(Translated, QDialog):
    """Lists every action that has keys."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        take_room(self, _SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = PlainLabel(parent=self, type="title")
        self._title.setContentsMargins(theme.SPACE[1], 0, 0, 0)
        self._area = QScrollArea(self)
        self._area.setProperty("ring", True)
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[4], theme.SPACE[1], theme.SPACE[3])
        column.setSpacing(theme.SPACE[3])
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("All shortcuts"))
        self._title.setText(self.tr("All shortcuts"))
        self._area.setAccessibleName(self.windowTitle())
        self._area.setWidget(self._sheet())

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(theme.SPACE[1], theme.SPACE[0], theme.SPACE[3], theme.SPACE[0])
        columns.setSpacing(theme.SPACE[5])
        halves = [QVBoxLayout(), QVBoxLayout()]
        for half in halves:
            half.setSpacing(theme.SPACE[4])
            columns.addLayout(half, 1)
        heights = [0, 0]
        for section in self._sections():
            shorter = heights.index(min(heights))
            halves[shorter].addLayout(self._block(section, sheet))
            heights[shorter] += 2 + sum(verb.section is section for verb in self._with_keys())
        for half in halves:
            half.addStretch(1)
        return sheet

    def _sections(self) -> list[Section]:
        with_keys = {verb.section for verb in self._with_keys()}
        return [section for section in Section if section in with_keys]

    def _with_keys(self) -> list[Verb]:
        return [verb for verb in self._actions.verbs() if self._actions.keys(verb)]

    def _block(self, section: Section, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE[3])
        grid.setVerticalSpacing(theme.SPACE[1])
        grid.setColumnStretch(0, 1)
        grid.addWidget(PlainLabel(section_title(section), parent, strong=True), 0, 0, 1, 2)
        verbs = [verb for verb in self._with_keys() if verb.section is section]
        for row, verb in enumerate(verbs, 1):
            grid.addWidget(PlainLabel(text_of(verb), parent, wrap=True), row, 0)
            keys = PlainLabel(keys_text(self._actions.keys(verb)), parent, type="secondary", tone="secondary")
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return grid
