"""What every editor of a field is: a label above, the control, what is wrong or a hint below."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.customers.customer import CustomValue, FieldValue
from desktop.domain.customers.rules import Finding
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.fields.titles import CUSTOM, title_of
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import sentence

_LONGEST = 200
"""Characters of a field's name that are shown; an account's own fields are called anything."""

Told: TypeAlias = str | Callable[[], str]
"""A text, or what is asked for it in each language."""


class FieldEditor(Translated, QWidget):
    """Edits one field, or a few that belong together (an agent's id and name).

    A value is held as it was given until a person changes it: an untouched editor answers with exactly that,
    whatever it can show of it, and has no `changes` and no `problem`. `edited` at every change by a person.
    Values are in the form of the field's kind (`fields.Kind`); the editor of a custom field, called "custom:<its
    id>", gives the text that is submitted and takes a `CustomValue` too.

    Subclasses show a value (`_show`), read it from their control (`_read`), judge it (`_find`), lock the control
    (`_lock`), name it (`_name_control`), and call `_on_edited` when a person changed something.
    """

    edited = Signal()

    def __init__(self, name: str, kit: Kit, parent: QWidget | None = None, *, required: bool = False) -> None:
        """Edit the field `name` of `fields.FIELDS`; `required` marks it and asks for a value."""
        super().__init__(parent)
        self.name = name
        self.kit = kit
        self.required = required
        self.read_only = False
        self._title = ""
        self._called: Told = ""
        self._hint: Told = ""
        self._told = ""
        self._given_text = ""
        """What the server calls the value of a custom field that was given."""
        self._loaded: FieldValue | None = None
        self._shown: FieldValue | None = None
        self._revealed = False
        self._begun = False
        self._lenient = False
        self._label = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._aside = PlainLabel(parent=self, type="small", tone="faint")
        self._note = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.SPACE[0])
        self._head.addWidget(self._label, 1)
        self._head.addWidget(self._aside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE[0])
        self._column.addLayout(self._head)
        self._note.hide()
        self._aside.hide()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of `fields.FIELDS` that stand here."""
        return (self.name,)

    def value(self) -> FieldValue | None:
        """Return the value in the form of the field's kind; what was given when nobody changed it."""
        now = self._read()
        return self._loaded if now == self._shown else now

    def set_value(self, value: FieldValue | None) -> None:
        """Show a value the server holds (or a draft's); nothing is told of it as an edit."""
        self._given_text = value.text if isinstance(value, CustomValue) else ""
        self._loaded = value = value.value if isinstance(value, CustomValue) else value
        self._begun = False
        self._told = ""
        self._show(value)
        self._shown = self._read()
        self.refresh()

    def load(self, fields: Mapping[str, FieldValue]) -> None:
        """Take what belongs here from a customer's fields."""
        value = fields.get(self.name)
        if value is None and self.name.startswith(CUSTOM):
            held = fields.get("custom_fields")
            entries = held if isinstance(held, tuple) else ()
            own = self.name.removeprefix(CUSTOM)
            value = next((one for one in entries if isinstance(one, CustomValue) and one.field_id == own), None)
        self.set_value(value)

    def enter(self, fields: Mapping[str, FieldValue]) -> None:
        """Show what a person entered another time, over what was given: it counts as changed and is judged so."""
        loaded, shown = self._loaded, self._shown
        self.load(fields)
        self._loaded, self._shown = loaded, shown
        self._begun = True
        self.refresh()

    def values(self) -> dict[str, FieldValue]:
        """Return the fields that stand here by name; absent ones that were not filled stay absent."""
        value = self.value()
        return {} if value is None else {self.name: value}

    def changes(self) -> dict[str, FieldValue]:
        """Return the fields a person changed, with their new values; {} when there is no difference."""
        return self.values() if self.changed else {}

    @property
    def changed(self) -> bool:
        """Whether a person made it another value than was given."""
        return self._read() != self._shown

    def finding(self) -> Finding | None:
        """Return what is to be said about the value as it stands; nothing is refused that nobody changed."""
        found = self._find()
        kept = not self.changed and (self._loaded is not None or self._lenient)
        if found is not None and found.refused and kept:
            return Finding(found.error, refused=False)
        return found

    def problem(self) -> str:
        """Return the word of what keeps the value from being saved, "" for nothing."""
        found = self.finding()
        return found.word if found is not None and found.refused else ""

    def set_problem(self, text: str) -> None:
        """Say what the server or the form has against the value, until it is edited; "" for nothing."""
        self._told = text
        self.refresh()

    def set_lenient(self, on: bool) -> None:
        """Let a required value be missing that a record made elsewhere never had, until a person touches it."""
        self._lenient = on
        self.refresh()

    def set_hint(self, text: Told) -> None:
        """Say quietly what the field is for; what is called is asked again in each language."""
        self._hint = text
        self.refresh()

    def reveal(self) -> None:
        """Say what is missing too: a person wants to save."""
        self._revealed = True
        self.refresh()

    def set_read_only(self, on: bool) -> None:
        """Let the value be seen and copied only."""
        self.read_only = on
        self._lock(on)

    def title(self) -> str:
        """Return what the field is called in the language shown."""
        return self._title

    def set_title(self, text: Told) -> None:
        """Call the field so, a text in every language; "" leaves it the name of its field."""
        self._called = text
        self._call(said(text) or title_of(self.name))

    def _call(self, text: str) -> None:
        self._title = text = visible(text, limit=_LONGEST)
        self._label.setText(f"{text} *" if self.required else text)
        self._name_control(self.tr("{field} (required)").format(field=text) if self.required else text)

    def refresh(self) -> None:
        """Say below what is to be said now."""
        found = self.finding()
        quiet = found is not None and found.word == "missing" and not (self._revealed or self._begun)
        fault = sentence(found.error) if found is not None and not quiet else ""
        wrong = bool(self._told) or (bool(fault) and found is not None and found.refused)
        text = self._told or fault or said(self._hint)
        if text != self._note.original():
            self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note.set_tone("danger" if wrong else "warning" if fault else "faint")
        self._mark_control(wrong, text)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._call(said(self._called) or title_of(self.name))
        self.refresh()

    def _put(self, control: QWidget) -> None:
        """Lay the control out between label and note, and give it the focus of the editor."""
        self._column.addWidget(control)
        self._column.addWidget(self._note)
        self._label.setBuddy(control)
        self.setFocusProxy(control)

    def _on_edited(self) -> None:
        self._begun = True
        self._told = ""
        self.refresh()
        self.edited.emit()

    def _show(self, value: FieldValue | None) -> None:
        raise NotImplementedError

    def _read(self) -> FieldValue | None:
        raise NotImplementedError

    def _find(self) -> Finding | None:
        return None

    def _lock(self, on: bool) -> None:
        raise NotImplementedError

    def _name_control(self, text: str) -> None:
        raise NotImplementedError

    def _mark_control(self, wrong: bool, text: str) -> None:
        raise NotImplementedError


def said(told: Told) -> str:
    """Return a text in the language shown."""
    return told if isinstance(told, str) else told()
