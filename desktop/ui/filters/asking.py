"""Asks for filters: the list of all of them, then the editor of the one chosen, at the place of the action."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.query import Condition
from desktop.qt.table import DataTable
from desktop.ui.customers.query_state import QueryState
from desktop.ui.filters.bar import FilterBar
from desktop.ui.filters.catalogue import FILTERS, Filter, Shape, existing, filter_of
from desktop.ui.filters.editors import Editor, TextEditor, TimeEditor, YesNoEditor
from desktop.ui.filters.popup import EditorPopup
from desktop.ui.kit import Kit
from desktop.ui.lookup import Lookup

_EDITORS: dict[Shape, type[TextEditor] | type[TimeEditor] | type[YesNoEditor]] = {
    Shape.TEXT: TextEditor,
    Shape.TIME: TimeEditor,
    Shape.YES_NO: YesNoEditor,
    Shape.FILLED: YesNoEditor,
}


class FilterAsking(QObject):
    """Opens the popups of the filter bar and puts what they answer into the query."""

    def __init__(self, bar: FilterBar, state: QueryState, lookup: Lookup, kit: Kit) -> None:
        super().__init__(bar)
        self._bar = bar
        self._state = state
        self._lookup = lookup
        self._kit = kit
        bar.add_wanted.connect(self.choose)
        bar.edit_wanted.connect(self._edit)

    def choose(self) -> None:
        """Open the list of every filter."""
        menu = QMenu(self._bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in FILTERS:
            if entry.shape in _EDITORS:
                menu.addAction(entry.title).triggered.connect(lambda _=False, entry=entry: self._open(entry, None))
        menu.popup(self._bar.add_button.mapToGlobal(QPoint(0, self._bar.add_button.height())))

    def choose_columns(self, table: DataTable, anchor: QWidget) -> None:
        """Open the list of columns."""
        menu = QMenu(anchor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = table.arrangement.shown()
        for column in table.rows.columns[1:]:
            entry = menu.addAction(column.title)
            entry.setCheckable(True)
            entry.setChecked(column.name in shown)
            entry.toggled.connect(lambda on, name=column.name: table.arrangement.set_shown(name, on))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _edit(self, condition: Condition) -> None:
        entry = filter_of(condition)
        if entry is not None:
            self._open(entry, condition)

    def _open(self, entry: Filter, condition: Condition | None) -> None:
        old = condition or existing(self._state.query.where, entry)
        editor: Editor = _EDITORS[entry.shape](entry, old)
        editor.applied.connect(lambda new: self._state.put(old, new))
        anchor = (self._bar.chip(old) if old else None) or self._bar.add_button
        EditorPopup(editor, self._bar).open_under(anchor)
