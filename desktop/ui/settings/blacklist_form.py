"""What the blacklist needs to know: whether to tell news, when the shift ends, templates of reasons."""

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QTimeEdit, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.settings.preferences import Preferences
from desktop.ui.form_field import FormField

_WIDTH = 420
_CLOCK = "HH:mm"


class BlacklistForm(Translated, QWidget):
    """Edits the preferences of the blacklist. `chosen` with the name of a preference and its new value."""

    chosen = Signal(str, object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = QCheckBox(self)
        self._notices_hint = PlainLabel(parent=self, type="secondary", tone="faint", wrap=True)
        self.shift_end = QTimeEdit(self)
        self.shift_end.setDisplayFormat(_CLOCK)
        line = self.shift_end.lineEdit()
        if line is not None:
            line.setTextMargins(theme.SPACE[1], 0, 0, 0)
        self._shift_field = FormField(self.shift_end, self)
        self.reasons = QPlainTextEdit(self)
        self.reasons.setTabChangesFocus(True)
        self._reasons_field = FormField(self.reasons, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE[2], 0, 0)
        column.setSpacing(theme.SPACE[1])
        column.addWidget(self.notices)
        column.addWidget(self._notices_hint)
        column.addSpacing(theme.SPACE[2])
        for field in (self._shift_field, self._reasons_field):
            field.setMaximumWidth(roomy(_WIDTH))
            column.addWidget(field)
            column.addSpacing(theme.SPACE[2])
        column.addStretch(1)
        self.retranslate()
        self.show_preferences(preferences)
        self.notices.clicked.connect(lambda on: self.chosen.emit("ban_notices", on))
        self.shift_end.editingFinished.connect(self._on_shift)
        self.reasons.textChanged.connect(self._on_reasons)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is in force."""
        self.notices.setChecked(preferences.ban_notices)
        time = QTime.fromString(preferences.shift_end, _CLOCK)
        if not self.shift_end.hasFocus() and time.isValid():
            self.shift_end.setTime(time)
        if preferences.ban_reasons != self._typed():
            self.reasons.setPlainText("\n".join(preferences.ban_reasons))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.notices.setText(self.tr("Tell me of the blacklist"))
        self._notices_hint.setText(
            self.tr("Bans that end within the hour, and bans that a colleague added, changed or lifted.")
        )
        self._shift_field.set_texts(self.tr("My shift ends at"), self.tr("For the filter “Ends this shift”."))
        self._reasons_field.set_texts(
            self.tr("Templates of reasons"), self.tr("One a line. They stay on this computer.")
        )

    def _typed(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.reasons.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def _on_shift(self) -> None:
        self.chosen.emit("shift_end", self.shift_end.time().toString(_CLOCK))

    def _on_reasons(self) -> None:
        self.chosen.emit("ban_reasons", self._typed())
