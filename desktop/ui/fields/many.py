"""Several of many options: the chosen ones are named, a list to search takes and leaves them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.customers import custom_rules as rules
from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, refused, warned
from desktop.domain.dictionaries import FieldOption
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.choices import Check, Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.safetext import visible
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.kit import Kit
from desktop.ui.wording.formats import listed
from desktop.ui.wording.spelling import Spelling

_NAMED = 20
"""Chosen options that are named; more are counted."""


class ManyEditor(FieldEditor):
    """Some of the options of a check-box field that has too many for boxes. Removed ones stay until left."""

    def __init__(
        self,
        name: str,
        kit: Kit,
        options: Sequence[FieldOption],
        spelling: Spelling,
        parent: QWidget | None = None,
        *,
        required: bool = False,
    ) -> None:
        super().__init__(name, kit, parent, required=required)
        self._options = tuple(options)
        self._spelling = spelling
        self._names: dict[str, str] = {}
        self._chosen: dict[str, None] = {}
        spelling.learn(option.name for option in options)
        self._body = QWidget(self)
        self.summary = PlainLabel(parent=self._body, wrap=True)
        self.choose = Button("", self._body, icon=kit.icons.icon("chevron-down"))
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self.summary, 1)
        row.addWidget(self.choose)
        self._put(self._body)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.set_value(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.choose.setText(self.tr("Choose…"))
        super().retranslate()
        self._sum_up()

    def _show(self, value: FieldValue | None) -> None:
        text = value if isinstance(value, str) else ""
        removed = rules.removed_options(text, self._given_text, self._options)
        self._names = {option.value: option.name for option in self._options} | removed
        self._chosen = dict.fromkeys(rules.split_options(text))
        self._sum_up()

    def _sum_up(self) -> None:
        names = [visible(self._names.get(one) or one, limit=60) for one in list(self._chosen)[:_NAMED]]
        more = len(self._chosen) - len(names)
        if more > 0:
            names.append(self.tr("%n more", "", more))
        self.summary.setText(listed(names) if names else self.tr("None"))
        self.summary.set_tone("text" if names else "faint")

    def _on_choose(self) -> None:
        picker = PickerPopup(self.kit.look, self.kit.icons, self, mode=Mode.MANY, width=max(self.width(), 280))
        picker.set_title(self.title())
        choices = [Choice(own, name or own, keywords=self._spelling.of(name)) for own, name in self._names.items()]
        picker.set_choices(choices, dict.fromkeys(self._chosen, Check.ON))
        picker.toggled.connect(self._on_toggled)
        picker.closed.connect(picker.deleteLater)
        picker.open_at(self.choose, align_right=True)

    def _on_toggled(self, value: str, taken: bool) -> None:
        if taken:
            self._chosen[value] = None
        else:
            self._chosen.pop(value, None)
        self._sum_up()
        self._on_edited()

    def _read(self) -> FieldValue | None:
        return rules.join_options(self._chosen, self._options)

    def _find(self) -> Finding | None:
        if self.required and not self._chosen:
            return refused(self.title(), "missing")
        known = {option.value for option in self._options}
        return warned(self.title(), "no_longer_listed") if self._chosen.keys() - known else None

    def _lock(self, on: bool) -> None:
        self.choose.setVisible(not on)

    def _name_control(self, text: str) -> None:
        self.choose.setAccessibleName(f"{self.choose.text()} {text}")

    def _mark_control(self, wrong: bool, text: str) -> None:
        del wrong
        self.choose.setAccessibleDescription(text)
