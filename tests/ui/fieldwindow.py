"""A window that shows one editor of a field at a time."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.editors import editor_for


class FieldWindow(QWidget):
    """The editor above, a line to leave it for below; `told` counts what it told of edits."""

    def __init__(self, context: FieldContext) -> None:
        super().__init__()
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.addStretch(1)
        self.after = QLineEdit(self)
        self.resize(520, 460)
        self.told = 0

    def put(self, name: str, *, required: bool = False) -> Any:
        """Show the editor of a field in place of the one before."""
        for old in self.findChildren(FieldEditor):
            old.deleteLater()
        self.after.deleteLater()
        editor = editor_for(name, self.context, self, required=required)
        self.after = QLineEdit(self)
        self.column.insertWidget(0, editor)
        self.column.insertWidget(1, self.after)
        editor.show()
        self.after.show()
        editor.edited.connect(self._tell)
        editor.setFocus()
        return editor

    def _tell(self) -> None:
        self.told += 1


def note_of(editor: FieldEditor) -> str:
    """Return what an editor says below, "" for nothing."""
    return "" if editor._note.isHidden() else editor._note.original()
