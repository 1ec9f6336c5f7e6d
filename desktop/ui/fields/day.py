"""The editor of a date: typed, or picked in a calendar."""

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from desktop.domain import custom_rules as rules
from desktop.qt.look import Look
from desktop.qt.popup import Popup
from desktop.ui.fields.line import LineEditor
from desktop.ui.kit import Kit

_FORMAT = "yyyy-MM-dd"


class Calendar(Popup):
    """A month to pick a day from."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.month = QCalendarWidget(self)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.body.addWidget(self.month)

    def _take_focus(self) -> None:
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)


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
        calendar = Calendar(self.kit.look, self)
        day = QDate.fromString(rules.tidy_custom(rules.DATE, self.line.text()), _FORMAT)
        if day.isValid():
            calendar.month.setSelectedDate(day)
        calendar.month.setAccessibleName(self.title())

        def pick(chosen: QDate) -> None:
            calendar.close_popup()
            self.line.setText(chosen.toString(_FORMAT))
            self._on_edited()

        calendar.month.clicked.connect(pick)
        calendar.month.activated.connect(pick)
        calendar.closed.connect(calendar.deleteLater)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        calendar.open_at(self.line)
        return calendar

    def _lock(self, on: bool) -> None:
        super()._lock(on)
        if self._opening is not None:
            self._opening.setVisible(not self.line.isReadOnly())
