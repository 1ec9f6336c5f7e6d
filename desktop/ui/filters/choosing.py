"""Pickers that edit a filter of choices or of tags; every toggle shows its result at once."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from desktop.domain.query import Condition, OneOf, Tagged, TagMode
from desktop.qt import theme
from desktop.qt.choices import Check, Choice
from desktop.qt.picker import Mode, PickerPopup
from desktop.ui.filters.catalogue import Filter, Shape
from desktop.ui.kit import Kit
from desktop.ui.wording.lookup import Lookup

NONE = ""
"""The value that stands for "has none" in `OneOf`."""
_WITH_NONE = frozenset({"stage_id", "agent_id", "source", "vip_level", "province_id", "city_id", "district_id"})


class TagFilterPicker(PickerPopup):
    """A picker of tags with any, all or none of them above. `mode_chosen` when the user chose another."""

    mode_chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, mode: TagMode) -> None:
        self._row: QWidget | None = None
        self._group: QButtonGroup | None = None
        super().__init__(kit.look, kit.icons, parent, mode=Mode.MANY)
        self._row = QWidget(self)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(theme.SPACE[2], theme.SPACE[0], theme.SPACE[2], theme.SPACE[0])
        row.setSpacing(theme.SPACE[3])
        for number, name in enumerate(get_args(TagMode)):
            button = QRadioButton(self._row)
            button.setChecked(name == mode)
            self._group.addButton(button, number)
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, name=name: self.mode_chosen.emit(name))
        row.addStretch(1)
        self.body.insertWidget(0, self._row)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Ask for the modes too."""
        size = super().sizeHint()
        return size if self._row is None else QSize(size.width(), size.height() + self._row.sizeHint().height())

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        super().retranslate()
        if self._group is None:
            return
        names = (self.tr("Any"), self.tr("All"), self.tr("None"))
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)


class ChoiceEditing(QObject):
    """Edits one condition by a picker: `changed(old, new)` after every toggle, None for no condition."""

    def __init__(
        self,
        entry: Filter,
        condition: Condition | None,
        lookup: Lookup,
        changed: Callable[[Condition | None, Condition | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._entry = entry
        self._now = condition
        self._lookup = lookup
        self._changed = changed
        self._mode: TagMode = condition.mode if isinstance(condition, Tagged) else "any"
        self._taken = list(_values(condition))
        self._value_of: dict[str, str | int] = {}

    def picker(self, kit: Kit, parent: QWidget) -> PickerPopup:
        """Return the picker, ready to be opened; it goes when it is closed."""
        if self._entry.shape is Shape.TAGS:
            tags = TagFilterPicker(kit, parent, self._mode)
            tags.mode_chosen.connect(self._on_mode)
            picker: PickerPopup = tags
        else:
            picker = PickerPopup(kit.look, kit.icons, parent, mode=Mode.MANY)
        choices = self._choices()
        picker.set_title(self._entry.title)
        picker.set_choices(choices.values(), {_key(value): Check.ON for value in self._taken})
        if self._entry.field == "wecom_tags":
            # No call names the WeCom tags of an account, so an id can be typed or pasted.
            picker.offer_new(self.tr("Use the tag ID “{}”"))
            picker.asked_new.connect(lambda text: self._on_toggled(text, taken=True))
        picker.toggled.connect(lambda key, taken: self._on_toggled(self._value_of[key], taken=taken))
        picker.closed.connect(picker.deleteLater)
        self._value_of = {_key(value): value for value in choices}
        return picker

    def _choices(self) -> dict[str | int, Choice]:
        field = self._entry.field
        found: dict[str | int, Choice] = {}
        if field in _WITH_NONE:
            found[NONE] = Choice(NONE, self.tr("None"))
        for entry in self._lookup.choices(field):
            colour = entry.color if field == "tags" else None
            found[entry.value] = Choice(_key(entry.value), entry.text, entry.section, colour=colour)
        for value in self._taken:
            found.setdefault(value, Choice(_key(value), self._lookup.name(field, value)))
        return found

    def _on_mode(self, mode: TagMode) -> None:
        self._mode = mode
        self._tell()

    def _on_toggled(self, value: str | int, *, taken: bool) -> None:
        if taken and value not in self._taken:
            self._taken.append(value)
        elif not taken and value in self._taken:
            self._taken.remove(value)
        self._tell()

    def _tell(self) -> None:
        old, self._now = self._now, self._condition()
        if old != self._now:
            self._changed(old, self._now)

    def _condition(self) -> Condition | None:
        if not self._taken:
            return None
        if self._entry.shape is Shape.TAGS:
            tags = tuple(str(value) for value in self._taken)
            return Tagged(self._mode, tags, wecom=self._entry.field == "wecom_tags")
        return OneOf(self._entry.field, tuple(self._taken))


def _values(condition: Condition | None) -> tuple[str | int, ...]:
    if isinstance(condition, OneOf):
        return condition.values
    return condition.tags if isinstance(condition, Tagged) else ()


def _key(value: str | int) -> str:
    return str(value)
