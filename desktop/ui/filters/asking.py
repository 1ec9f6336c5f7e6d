"""Asks for filters: the list of all of them, then the editor of the one chosen, at the place of the action."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.query import Condition
from desktop.qt.choices import Choice
from desktop.qt.picker import PickerPopup
from desktop.qt.popup import Popup
from desktop.ui.customers.query_state import QueryState
from desktop.ui.filters.bar import FilterBar
from desktop.ui.filters.catalogue import FILTERS, Filter, Shape, existing, filter_of
from desktop.ui.filters.choosing import ChoiceEditing
from desktop.ui.filters.editors import Editor, TextEditor, TimeEditor, YesNoEditor
from desktop.ui.filters.popup import EditorPopup
from desktop.ui.kit import Kit
from desktop.ui.wording.lookup import Lookup

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

    def choose(self) -> None:
        """Open the list of every filter."""
        picker = PickerPopup(self._kit.look, self._kit.icons, self._bar)
        picker.set_title(self.tr("Filter by…"))
        picker.set_choices([_choice(entry) for entry in FILTERS])
        picker.picked.connect(self._picked)
        picker.closed.connect(picker.deleteLater)
        picker.open_at(self._bar.add_button)

    def edit(self, condition: Condition) -> None:
        """Open the editor of a condition in force."""
        entry = filter_of(condition)
        if entry is not None:
            self._open(entry, condition)

    def _picked(self, key: str) -> None:
        entry = next(entry for entry in FILTERS if entry.key == key)
        self._open(entry, existing(self._state.query.where, entry))

    def _open(self, entry: Filter, old: Condition | None) -> None:
        anchor: QWidget = (self._bar.chip(old) if old else None) or self._bar.add_button
        self._popup(entry, old).open_at(anchor)

    def _popup(self, entry: Filter, old: Condition | None) -> Popup:
        if entry.shape in _EDITORS:
            editor: Editor = _EDITORS[entry.shape](entry, old)
            editor.applied.connect(lambda new: self._state.put(old, new))
            return EditorPopup(editor, self._kit.look, self._bar)
        editing = ChoiceEditing(entry, old, self._lookup, self._state.put, self._bar)
        picker = editing.picker(self._kit, self._bar)
        picker.closed.connect(editing.deleteLater)
        return picker


def _choice(entry: Filter) -> Choice:
    # The English name is matched too, whatever language is shown.
    section = QCoreApplication.translate("Filters", entry.part.value)
    return Choice(entry.key, entry.title, section, keywords=entry.key.replace("_", " "))
