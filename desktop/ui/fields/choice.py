"""The editor of a field that is one of many: an agent, a country, a level, a code."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.rules import Finding, refused, warned
from desktop.qt.choices import Choice
from desktop.qt.search_combo import SearchCombo
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import mark
from desktop.ui.fields.offers import COMPANIONS, SENT_WITH, Offers
from desktop.ui.kit import Kit
from desktop.ui.wording.lookup import short_id


class ChoiceEditor(FieldEditor):
    """One of the choices of a field; what is none of them any more stays shown and is kept.

    `value()` is the id (or the code, for a field of codes). Fields whose name goes with the id have both in
    `values` and `changes`. A code that was set cannot be unset: the server has no value for that.
    """

    def __init__(
        self, name: str, kit: Kit, offers: Offers, parent: QWidget | None = None, *, required: bool = False
    ) -> None:
        super().__init__(name, kit, parent, required=required)
        self._offers = offers
        self._coded = name in FIELD and FIELD[name].kind is Kind.CODE
        self._name_given = ""
        self.combo = SearchCombo(kit.look, kit.icons, self)
        self.combo.offer(self._choices)
        self.combo.respell(offers.spelling.syllables)
        offers.spelling.learned.connect(self.combo.offer_changed)
        self._put(self.combo)
        self.combo.picked.connect(lambda _key: self._on_edited())
        self.set_value(None)
        self.retranslate()

    @property
    def fields(self) -> tuple[str, ...]:
        """The field, and the one its name is sent in."""
        return (self.name, COMPANIONS[self.name]) if self.name in SENT_WITH else (self.name,)

    def load(self, fields: Mapping[str, FieldValue]) -> None:
        """Take the value, and what the record calls it."""
        called = fields.get(COMPANIONS.get(self.name, ""), "")
        self._name_given = called if isinstance(called, str) else ""
        super().load(fields)

    def value(self) -> FieldValue | None:
        """Return the id or the code."""
        if not self.changed:
            return self._loaded
        key = self.combo.key
        return (int(key) if key else None) if self._coded else key

    def values(self) -> dict[str, FieldValue]:
        """Return the fields that stand here, the name too where it is sent."""
        found = super().values()
        if found and self.name in SENT_WITH:
            found[COMPANIONS[self.name]] = self.combo.chosen_text if self.changed else self._name_given
        return found

    def choices_changed(self) -> None:
        """Name the value anew: the collections changed."""
        key = self.combo.key
        if not self.combo.list_open and key:
            self.combo.set_current(key, self._text_of(key))
        self.combo.offer_changed()
        self.refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        super().retranslate()
        self.choices_changed()

    def _choices(self) -> Sequence[Choice]:
        return self._offers.choices(self.name)

    def _text_of(self, key: str) -> str:
        given = self._name_given if self._loaded is not None and key == str(self._loaded) else ""
        return self._offers.name(self.name, key) or given or short_id(key)

    def _show(self, value: FieldValue | None) -> None:
        key = str(value) if isinstance(value, str | int) else ""
        self.combo.set_current(key, self._text_of(key) if key else "")
        self.combo.set_clearable(not self._coded or not key)

    def _read(self) -> FieldValue | None:
        return self.combo.key

    def _find(self) -> Finding | None:
        key = self.combo.key
        if self.required and not (key or self.combo.chosen_text):
            return refused(self.title(), "missing")
        if key and self._offers.name(self.name, key) is None and self._offers.any(self.name):
            return warned(self.title(), "no_longer_listed")
        return None

    def _lock(self, on: bool) -> None:
        self.combo.set_read_only(on)

    def _name_control(self, text: str) -> None:
        self.combo.setAccessibleName(text)

    def _mark_control(self, wrong: bool, text: str) -> None:
        mark(self.combo, wrong, text)


class CompanyEditor(ChoiceEditor):
    """A company known from the customers, or a new name typed freely.

    `find` looks companies up by what is typed and hands over (id, name) pairs.
    """

    def __init__(
        self,
        kit: Kit,
        offers: Offers,
        find: Callable[[str, Callable[[Sequence[tuple[str, str]]], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        self._find_companies = find
        self._found: Sequence[tuple[str, str]] = ()
        self._asked = ""
        super().__init__("enterprise_id", kit, offers, parent)
        self.combo.set_free(True)
        self.combo.entered.connect(lambda _text: self._on_edited())
        self.combo.opened.connect(lambda: self._ask(""))
        self.combo.typed.connect(self._ask)

    def _ask(self, typed: str) -> None:
        self._asked = typed
        self._find_companies(typed, lambda found: self._take(typed, found))

    def _take(self, typed: str, found: Sequence[tuple[str, str]]) -> None:
        if typed == self._asked:
            self._found = found
            self.combo.offer_changed()

    def load(self, fields: Mapping[str, FieldValue]) -> None:
        """Take the id, and the name: a company can have the one without the other."""
        super().load(fields)
        if not self.combo.key and self._name_given:
            self.combo.set_current("", self._name_given)
            self._shown = self._read()

    def values(self) -> dict[str, FieldValue]:
        """Return id and name, the id "" for a company that is only named."""
        if not self.changed:
            given = {"enterprise_id": self._loaded, "enterprise_name": self._name_given or None}
            return {name: value for name, value in given.items() if value is not None}
        return {"enterprise_id": self.combo.key, "enterprise_name": self.combo.chosen_text}

    def _choices(self) -> Sequence[Choice]:
        return [Choice(key, name, keywords="") for key, name in self._found]

    def _text_of(self, key: str) -> str:
        return next((name for own, name in self._found if own == key), self._name_given or short_id(key))

    def _read(self) -> FieldValue | None:
        return (self.combo.key, self.combo.chosen_text)

    def _find(self) -> Finding | None:
        return None
