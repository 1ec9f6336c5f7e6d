"""The editor of a date: typed, or picked in a calendar."""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QWidget

from desktop.domain.customers import custom_rules as rules
from desktop.qt.popup import SHADOW, Popup
from desktop.qt.theme import SPACE
from desktop.ui.fields.line import LineEditor
from desktop.ui.kit import Kit

_FORMAT = "yyyy-MM-dd"


class Calendar(Popup):
    """A month to pick a day from. `chosen` when one was."""

    chosen = Signal(QDate)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit.look, parent)
        self.month = QCalendarWidget(self)
        self.month.setLocale(QLocale())
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for name, icon, text in (
            ("prev", "chevron-left", self.tr("Previous month")),
            ("next", "chevron-right", self.tr("Next month")),
        ):
            button = self.month.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(kit.icons.icon(icon))
                button.setAccessibleName(text)
        weekend = QTextCharFormat()
        weekend.setForeground(kit.look.colour("secondary"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, weekend)
        self.body.setContentsMargins(*(SHADOW + SPACE[0],) * 4)
        self.body.addWidget(self.month)
        for signal in (self.month.clicked, self.month.activated):
            signal.connect(self._on_chosen)

    def _take_focus(self) -> None:
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_chosen(self, day: QDate) -> None:
        self.close_popup()
        self.chosen.emit(day)


class DayEditor(LineEditor):
    """A date like "2025-09-01". The calendar opens by its button, or Alt+Down."""

    def __init__(self, name: str, kit: Kit, parent: QWidget | None = None, *, required: bool = False) -> None:
        self._opening: QAction | None = None
        super().__init__(
            name,
            kit,
            parent,
            required=required,
            check=lambda text: rules.check_custom(rules.DATE, text),
            tidy=lambda text: rules.tidy_custom(rules.DATE, text),
        )
        self.line.setPlaceholderText("2025-09-01")
        self._opening = QAction(kit.icons.icon("calendar"), "", self)
        self._opening.triggered.connect(self.open_calendar)
        self.line.addAction(self._opening, QLineEdit.ActionPosition.TrailingPosition)
        self.line.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        if self._opening is not None:
            self._opening.setText(self.tr("Open the calendar"))
        super().retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by Alt+Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if down and not self.line.isReadOnly():
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> Calendar:
        """Show the month of the date that stands here, or this one."""
        calendar = Calendar(self.kit, self)
        day = QDate.fromString(rules.tidy_custom(rules.DATE, self.line.text()), _FORMAT)
        if day.isValid():
            calendar.month.setSelectedDate(day)
        calendar.month.setAccessibleName(self.title())
        calendar.chosen.connect(self._on_chosen)
        calendar.closed.connect(calendar.deleteLater)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        calendar.open_at(self.line)
        return calendar

    def _on_chosen(self, day: QDate) -> None:
        self.line.setText(day.toString(_FORMAT))
        self._on_edited()

    def _lock(self, on: bool) -> None:
        super()._lock(on)
        if self._opening is not None:
            self._opening.setVisible(not self.line.isReadOnly())
