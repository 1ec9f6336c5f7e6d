"""What is asked for on the figures page: which agents, which days, in which time zone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from desktop.domain.following.figures import DIMENSIONS, Range, checked_range
from desktop.domain.following.periods import Unit, unit_for
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.choices import Check, Choice
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.wording.names import field_label

_PRESETS = (6, 29, 89, 364, 730)
"""Days before today a ready-made range begins."""
_CUSTOM = len(_PRESETS)
_ZONES = (
    "-08:00", "-05:00", "-03:00", "+00:00", "+01:00", "+02:00", "+03:00", "+04:00",
    "+05:30", "+07:00", "+08:00", "+09:00", "+10:00",
)  # fmt: skip


class Part(Enum):
    """The parts of the page."""

    ASSIGNED = "assigned"
    RECORDS = "records"
    CENSUS = "census"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for."""

    agents: tuple[str, ...]
    range: Range
    unit: Unit
    dimension: str


class FigureControls(Translated, QWidget):
    """The row of controls. `changed` when something else is asked for; `choices` offers the agents."""

    changed = Signal()

    def __init__(
        self, kit: Kit, today: Callable[[], date], choices: Callable[[], Sequence[Choice]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._today = today
        self._choices = choices
        self._part = Part.ASSIGNED
        self.agents: tuple[str, ...] = ()
        self._who = Button("", self, icon=kit.icons.icon("user"))
        self._who.clicked.connect(self.choose_agents)
        self.presets, self.units, self.dimensions, self.zones = (QComboBox(self) for _ in range(4))
        for box in (self.presets, self.units, self.dimensions, self.zones):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self._lay_out()
        self.zones.setEditable(True)
        self.zones.addItems(list(_ZONES))
        self.show_range(today() - timedelta(days=29), today())
        self.retranslate()
        self.presets.setCurrentIndex(1)
        self._connect()

    def asked(self) -> Asked:
        """Return what is asked for. Raises InvalidInput."""
        chosen = self.presets.currentIndex()
        if chosen < _CUSTOM:
            last = self._today()
            first = last - timedelta(days=_PRESETS[chosen])
        else:
            first, last = _date(self.first), _date(self.last)
        asked = checked_range(first, last, self.zones.currentText().strip())
        unit = self.units.currentData() or unit_for((last - first).days + 1)
        return Asked(self.agents, asked, unit, str(self.dimensions.currentData()))

    def show_part(self, part: Part) -> None:
        """Show the controls of a part of the page."""
        self._part = part
        self._show_fitting()

    def show_range(self, first: date, last: date) -> None:
        """Put days into the fields of an own range."""
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)

    def show_zone(self, zone: str) -> None:
        """Ask in this time zone, like "+08:00"."""
        self.zones.blockSignals(True)
        self.zones.setEditText(zone)
        self.zones.blockSignals(False)

    def take_agents(self, agents: Sequence[str]) -> None:
        """Ask for these agents."""
        self.agents = tuple(agents)
        self.retranslate()

    def choose_agents(self) -> None:
        """Open the picker of agents."""
        mode = Mode.ONE if self._part is Part.RECORDS else Mode.MANY
        picker = PickerPopup(self._kit.look, self._kit.icons, self, mode=mode)
        picker.set_title(self.tr("Find an agent"))
        picker.set_choices(list(self._choices()), dict.fromkeys(self.agents, Check.ON))
        picker.picked.connect(lambda key: self._take((key,)))
        picker.toggled.connect(self._toggle)
        picker.open_at(self._who)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        names = {one.key: one.text for one in self._choices()}
        shown = self.agents[:1] if self._part is Part.RECORDS else self.agents
        if len(shown) == 1:
            self._who.setText(names.get(shown[0], shown[0]))
        else:
            self._who.setText(self.tr("%Ln agent(s)", "", len(shown)) if shown else self.tr("Choose agents"))
        self._who.setAccessibleName(self.tr("Agents"))
        spans = (
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("Last 90 days"),
            self.tr("Last 365 days"),
            self.tr("Last two years"),
            self.tr("From … to …"),
        )
        _fill(self.presets, [(text, None) for text in spans])
        units = [(self.tr("Fitting periods"), None), (self.tr("Days"), Unit.DAY)]
        _fill(self.units, [*units, (self.tr("Weeks"), Unit.WEEK), (self.tr("Months"), Unit.MONTH)])
        _fill(self.dimensions, [(field_label(one), one) for one in DIMENSIONS])
        for widget, name in (
            (self.presets, self.tr("Range of days")),
            (self.units, self.tr("Periods")),
            (self.dimensions, self.tr("Counted by")),
            (self.zones, self.tr("Time zone")),
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self._show_fitting()

    def _take(self, agents: Sequence[str]) -> None:
        self.take_agents(agents)
        self.changed.emit()

    def _toggle(self, key: str, taken: bool) -> None:
        kept = [one for one in self.agents if one != key]
        self._take([*kept, key] if taken else kept)

    def _show_fitting(self) -> None:
        census = self._part is Part.CENSUS
        self._who.setVisible(not census)
        self.zones.setVisible(not census)
        self.dimensions.setVisible(census)
        self.units.setVisible(self._part is Part.ASSIGNED)
        own = self.presets.currentIndex() == _CUSTOM
        self.first.setVisible(own)
        self.last.setVisible(own)

    def _connect(self) -> None:
        for box in (self.presets, self.units, self.dimensions):
            box.currentIndexChanged.connect(self._on_choice)
        for field in (self.first, self.last):
            field.editingFinished.connect(self.changed)
            field.dateChanged.connect(self.changed)
        self.zones.currentIndexChanged.connect(self.changed)
        line = self.zones.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.changed)

    def _on_choice(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE[1])
        for field in (self.first, self.last):
            field.setDisplayFormat("yyyy-MM-dd")
            field.setCalendarPopup(True)
        parts = (self._who, self.dimensions, self.presets, self.first, self.last, self.units, self.zones)
        for widget in parts:
            row.addWidget(widget)
        row.addStretch(1)


def _fill(box: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    box.blockSignals(True)
    chosen = max(box.currentIndex(), 0)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)


def _date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
