"""The fields of a form, section by section, over what a record says and what the user entered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.json import Json
from desktop.qt import theme
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.region import RegionEditor
from desktop.ui.form.section import Cell, FormSection
from desktop.ui.form.sheet import CUSTOM, Sheet, Values
from desktop.ui.form.values import fields_of, plain


class SheetView(QScrollArea):
    """Editors in sections. `edited` with the name of an editor at every change by a person, "" for several.

    `words` returns what a value of a field reads like.
    """

    edited = Signal(str)

    def __init__(self, words: Callable[[str, Json], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.sections: list[FormSection] = []
        self.cells: dict[str, Cell] = {}
        self._sheet = Sheet({}, {})
        self._context: Mapping[str, FieldValue] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget(self)
        self.setWidget(self.body)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(theme.SPACE[3], theme.SPACE[2], theme.SPACE[3], theme.SPACE[3])
        self._column.setSpacing(theme.SPACE[1])
        self._column.addStretch(1)

    @property
    def sheet(self) -> Sheet:
        """What the form holds."""
        return self._sheet

    @property
    def editors(self) -> list[FieldEditor]:
        """Every editor in order."""
        return [cell.editor for cell in self.cells.values()]

    def add_section(self, section: FormSection, editors: Sequence[FieldEditor]) -> None:
        """Put a section at the end."""
        for editor in editors:
            cell = section.add(editor)
            self.cells[editor.name] = cell
            editor.edited.connect(lambda name=editor.name: self._on_edited(name))
            cell.taken.connect(lambda name=editor.name: self._take_theirs(name))
            cell.show_theirs(None)
        section.place()
        section.setVisible(bool(editors) or not section.note.isHidden())
        self.sections.append(section)
        self._column.insertWidget(self._column.count() - 1, section)

    def begin(self, base: Values, context: Mapping[str, FieldValue] | None = None) -> None:
        """Show a record from the start; `base` holds a value for every field of the editors.

        `context` is the whole record: some editors show more of it than they edit.
        """
        self._context = context or {}
        self._sheet = Sheet({name: cell.editor.fields for name, cell in self.cells.items()}, base)
        for name in self.cells:
            self._load(name)

    def follow(self, base: Values, context: Mapping[str, FieldValue] | None = None) -> None:
        """Take a newer record: untouched fields follow, touched ones say what it has now."""
        self._context = context or {}
        shown = set(self._sheet.follow(base))
        for name in self.cells:
            if name in shown and name not in self._sheet.touched:
                self._load(name)
            else:
                self._say_theirs(name)

    def restore(self, kept: Json) -> list[str]:
        """Show what was entered another time; return the fields that differ from the record."""
        restored = self._sheet.restore(kept)
        for name in restored:
            self._enter(name)
        return restored

    def enter(self, values: Values) -> None:
        """Show values as if the user had entered them."""
        for name, cell in self.cells.items():
            if not values.keys().isdisjoint(cell.editor.fields):
                self._sheet.put(name, {**self._sheet.shown(name), **values})
                self._enter(name)

    def names_changed(self) -> None:
        """Name what is chosen anew: the small tables changed."""
        for editor in self.editors:
            if isinstance(editor, ChoiceEditor | RegionEditor):
                editor.choices_changed()

    def take_back(self) -> None:
        """Show the record alone: what was entered goes."""
        for name in self._sheet.touched:
            self._sheet.take_back(name)
            self._load(name)

    def value(self, field: str) -> Json:
        """Return what stands in a field now."""
        name = self.place_of(field)
        return self._sheet.shown(name).get(field) if name else None

    def place_of(self, field: str) -> str:
        """Return the name of the editor that a field stands in, "" for none."""
        return next((name for name, cell in self.cells.items() if field in cell.editor.fields), "")

    def wrong(self) -> list[str]:
        """Reveal and return the editors whose value cannot be saved."""
        for editor in self.editors:
            editor.reveal()
        return [name for name, cell in self.cells.items() if cell.editor.problem()]

    def tell(self, problems: Mapping[str, str]) -> list[str]:
        """Say at each field what is against it; return the editors that say something."""
        told = []
        for field, text in problems.items():
            name = self.place_of(field)
            if name:
                self.cells[name].editor.set_problem(text)
                told.append(name)
        return told

    def go_to(self, name: str) -> None:
        """Give the focus to an editor and bring it into sight."""
        for section in self.sections:
            if self.cells[name] in section.cells:
                section.unfold()
        editor = self.cells[name].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.cells[name], 0, theme.SPACE[4])

    def _on_edited(self, name: str) -> None:
        editor = self.cells[name].editor
        if editor.changed:
            values = editor.values()
            self._sheet.put(name, {field: plain(values.get(field)) for field in editor.fields})
        else:
            self._sheet.take_back(name)
        self._say_theirs(name)
        self.edited.emit(name)

    def _take_theirs(self, name: str) -> None:
        self._sheet.take_back(name)
        self._load(name)
        self.go_to(name)
        self.edited.emit(name)

    def _load(self, name: str) -> None:
        editor = self.cells[name].editor
        # A custom field comes with what the server calls its value: from the record.
        others = {field: value for field, value in self._context.items() if field not in editor.fields}
        base = self._sheet.base(name)
        editor.load(others if name.startswith(CUSTOM) else {**others, **fields_of(base)})
        if name in self._sheet.touched:
            self._enter(name)
        self._say_theirs(name)

    def _enter(self, name: str) -> None:
        self.cells[name].editor.enter(fields_of(self._sheet.shown(name)))
        self._say_theirs(name)

    def _say_theirs(self, name: str) -> None:
        cell = self.cells[name]
        if not self._sheet.moved(name):
            cell.show_theirs(None)
            return
        base = self._sheet.base(name)
        cell.show_theirs(" ".join(text for field, value in base.items() if (text := self._words(field, value))))
