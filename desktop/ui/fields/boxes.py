"""Options that are all seen: check boxes for several, radio buttons for one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from desktop.domain.customers import custom_rules as rules
from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.rules import Finding, refused, warned
from desktop.domain.dictionaries import FieldOption
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.flow import FlowLayout
from desktop.qt.safetext import visible
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.kit import Kit

_LONGEST = 60
_MOST = 20
"""Removed options that are shown; more are kept."""
_CLEARING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class BoxesEditor(FieldEditor):
    """Some of the options (`single`: at most one). A removed option stays, ticked, until it is unticked."""

    def __init__(
        self,
        name: str,
        kit: Kit,
        options: Sequence[FieldOption],
        parent: QWidget | None = None,
        *,
        required: bool = False,
        single: bool = False,
    ) -> None:
        super().__init__(name, kit, parent, required=required)
        self._options = tuple(options)
        self._single = single
        self._removed: dict[str, str] = {}
        self._chosen: dict[str, None] = {}
        self.boxes: dict[str, QAbstractButton] = {}
        self._body = QWidget(self)
        self._flow = FlowLayout(self._body, theme.SPACE[2])
        self.clear = Button("", self, kind="link")
        self.clear.clicked.connect(self._on_clear)
        self._head.insertWidget(1, self.clear)
        self._put(self._body)
        self.set_value(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.clear.setText(self.tr("Clear"))
        super().retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clear a single choice by Delete or Backspace."""
        pressed = event.type() == QEvent.Type.KeyPress and self._single and not self.read_only
        if pressed and isinstance(event, QKeyEvent) and event.key() in _CLEARING:
            self._on_clear()
            return True
        return super().eventFilter(watched, event)

    def _show(self, value: FieldValue | None) -> None:
        text = value if isinstance(value, str) else ""
        self._removed = rules.removed_options(text, self._given_text, self._options)
        self._chosen = dict.fromkeys(rules.split_options(text))
        known = {option.value: option.name for option in self._options}
        wanted = {**known, **dict(list(self._removed.items())[:_MOST])}
        for own in [own for own in self.boxes if own not in wanted]:
            box = self.boxes.pop(own)
            self._flow.removeWidget(box)
            box.deleteLater()
        for own, name in wanted.items():
            if own not in self.boxes:
                self._add(own, name)
            self.boxes[own].setChecked(own in self._chosen)
        self.setFocusProxy(next(iter(self.boxes.values()), self.clear))
        self._lock(self.read_only)
        self._name_control(self.title())

    def _add(self, value: str, name: str) -> None:
        shown = visible(name or value, limit=_LONGEST).replace("&", "&&")
        box: QAbstractButton = QRadioButton(shown, self._body) if self._single else QCheckBox(shown, self._body)
        box.setAutoExclusive(False)
        box.clicked.connect(lambda on: self._on_clicked(value, on))
        box.installEventFilter(self)
        if self.boxes:
            QWidget.setTabOrder(list(self.boxes.values())[-1], box)
        self.boxes[value] = box
        self._flow.addWidget(box)
        box.show()

    def _on_clicked(self, value: str, on: bool) -> None:
        if self._single:
            self._chosen = {value: None}
        elif on:
            self._chosen[value] = None
        else:
            self._chosen.pop(value, None)
        self._tick()

    def _on_clear(self) -> None:
        if self._chosen:
            self._chosen = {}
            self._tick()

    def _tick(self) -> None:
        for own, box in self.boxes.items():
            box.setChecked(own in self._chosen)
        self._lock(self.read_only)
        self._on_edited()

    def _read(self) -> FieldValue | None:
        return rules.join_options(self._chosen, self._options)

    def _find(self) -> Finding | None:
        if self.required and not self._chosen:
            return refused(self.title(), "missing")
        return warned(self.title(), "no_longer_listed") if self._removed.keys() & self._chosen.keys() else None

    def _lock(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setEnabled(not on)
        self.clear.setVisible(self._single and not on and not self.required and bool(self._chosen))

    def _name_control(self, text: str) -> None:
        self._body.setAccessibleName(text)
        for box in self.boxes.values():
            box.setAccessibleName(f"{text}: {box.text().replace('&&', '&')}")
        self.clear.setAccessibleName(f"{self.clear.text()}: {text}")

    def _mark_control(self, wrong: bool, text: str) -> None:
        del wrong
        for box in self.boxes.values():
            box.setAccessibleDescription(text)
