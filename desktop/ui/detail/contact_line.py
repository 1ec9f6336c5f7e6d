"""A phone number or an e-mail address with a button that copies it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.qt import theme
from desktop.qt.icon_label import IconLabel
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated


class ContactLine(Translated, QWidget):
    """Icon, `value`, copy button. `copied` with what is now on the clipboard."""

    copied = Signal(str)

    def __init__(self, icon: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raw = ""
        self._kind = ""
        self._mark = IconLabel(icon, icons, self)
        self.value = PlainLabel(parent=self, elide=True)
        self._button = QToolButton(self)
        self._button.setIcon(icons.icon("copy"))
        self._button.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self._mark)
        row.addWidget(self.value, 1)
        row.addWidget(self._button)
        self.retranslate()

    def show_value(self, kind: str, shown: str, raw: str) -> None:
        """Show a value; `kind` is its label ("Phone"), `raw` what is copied. Hidden while there is none."""
        self._kind = kind
        self._raw = raw
        self.value.setText(shown)
        self.setVisible(bool(raw))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        text = self.tr("Copy {field}").format(field=self._kind)
        self._button.setToolTip(text)
        self._button.setAccessibleName(text)
        self._mark.setAccessibleName(self._kind)
        self.value.setAccessibleName(visible(f"{self._kind}: {self._raw}"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._raw)
        self.copied.emit(self._raw)
