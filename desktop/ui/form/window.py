"""A form in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qt.icons import app_icon
from desktop.qt.room import take_room
from desktop.qt.translated import Translated
from desktop.ui.form.frame import FormFrame

_SIZE = (680, 760)
_LEAST = (360, 360)


class FormWindow(Translated, QWidget):
    """Holds a form until it is over; closing it asks as the form does."""

    def __init__(self, form: FormFrame, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.form = form
        self._over = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*_LEAST)
        take_room(self, _SIZE)
        form.detach.hide()
        form.leave.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        form.show()
        form.closed.connect(self._end)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.form.purpose.title())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before input is lost."""
        if self._over:
            super().closeEvent(event)
            return
        event.ignore()
        self.form.ask_to_close()

    def _end(self) -> None:
        self._over = True
        self.close()
        self.form.delete_with(self)
