"""The tags of the chosen group: its head, what was refused, the table, and editing in place."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.rows import RowsModel
from desktop.qt.states import EmptyState
from desktop.qt.strokes import GUTTER
from desktop.qt.table import DataTable
from desktop.qt.translated import Translated
from desktop.ui.actions.registry import Verb
from desktop.ui.kit import Kit
from desktop.ui.tags.cell_editor import CellEditor
from desktop.ui.tags.group_head import GroupHead
from desktop.ui.tags.refusal_bar import RefusalBar
from desktop.ui.tags.scene import GroupLine, TagLine
from desktop.ui.tags.tag_columns import TagColumns
from desktop.ui.tags.tag_source import TagSource

NAME, PARAM = 0, 1
"""The columns that are edited in place."""


class TagPane(Translated, QWidget):
    """Shows a group and its tags. `new_wanted` from the empty group, `edit_wanted(column)` on Enter."""

    new_wanted = Signal()
    edit_wanted = Signal(int)
    context_asked = Signal(QPoint)
    current_changed = Signal()

    def __init__(self, kit: Kit, actions: Mapping[Verb, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._group: GroupLine | None = None
        self.source = TagSource()
        self._columns = TagColumns(kit.formats)
        self.rows = RowsModel(self.source, self._columns.all(), self)
        self.table = DataTable(kit.look, kit.icons, kit.chips, self)
        self.table.set_rows(self.rows)
        self.head = GroupHead(kit, actions, self)
        self.refusal = RefusalBar(kit, self)
        self._empty = EmptyState(kit.look, kit.icons, self, icon="tag")
        self._editor: CellEditor | None = None
        self._lay_out()
        self.table.opened.connect(lambda _id: self.edit_wanted.emit(self._column()))
        self.table.context_asked.connect(self.context_asked)
        self.table.sort_asked.connect(self._on_sort)
        self.table.current_moved.connect(lambda _id: self.current_changed.emit())
        self._empty.acted.connect(self.new_wanted)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.retranslate()

    def show_tags(self, group: GroupLine, lines: tuple[TagLine, ...]) -> None:
        """Show a group with these of its tags; the current tag stays current while it is there."""
        other = self._group is None or self._group.id != group.id
        self._group = group
        current = self.table.current_row()
        column = self._column()
        self.head.show_group(group)
        self.source.show(lines, group.group.color)
        place = self.source.place(current.id) if current is not None and not other else -1
        if place >= 0:
            self.table.go_to(place, column)
        elif lines:
            self.table.go_to(0, NAME)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.current_changed.emit()

    def current(self) -> TagLine | None:
        """Return the current tag's line."""
        index = self.table.currentIndex()
        return self.source.line(index.row()) if index.isValid() and self._stack.currentIndex() == 0 else None

    def targets(self) -> list[TagLine]:
        """Return what an action acts on: the selected tags, else the current one."""
        chosen = self.table.target()
        lines = (self.source.line(place) for place in range(self.source.count))
        return [line for line in lines if line is not None and line.id in chosen]

    def go_to(self, tag_id: str) -> bool:
        """Make a tag current; False when it is not listed."""
        place = self.source.place(tag_id)
        if place >= 0:
            self.table.go_to(place, NAME)
        return place >= 0

    def edit(
        self,
        column: int,
        text: str,
        check: Callable[[str], None],
        taken: Callable[[str], None],
        *,
        refused: str | None = None,
    ) -> CellEditor:
        """Edit a cell of the current tag in place."""
        index = self.rows.index(self.table.currentIndex().row(), column)
        self.table.setCurrentIndex(index)
        editor = self._open(text, self.rows.columns[column].title, check, taken, refused)
        editor.stepped.connect(lambda _step: self.edit_wanted.emit(PARAM if column == NAME else NAME))
        editor.open_at(self._mapped(self.table.visualRect(index), column))
        return editor

    def edit_new(self, check: Callable[[str], None], taken: Callable[[str], None], text: str = "") -> CellEditor:
        """Edit the name of a tag that is not there yet, below the last."""
        self._stack.setCurrentIndex(0)
        self.table.scrollToBottom()
        editor = self._open(text, self.tr("Name of the new tag"), check, taken, None)
        editor.setPlaceholderText(self.tr("Name of the new tag"))
        editor.closed.connect(lambda: self._stack.setCurrentIndex(0 if self.source.count else 1))
        last = self.table.visualRect(self.rows.index(self.source.count - 1, NAME))
        height = self._kit.look.row_height
        top = last.bottom() + 1 if self.source.count else 0
        top = min(top, self.table.viewport().height() - height)
        width = self.table.columnWidth(NAME)
        editor.open_at(self._mapped(QRect(0, top, width, height), NAME))
        return editor

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited."""
        return self._editor is not None

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.table.setAccessibleName(self.tr("Tags of the group"))
        self.rows.set_columns(self._columns.all())
        text = self.tr("Type a name and press Enter; the next one follows at once.")
        self._empty.say(self.tr("No tags in this group yet"), text, self.tr("New tag"))

    def _open(
        self,
        text: str,
        name: str,
        check: Callable[[str], None],
        taken: Callable[[str], None],
        refused: str | None,
    ) -> CellEditor:
        editor = CellEditor(text, name, check, self._kit.look, self, refused=refused)
        self._editor = editor

        def closed() -> None:
            if self._editor is editor:
                self._editor = None
            self.table.setFocus()

        editor.closed.connect(closed)
        editor.taken.connect(taken)
        return editor

    def _mapped(self, area: QRect, column: int) -> QRect:
        corner = self.table.viewport().mapTo(self, area.topLeft())
        return QRect(corner, area.size()).adjusted(GUTTER - theme.SPACE[1] if column == NAME else 0, 0, 0, 0)

    def _column(self) -> int:
        return PARAM if self.table.currentIndex().column() == PARAM else NAME

    def _on_sort(self, key: str, descending: bool) -> None:
        self.source.sort(key, descending=descending)
        self.table.set_sort(key, descending=descending)

    def _on_scrolled(self) -> None:
        if self._editor is not None and self._editor.take():
            self._editor = None

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.refusal)
        column.addLayout(self._stack, 1)
