"""Language, theme, density and text size; each choice shows at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.settings.preferences import Preferences
from desktop.ui.form_field import FormField

_WIDTH = 360
_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class AppearanceForm(Translated, QWidget):
    """Edits how the app looks. `chosen` with the name of a preference and its new value."""

    chosen = Signal(str, object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices: dict[str, tuple[object, ...]] = {
            "language": ("", "en", "zh"),
            "theme": ("system", "light", "dark"),
            "density": ("comfortable", "compact"),
            "text_scale": _SCALES,
        }
        self._boxes: dict[str, QComboBox] = {}
        self._fields: dict[str, FormField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE[2], 0, 0)
        column.setSpacing(theme.SPACE[3])
        for name, values in choices.items():
            box = QComboBox(self)
            for value in values:
                box.addItem("", value)
            self._boxes[name] = box
            self._fields[name] = FormField(box, self)
            self._fields[name].setMaximumWidth(roomy(_WIDTH))
            column.addWidget(self._fields[name])
            box.activated.connect(lambda _index, name=name, box=box: self.chosen.emit(name, box.currentData()))
        column.addStretch(1)
        self.retranslate()
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Mark what is in force."""
        for name, box in self._boxes.items():
            value = getattr(preferences, name)
            place = box.findData(value)
            if place < 0:
                box.addItem(_percent(value), value)
                place = box.count() - 1
            box.setCurrentIndex(place)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        labels = {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "density": self.tr("Density"),
            "text_scale": self.tr("Text size"),
        }
        texts = {
            "": self.tr("As this computer"),
            "en": "English",
            "zh": "简体中文",
            "system": self.tr("As this computer"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "comfortable": self.tr("Comfortable"),
            "compact": self.tr("Compact"),
        }
        for name, box in self._boxes.items():
            self._fields[name].set_texts(labels[name])
            for place in range(box.count()):
                value = box.itemData(place)
                box.setItemText(place, texts[value] if isinstance(value, str) else _percent(value))


def _percent(scale: float) -> str:
    return f"{round(scale * 100)} %"
