"""What narrows the blacklist: where bans stand, their kind, their end, when they began."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from desktop.domain.bans.entry import BlackType
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.flow import FlowLayout
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.blacklist.filtering import BanFilter, Ends, Show
from desktop.ui.blacklist.wording import kind_text

_ANY = "any"
_BETWEEN = "between"
_DAYS = {"today": 0, "week": 6, "month": 29}
_KINDS = (BlackType.ONE_DAY, BlackType.TWO_DAYS, BlackType.THREE_DAYS, BlackType.FOREVER)


class BanFilterBar(Translated, QWidget):
    """Chooses a `BanFilter` but for its text. `changed` with each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_box = self._box([one.value for one in Show])
        self.kind_box = self._box([_ANY, *(str(one.value) for one in _KINDS)])
        self.ends_box = self._box([one.value for one in Ends])
        self.since_box = self._box([_ANY, *_DAYS, _BETWEEN])
        self._first = QDateEdit(self)
        self._dash = PlainLabel("–", self, tone="secondary")
        self._last = QDateEdit(self)
        self.clear = Button("", self, kind="link")
        today = QDate.currentDate()
        for edit, date in ((self._first, today.addDays(-7)), (self._last, today)):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setDate(date)
            edit.dateChanged.connect(self._on_changed)
        self.clear.clicked.connect(self.reset)
        self._lay_out()
        self.retranslate()
        self._on_changed()

    def chosen(self, now: int, text: str) -> BanFilter:
        """Return what is chosen, with the text of the search; days are those of this machine."""
        since, until = self._range(now)
        kind = self.kind_box.currentData()
        return BanFilter(
            text,
            Show(self.show_box.currentData()),
            None if kind == _ANY else BlackType(int(kind)),
            Ends(self.ends_box.currentData()),
            since,
            until,
        )

    def reset(self) -> None:
        """Choose what is usual."""
        for box in (self.show_box, self.kind_box, self.ends_box, self.since_box):
            box.setCurrentIndex(0)

    def choose(self, box: QComboBox, value: str) -> None:
        """Choose a value."""
        box.setCurrentIndex(box.findData(value))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        for box, name, texts in (
            (self.show_box, self.tr("Status"), _show_texts()),
            (self.kind_box, self.tr("Kind"), _kind_texts()),
            (self.ends_box, self.tr("Ends"), _ends_texts()),
            (self.since_box, self.tr("Added"), _since_texts()),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            for place in range(box.count()):
                box.setItemText(place, texts[box.itemData(place)])
        self._first.setAccessibleName(self.tr("Added from"))
        self._last.setAccessibleName(self.tr("Added up to"))
        self.clear.setText(self.tr("Clear filters"))

    def _range(self, now: int) -> tuple[int | None, int | None]:
        added = self.since_box.currentData()
        if added == _ANY:
            return None, None
        if added == _BETWEEN:
            last = self._last.date().addDays(1)
            return int(self._first.date().startOfDay().toSecsSinceEpoch()), int(
                last.startOfDay().toSecsSinceEpoch()
            )
        midnight = datetime.fromtimestamp(now).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return int((midnight - timedelta(days=_DAYS[added])).timestamp()), None

    def _box(self, values: list[str]) -> QComboBox:
        box = QComboBox(self)
        for value in values:
            box.addItem("", value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _on_changed(self) -> None:
        between = self.since_box.currentData() == _BETWEEN
        for part in (self._first, self._dash, self._last):
            part.setVisible(between)
        boxes = (self.show_box, self.kind_box, self.ends_box, self.since_box)
        self.clear.setVisible(any(box.currentIndex() for box in boxes))
        self.changed.emit()

    def _lay_out(self) -> None:
        row = FlowLayout(self, spacing=theme.SPACE[1])
        boxes = (self.show_box, self.kind_box, self.ends_box, self.since_box)
        for part in (*boxes, self._first, self._dash, self._last, self.clear):
            row.addWidget(part)


def _show_texts() -> dict[str, str]:
    return {
        Show.LISTED.value: QCoreApplication.translate("Blacklist", "On the blacklist"),
        Show.UNCONFIRMED.value: QCoreApplication.translate("Blacklist", "Ended, not confirmed"),
        Show.WAITING.value: QCoreApplication.translate("Blacklist", "Waiting or refused"),
        Show.LIFTED.value: QCoreApplication.translate("Blacklist", "Lifted"),
        Show.ALL.value: QCoreApplication.translate("Blacklist", "Everything"),
    }


def _kind_texts() -> dict[str, str]:
    kinds = {str(one.value): kind_text(one) for one in _KINDS}
    return {_ANY: QCoreApplication.translate("Blacklist", "Any kind"), **kinds}


def _ends_texts() -> dict[str, str]:
    return {
        Ends.ANY.value: QCoreApplication.translate("Blacklist", "Any end"),
        Ends.HOUR.value: QCoreApplication.translate("Blacklist", "Ends within the hour"),
        Ends.SHIFT.value: QCoreApplication.translate("Blacklist", "Ends this shift"),
        Ends.TODAY.value: QCoreApplication.translate("Blacklist", "Ends today"),
        Ends.NEVER.value: QCoreApplication.translate("Blacklist", "Has no end"),
    }


def _since_texts() -> dict[str, str]:
    return {
        _ANY: QCoreApplication.translate("Blacklist", "Added at any time"),
        "today": QCoreApplication.translate("Blacklist", "Added today"),
        "week": QCoreApplication.translate("Blacklist", "Added in the last 7 days"),
        "month": QCoreApplication.translate("Blacklist", "Added in the last 30 days"),
        _BETWEEN: QCoreApplication.translate("Blacklist", "Added between…"),
    }
