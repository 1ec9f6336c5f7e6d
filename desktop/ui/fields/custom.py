"""Editors of custom fields, one for each type of the dictionary."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.customers import custom_rules as rules
from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, refused, warned
from desktop.domain.dictionaries import CustomField
from desktop.qt.choices import Choice
from desktop.qt.search_combo import SearchCombo
from desktop.ui.fields.boxes import BoxesEditor
from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.day import DayEditor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import LineEditor, mark
from desktop.ui.fields.many import ManyEditor
from desktop.ui.fields.note import NoteEditor
from desktop.ui.fields.titles import CUSTOM
from desktop.ui.kit import Kit

_MANY = 24
"""Check boxes up to so many options; more are taken from a list."""
_FEW = 6
"""Radio buttons up to so many options; more are found by searching."""


def custom_editor(field: CustomField, context: FieldContext, parent: QWidget | None = None) -> FieldEditor:
    """Return the editor of a custom field, called "custom:<its id>".

    Its `value()` is the text that is submitted; it takes that text or a `CustomValue`, whose reading names an
    option that was removed. A type the document does not know is shown, kept and cannot be changed.
    """
    made = _made(field, context, parent)
    made.set_title(field.name or field.id)
    made.set_hint(field.remark)
    return made


def _made(field: CustomField, context: FieldContext, parent: QWidget | None) -> FieldEditor:
    name, kit, required = CUSTOM + field.id, context.kit, field.required
    match field.type:
        case rules.TEXT:
            return LineEditor(name, kit, parent, required=required)
        case rules.LINES:
            return NoteEditor(name, kit, parent, required=required)
        case rules.DATE:
            return DayEditor(name, kit, parent, required=required)
        case rules.TIME | rules.NUMBER:
            return _checked_line(field, context, parent)
    return _chosen(field, context, parent) if field.type in rules.CHOSEN else UnknownEditor(name, kit, parent)


def _chosen(field: CustomField, context: FieldContext, parent: QWidget | None) -> FieldEditor:
    name, kit, options, required = CUSTOM + field.id, context.kit, field.options, field.required
    if field.type == rules.CHECK_BOXES and len(options) > _MANY:
        return ManyEditor(name, kit, options, context.spelling, parent, required=required)
    if field.type == rules.CHECK_BOXES:
        return BoxesEditor(name, kit, options, parent, required=required)
    if field.type == rules.RADIO and len(options) <= _FEW:
        return BoxesEditor(name, kit, options, parent, required=required, single=True)
    return OptionEditor(field, context, parent)


def _checked_line(field: CustomField, context: FieldContext, parent: QWidget | None) -> LineEditor:
    made = LineEditor(
        CUSTOM + field.id,
        context.kit,
        parent,
        required=field.required,
        check=lambda text: rules.check_custom(field.type, text),
        tidy=lambda text: rules.tidy_custom(field.type, text),
    )
    made.line.setPlaceholderText("10:20" if field.type == rules.TIME else "")
    return made


class OptionEditor(FieldEditor):
    """One option of a drop-down, a long radio list or a cascade, found by searching."""

    def __init__(self, field: CustomField, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(CUSTOM + field.id, context.kit, parent, required=field.required)
        self._field = field
        self._spelling = context.spelling
        self.combo = SearchCombo(context.kit.look, context.kit.icons, self)
        self.combo.offer(self._choices)
        context.spelling.learned.connect(self.combo.offer_changed)
        self._put(self.combo)
        self.combo.picked.connect(self._on_picked)
        context.spelling.learn(option.name for option in field.options)
        self.set_value(None)
        self.retranslate()

    def _choices(self) -> Sequence[Choice]:
        return [self._choice(option.value, option.name) for option in self._field.options]

    def _choice(self, value: str, name: str) -> Choice:
        above, dash, last = name.rpartition(rules.LEVEL)
        keywords = self._spelling.of(name)
        if self._field.type == rules.CASCADE and dash and above and last:
            return Choice(value, last, above.replace(rules.LEVEL, " › "), keywords=f"{keywords} {name}")
        return Choice(value, name or value, keywords=keywords)

    def _name_of(self, value: str) -> str:
        known = next((option.name for option in self._field.options if option.value == value), "")
        given = self._given_text if len(rules.split_options(value)) == 1 or self._given_text.count(",") else ""
        return known or given or value

    def _on_picked(self, key: str) -> None:
        self.combo.set_current(key, self._name_of(key))
        self._on_edited()

    def _show(self, value: FieldValue | None) -> None:
        text = value if isinstance(value, str) else ""
        self.combo.set_current(text, self._name_of(text) if text else "")

    def _read(self) -> FieldValue | None:
        return self.combo.key

    def _find(self) -> Finding | None:
        key = self.combo.key
        if self.required and not key:
            return refused(self.title(), "missing")
        if key and all(option.value != key for option in self._field.options):
            return warned(self.title(), "no_longer_listed")
        return None

    def _lock(self, on: bool) -> None:
        self.combo.set_read_only(on)

    def _name_control(self, text: str) -> None:
        self.combo.setAccessibleName(text)

    def _mark_control(self, wrong: bool, text: str) -> None:
        mark(self.combo, wrong, text)


class UnknownEditor(LineEditor):
    """A field of a type the document does not know: seen, copied, kept, not changed."""

    def __init__(self, name: str, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(name, kit, parent)
        self.set_read_only(True)

    def set_read_only(self, on: bool) -> None:
        """Stay read-only, whatever is asked."""
        del on
        super().set_read_only(True)

    def _find(self) -> Finding | None:
        return warned(self.title(), "unknown_type")
