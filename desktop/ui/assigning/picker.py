"""The agent picker: type, Enter, done; several by Ctrl+Enter or the mouse."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.qt.choices import Check, Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.room import roomy
from desktop.qt.theme import SPACE
from desktop.ui.assigning.choices import answers
from desktop.ui.kit import Kit

_WIDTH = 380
_LEADING = 1.2
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class AgentPicker(PickerPopup):
    """Agents under their departments.

    Enter takes the line that was moved to or typed for, and answers; Ctrl+Enter, Space in an empty field and a
    click take it and stay. `chosen(agents)` with the ids in the order they were taken, `aimed(agents)` with those
    that Enter would answer with, whenever they change.
    """

    chosen = Signal(list)
    aimed = Signal(list)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._taken: dict[str, None] = {}
        self._aimed = False
        self._about: PlainLabel | None = None
        self._hint: PlainLabel | None = None
        super().__init__(kit.look, kit.icons, parent, mode=Mode.APPLY, matcher=answers, width=_WIDTH)
        self._about = PlainLabel("", self, type="secondary", tone="secondary", wrap=True)
        self._about.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[0])
        self._about.setMinimumHeight(self._height_of(""))
        self.body.insertWidget(self.body.indexOf(self._foot), self._about)
        self._hint = PlainLabel("", self._foot, type="small", tone="faint", elide=True)
        foot = self._foot.layout()
        if isinstance(foot, QHBoxLayout):
            foot.insertSpacing(0, SPACE[1])
            foot.insertWidget(1, self._hint, 1)
        self.field.textEdited.connect(self._on_edited)
        self.toggled.connect(self._on_toggled)
        self.list.selectionModel().currentChanged.connect(self.tell_aim)
        self.retranslate()

    @property
    def taken(self) -> list[str]:
        """The agents taken so far, in the order they were."""
        return list(self._taken)

    def offer(self, choices: Iterable[Choice]) -> None:
        """Offer these agents from now on; those taken stay taken, as far as they are there."""
        fresh = list(choices)
        there = {choice.key for choice in fresh}
        current = self._current()
        self._taken = {key: None for key in self._taken if key in there}
        self.set_choices(fresh, dict.fromkeys(self._taken, Check.ON))
        self._start = {}
        if current is not None:
            self._go_to(current.key)
        self.tell_aim()

    def tell(self, text: str) -> None:
        """Say in place what will be done, "" for nothing."""
        if self._about is not None:
            self._about.setText(text)
            # The list gives way, so that the popup stays where it is.
            self._about.setMinimumHeight(self._height_of(text))

    def tell_aim(self) -> None:
        """Say by `aimed` whom Enter would answer with."""
        current = self._current()
        aim = self._taken or ([current.key] if current is not None else [])
        self._apply.setEnabled(bool(aim))
        self.aimed.emit(list(aim))

    def apply(self) -> None:
        """Answer with what is taken, else with the current line, and close; stay when there is none."""
        current = self._current()
        taken = self.taken or ([current.key] if current is not None else [])
        if taken:
            self.close_popup()
            self.chosen.emit(taken)

    def sizeHint(self) -> QSize:
        """Ask for the lines that say what will be done too."""
        size = super().sizeHint()
        return size if self._about is None else QSize(size.width(), size.height() + self._about.minimumHeight())

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        super().retranslate()
        if self._hint is not None:
            self.set_title(self.tr("Search agents and departments…"))
            self._hint.setText(self.tr("Ctrl+Enter takes several"))
            self._apply.setText(self.tr("Assign"))

    def _height_of(self, text: str) -> int:
        metrics = QFontMetrics(self._look.font("secondary"))
        room = QRect(0, 0, roomy(_WIDTH) - 2 * SPACE[2] - SPACE[1], 1000)
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return round(max(needed, metrics.height()) * _LEADING) + 2 * SPACE[0]

    def _after_filter(self) -> None:
        super()._after_filter()
        if not self._aimed and not self.field.text().strip():
            # Nobody is proposed: who gets a customer is chosen, not confirmed.
            self.list.setCurrentIndex(QModelIndex())
            self.tell_aim()

    def _press_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not self.field.text():
            self._take_current()
            return True
        if event.key() in _MOVES and not self._taken:
            self._aimed = True
        return super()._press_key(event)

    def _enter(self, *, apply: bool) -> None:
        if apply:
            self._take_current()
            return
        current = self._current()
        if current is not None and current.key not in self._taken and (self._aimed or not self._taken):
            self._pick(current)
        self.apply()

    def _take_current(self) -> None:
        current = self._current()
        if current is not None:
            self._pick(current)
            self._aimed = False

    def _current(self) -> Choice | None:
        line = self._model.line(self.list.currentIndex().row())
        return line if isinstance(line, Choice) and line.enabled else None

    def _go_to(self, key: str) -> None:
        rows = range(self._model.rowCount())
        lines = ((row, self._model.line(row)) for row in rows)
        self._make_current(next((row for row, one in lines if isinstance(one, Choice) and one.key == key), -1))

    def _on_edited(self, text: str) -> None:
        self._aimed = bool(text.strip())

    def _on_toggled(self, key: str, taken: bool) -> None:
        self._taken.pop(key, None)
        if taken:
            self._taken[key] = None
        self.tell_aim()
