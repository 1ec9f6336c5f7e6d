"""The popup a filter is edited in, under its chip or the filter button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.qt.look import Look
from desktop.qt.popup import Popup
from desktop.ui.filters.editors import Editor


class EditorPopup(Popup):
    """Holds one editor; closes when it applied, on Esc and on a click elsewhere."""

    def __init__(self, editor: Editor, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._editor = editor
        self.setAccessibleName(editor.accessibleName())
        self.body.addWidget(editor)
        editor.applied.connect(self.close_popup)
        self.closed.connect(self.deleteLater)

    def _take_focus(self) -> None:
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)
