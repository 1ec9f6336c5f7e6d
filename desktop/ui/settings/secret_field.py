"""A line for a secret: masked, with an eye to look at what was typed."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.qt.icons import Icons
from desktop.qt.translated import Translated


class SecretField(Translated, QLineEdit):
    """Shows dots until the eye is pressed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_toggled)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        shown = self._eye.isChecked()
        self._eye.setIcon(self._icons.icon("eye-off" if shown else "eye"))
        self._eye.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))

    def _on_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.retranslate()
