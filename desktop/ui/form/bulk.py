"""Changing a few fields of many customers at once: which fields, to what; then a job does it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.json import Json
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import take_room
from desktop.qt.translated import Translated
from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.editors import editor_for
from desktop.ui.fields.titles import REGION
from desktop.ui.form.values import plain

FIELDS: Final = ("agent_id", "is_vip", "vip_level", REGION, "note")
"""What it makes sense to change for many: what tells customers apart is not among it."""
_SIZE = (560, 600)
_CODED = frozenset({"is_vip"})


class BulkDialog(Translated, QDialog):
    """A box to tick for each field, and its editor. Accepted by "Next"; `values` holds what is to be set."""

    def __init__(self, count: int, context: FieldContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._count = count
        self.boxes: dict[str, QCheckBox] = {}
        self.editors: dict[str, FieldEditor] = {}
        self._title = PlainLabel(parent=self, type="section", wrap=True)
        self._lead = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.note = PlainLabel(parent=self, type="secondary", tone="danger", wrap=True)
        self.note.hide()
        self._body = QWidget(self)
        self.cancel = Button("", self)
        self.next = Button("", self, kind="primary")
        self.next.setDefault(True)
        for name in FIELDS:
            self._add(name, editor_for(name, context, self._body))
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self.take)
        self.retranslate()
        take_room(self, _SIZE)
        self._refresh()
        self.boxes[FIELDS[0]].setFocus()

    @property
    def chosen(self) -> Sequence[str]:
        """The names of the fields that are to be changed."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    @property
    def values(self) -> dict[str, Json]:
        """What the chosen fields are set to; a blank one is cleared."""
        found: dict[str, Json] = {}
        for name in self.chosen:
            editor = self.editors[name]
            given = editor.values()
            found |= {field: plain(given.get(field)) or _blank(given.get(field)) for field in editor.fields}
        return found

    def take(self) -> None:
        """Accept what is entered, or say what is wrong with it."""
        wrong = [name for name in self.chosen if self._is_wrong(name)]
        for name in wrong:
            self.editors[name].reveal()
        if wrong:
            self.note.setText(
                self.tr("Choose a value for: {fields}").format(fields=self.editors[wrong[0]].title())
            )
            self.note.show()
            self.editors[wrong[0]].setFocus()
        elif self.chosen:
            self.accept()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Change %Ln customer(s)", "", self._count))
        self.setWindowTitle(self._title.original())
        self._lead.setText(
            self.tr("Tick what shall change. A ticked field that is left blank is cleared. Nothing is sent yet.")
        )
        self.cancel.setText(self.tr("Cancel"))
        self.next.setText(self.tr("Next"))
        for name, box in self.boxes.items():
            box.setAccessibleName(self.tr("Change {field}").format(field=self.editors[name].title()))

    def _is_wrong(self, name: str) -> bool:
        # A code cannot be cleared: the server has no value for that.
        return bool(self.editors[name].problem()) or (name in _CODED and self.editors[name].value() is None)

    def _add(self, name: str, editor: FieldEditor) -> None:
        box = QCheckBox(self._body)
        self.boxes[name], self.editors[name] = box, editor
        editor.edited.connect(lambda: box.setChecked(True))
        box.toggled.connect(self._refresh)

    def _refresh(self) -> None:
        self.next.setEnabled(bool(self.chosen))
        self.note.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, theme.SPACE[2], 0)
        grid.setHorizontalSpacing(theme.SPACE[1])
        grid.setVerticalSpacing(theme.SPACE[2])
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(FIELDS):
            grid.addWidget(self.boxes[name], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.editors[name], row, 1)
            QWidget.setTabOrder(self.boxes[name], self.editors[name])
        grid.setRowStretch(len(FIELDS), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[4], theme.SPACE[4], theme.SPACE[4], theme.SPACE[3])
        column.setSpacing(theme.SPACE[2])
        for part in (self._title, self._lead, self.note):
            column.addWidget(part)
        column.addWidget(area, 1)
        column.addLayout(foot(self.cancel, self.next))


def _blank(value: object) -> Json:
    return 0 if value == 0 and not isinstance(value, bool) else ""
