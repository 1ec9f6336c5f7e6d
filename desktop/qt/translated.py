"""Widgets whose texts follow the language while the app runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Translated(_Base):
    """Mix-in, first in the bases: `retranslate` sets every text and is called again when the language changes."""

    def retranslate(self) -> None:
        """Set every text the widget shows; called by the constructor and on each change of language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts anew when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
