"""Correcting the names an edit asks for."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidInput
from desktop.domain.intents.intent import CreateTag, CreateTagGroup, Intent, UpdateTag, UpdateTagGroup
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.dialogs import fit_height
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField

_WIDTH = 420


class WishDialog(Translated, QDialog):
    """The name, and where the edit has one the parameter name. Accepted with what `wanted` returns.

    `check` raises InvalidInput for what may not be sent: it is said at the field.
    """

    def __init__(self, what: str, intent: Intent, check: Callable[[Intent], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._intent = intent
        self._check = check
        self._title = PlainLabel(what, self, type="section", wrap=True)
        self.name = QLineEdit(getattr(intent, "name", None) or "", self)
        self.param = QLineEdit(getattr(intent, "param_name", None) or "", self)
        self._fields = {"name": FormField(self.name, self), "param_name": FormField(self.param, self)}
        self._fields["name"].setVisible(getattr(intent, "name", None) is not None)
        self._fields["param_name"].setVisible(
            isinstance(intent, CreateTag | UpdateTag) and intent.param_name is not None
        )
        self.send = Button("", self, kind="primary")
        self._cancel = Button("", self)
        self.send.setDefault(True)
        self.send.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()
        fit_height(self, roomy(_WIDTH))
        self.name.selectAll()

    def wanted(self) -> Intent:
        """Return the edit with what the fields hold."""
        name, param = self.name.text(), self.param.text()
        match self._intent:
            case CreateTag():
                return replace(self._intent, name=name, param_name=param)
            case CreateTagGroup():
                return replace(self._intent, name=name)
            case UpdateTag(name=old, param_name=held):
                return replace(
                    self._intent,
                    name=None if old is None else name,
                    param_name=None if held is None else param,
                )
            case UpdateTagGroup(name=str()):
                return replace(self._intent, name=name)
            case _:
                return self._intent

    def accept(self) -> None:
        """Close when it may be sent, else say what is wrong."""
        for field in self._fields.values():
            field.show_error(None)
        try:
            self._check(self.wanted())
        except InvalidInput as error:
            self._fields.get(error.field, self._fields["name"]).show_error(error)
            fit_height(self, roomy(_WIDTH))
            return
        super().accept()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Correct the edit"))
        self._fields["name"].set_texts(self.tr("Name"))
        self._fields["param_name"].set_texts(self.tr("Parameter name"))
        self.send.setText(self.tr("Send"))
        self._cancel.setText(self.tr("Cancel"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[4], theme.SPACE[4], theme.SPACE[4], theme.SPACE[3])
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._title)
        for field in self._fields.values():
            column.addWidget(field)
        column.addLayout(foot(self._cancel, self.send))
