"""Editors of single filters, each the content of a popup. A filter of choices is edited by the picker instead."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.query import Between, Condition, Contains, Filled, OneOf
from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.ui.filters.catalogue import Filter, Shape
from desktop.ui.filters.times import SPANS, day_bounds
from desktop.ui.wording.names import code_name


class Editor(QWidget):
    """Edits one condition. `applied` with the new condition, None when it was emptied."""

    applied = Signal(object)

    def __init__(self, entry: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.SPACE[2],) * 4)
        self._column.setSpacing(theme.SPACE[1])
        self._column.addWidget(PlainLabel(entry.title, self, strong=True))
        self.setAccessibleName(entry.title)


class TextEditor(Editor):
    """A text the field must contain."""

    def __init__(self, entry: Filter, condition: Condition | None, parent: QWidget | None = None) -> None:
        super().__init__(entry, parent)
        self._line = QLineEdit(condition.text if isinstance(condition, Contains) else "", self)
        self._line.setMaxLength(200)
        self._line.setPlaceholderText(self.tr("contains…"))
        self._line.setAccessibleName(entry.title)
        self._line.setMinimumWidth(220)
        self._line.returnPressed.connect(self._apply)
        self._column.addWidget(self._line)
        self._column.addLayout(_button_row(self.tr("Apply"), self._apply, self))
        self.setFocusProxy(self._line)

    def _apply(self) -> None:
        text = self._line.text().strip()
        self.applied.emit(Contains(self.entry.field, text) if text else None)


class YesNoEditor(Editor):
    """One of two: a code 1 or 0, or filled and empty."""

    def __init__(self, entry: Filter, condition: Condition | None, parent: QWidget | None = None) -> None:
        super().__init__(entry, parent)
        self._group = QButtonGroup(self)
        for value in (1, 0):
            button = QRadioButton(self._text(value), self)
            button.setAccessibleName(button.text())
            button.setChecked(value == self._value(condition))
            self._group.addButton(button, value)
            self._column.addWidget(button)
            button.clicked.connect(lambda _checked=False, value=value: self._apply(value))
        first = next((button for button in self._group.buttons() if button.isChecked()), self._group.buttons()[0])
        self.setFocusProxy(first)

    def _text(self, value: int) -> str:
        if self.entry.shape is Shape.YES_NO:
            return code_name(self.entry.field, value)
        return self.tr("Yes") if value else self.tr("No")

    def _value(self, condition: Condition | None) -> int | None:
        if isinstance(condition, Filled):
            return int(condition.yes)
        if isinstance(condition, OneOf) and condition.values and isinstance(condition.values[0], int):
            return condition.values[0]
        return None

    def _apply(self, value: int) -> None:
        filled = self.entry.shape is Shape.FILLED
        field = self.entry.field
        self.applied.emit(Filled(field, bool(value)) if filled else OneOf(field, (value,)))


class TimeEditor(Editor):
    """A span of days: one of the usual ones, or from and to."""

    def __init__(self, entry: Filter, condition: Condition | None, parent: QWidget | None = None) -> None:
        super().__init__(entry, parent)
        between = condition if isinstance(condition, Between) else Between(entry.field)
        spans = QGridLayout()
        spans.setSpacing(theme.SPACE[0])
        for place, span in enumerate(SPANS):
            button = QPushButton(span.title, self)
            button.clicked.connect(lambda _checked=False, span=span: self._apply_span(span.start(_now())))
            spans.addWidget(button, place // 2, place % 2)
        self._column.addLayout(spans)
        self._low, self._from = self._end(self.tr("From"), between.low)
        self._high, self._to = self._end(self.tr("To"), between.high)
        self._column.addLayout(_button_row(self.tr("Apply"), self._apply, self))
        self.setFocusProxy(self._from)

    def _end(self, name: str, seconds: int | None) -> tuple[QCheckBox, QDateEdit]:
        box = QCheckBox(name, self)
        box.setAccessibleName(name)
        box.setChecked(seconds is not None)
        edit = QDateEdit(_date(seconds), self)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.setAccessibleName(name)
        edit.dateChanged.connect(lambda: box.setChecked(True))
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(edit)
        self._column.addLayout(row)
        return box, edit

    def _apply_span(self, start: int) -> None:
        self.applied.emit(Between(self.entry.field, start, None))

    def _apply(self) -> None:
        first = _parts(self._from.date()) if self._low.isChecked() else None
        last = _parts(self._to.date()) if self._high.isChecked() else None
        if first and last and first > last:
            first, last = last, first
        low, high = day_bounds(first, last)
        self.applied.emit(None if low is None and high is None else Between(self.entry.field, low, high))


def _button_row(text: str, run: Callable[[], None], parent: QWidget) -> QHBoxLayout:
    button = QPushButton(text, parent)
    button.setProperty("kind", "primary")
    button.clicked.connect(run)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    return row


def _now() -> datetime:
    return datetime.now().astimezone()


def _date(seconds: int | None) -> QDate:
    if seconds is None:
        return QDate.currentDate()
    day = datetime.fromtimestamp(seconds).astimezone()
    return QDate(day.year, day.month, day.day)


def _parts(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
