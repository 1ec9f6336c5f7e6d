"""The left side of the page: search, groups, and the two lists of what should be put in order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.customers.search_field import SearchField
from desktop.ui.kit import Kit
from desktop.ui.tags.cell_editor import CellEditor
from desktop.ui.tags.group_list import GroupList

GROUP, DUPLICATES, BROKEN = "group", "duplicates", "broken"
"""What the right side shows."""


class TagSearch(SearchField):
    """The search over groups and tags."""

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setPlaceholderText(self.tr("Search groups and tags…"))
        self.setAccessibleName(self.tr("Search tags"))


class Side(Translated, QFrame):
    """The groups. `view_wanted(name)` from the two lists below them, `new_wanted` from the button."""

    view_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._figures = {DUPLICATES: 0, BROKEN: 0}
        self.search = TagSearch(kit.look, kit.icons, self)
        self.list = GroupList(kit, self)
        self._nothing = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self._nothing.setContentsMargins(theme.SPACE[2], theme.SPACE[1], theme.SPACE[2], 0)
        self._nothing.hide()
        self.new_group = Button("", self, kind="ghost")
        self.finds = {name: self._find_button(name) for name in self._figures}
        self._lay_out()
        self.new_group.clicked.connect(self.new_wanted)
        kit.look.changed.connect(self._take_look)
        self._take_look()
        self.retranslate()

    def show_figures(self, duplicates: int, broken: int) -> None:
        """Show how many findings there are."""
        self._figures = {DUPLICATES: duplicates, BROKEN: broken}
        self._name_finds()

    def show_view(self, name: str) -> None:
        """Mark what the right side shows."""
        for key, button in self.finds.items():
            button.setChecked(key == name)

    def show_nothing(self, nothing: bool) -> None:
        """Say that the search found nothing."""
        self._nothing.setVisible(nothing)

    def open_editor(self, editor: CellEditor) -> None:
        """Show an editor over the current group's name."""
        area = self.list.name_area()
        area.moveTopLeft(self.list.viewport().mapTo(self, area.topLeft()))
        editor.open_at(area)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Tag groups"))
        self._nothing.setText(self.tr("No group or tag answers the search."))
        self.new_group.setText(self.tr("New group"))
        self._name_finds()

    def _name_finds(self) -> None:
        texts = {DUPLICATES: self.tr("Near-duplicates"), BROKEN: self.tr("Broken single choice")}
        for name, button in self.finds.items():
            count = self._kit.formats.number(self._figures[name])
            text = f"{texts[name]} · {count}" if self._figures[name] else texts[name]
            button.setText(text)
            button.setAccessibleName(f"{texts[name]}, {count}")

    def _find_button(self, name: str) -> QPushButton:
        button = Button("", self, kind="ghost")
        button.setCheckable(True)
        button.setStyleSheet("text-align: left;")
        button.clicked.connect(lambda: self.view_wanted.emit(name))
        return button

    def _take_look(self) -> None:
        icons = {DUPLICATES: "merge", BROKEN: "warning"}
        for name, button in self.finds.items():
            button.setIcon(self._kit.icons.icon(icons[name]))
        self.new_group.setIcon(QIcon(self._kit.icons.icon("plus")))

    def _lay_out(self) -> None:
        foot = QFrame(self)
        foot.setProperty("line", "top")
        below = QVBoxLayout(foot)
        below.setContentsMargins(theme.SPACE[1], theme.SPACE[1], theme.SPACE[1], theme.SPACE[1])
        below.setSpacing(theme.SPACE[0] // 2)
        for button in self.finds.values():
            below.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(theme.SPACE[3], 0, theme.SPACE[2], theme.SPACE[1])
        top.addWidget(self.search)
        row = QVBoxLayout()
        row.setContentsMargins(theme.SPACE[1], 0, theme.SPACE[1], theme.SPACE[0])
        row.addWidget(self.new_group, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(foot)
