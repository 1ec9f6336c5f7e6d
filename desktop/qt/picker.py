"""Pickers: type to filter, arrows, Enter, Escape."""

from collections.abc import Iterable, Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QListView, QSizePolicy, QWidget

from desktop.qt.buttons import Button
from desktop.qt.choices import Check, Choice, ChoicesModel, Matcher, contains
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.picker_lines import LinePainter
from desktop.qt.popup import SHADOW, Popup
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated

_LINES = 10
_WIDTH = 280
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _LINES,
    Qt.Key.Key_PageUp: -_LINES,
}


class Mode(Enum):
    """What a picker answers."""

    ONE = "one"
    """One choice: picking it closes."""
    MANY = "many"
    """Any number: each toggle counts at once."""
    APPLY = "apply"
    """Any number, some of them taken in part: counts when applied, Escape takes it back."""


class PickerPopup(Translated, Popup):
    """A list to pick from.

    - `picked(key)`: a choice was picked (ONE);
    - `toggled(key, taken)`: a choice was taken or left (MANY, APPLY);
    - `applied(changes)`: dict key -> bool of what differs from the start (APPLY: on Apply or Ctrl+Enter);
    - `asked_new(text)`: the line offered by `offer_new` was picked.
    """

    picked = Signal(str)
    toggled = Signal(str, bool)
    applied = Signal(dict)
    asked_new = Signal(str)

    def __init__(
        self,
        look: Look,
        icons: Icons,
        parent: QWidget,
        *,
        mode: Mode = Mode.ONE,
        matcher: Matcher = contains,
        width: int = _WIDTH,
    ) -> None:
        """Take how typed text is matched (e.g. by pinyin too) and the width of the panel in pixels."""
        super().__init__(look, parent)
        self._mode = mode
        self._start: dict[str, Check] = {}
        self._new_words = ""
        self._model = ChoicesModel(matcher, self, checkable=mode is not Mode.ONE)
        self._width = width
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self._nothing = PlainLabel("", self, tone="secondary", wrap=True)
        self._new = Button("", self, kind="ghost", icon=icons.icon("plus"))
        self._apply = Button("", self, kind="primary")
        self._foot = QWidget(self)
        self._lay_out(icons)
        self._wire()
        self.retranslate()

    def set_choices(self, choices: Iterable[Choice], states: Mapping[str, Check] | None = None) -> None:
        """Offer `choices` in this order; `states` says what is taken already."""
        self._start = dict(states or {})
        self._model.set_choices(choices, self._start)
        self._after_filter()

    def set_title(self, text: str) -> None:
        """Say what is picked: the field's placeholder and its accessible name."""
        self.setAccessibleName(text)
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        self.list.setAccessibleName(text)

    def offer_new(self, words: str) -> None:
        """Offer to make what was typed and is not there; `words` holds "{}" for it, e.g. 'Create "{}"'."""
        self._new_words = words

    def states(self) -> dict[str, Check]:
        """Return what is taken now, by all or by some."""
        return self._model.states()

    def apply(self) -> None:
        """Emit what differs from the start and close."""
        now = self._model.states()
        changes = {
            key: now.get(key, Check.OFF) is Check.ON
            for key in now.keys() | self._start.keys()
            if now.get(key, Check.OFF) is not self._start.get(key, Check.OFF)
        }
        self.close_popup()
        if changes:
            self.applied.emit(changes)

    def sizeHint(self) -> QSize:
        """Ask for at most ten lines."""
        lines = min(max(self._model.rowCount(), 1), _LINES)
        chrome = self.field.sizeHint().height() + (self._foot.sizeHint().height() if self._has_foot() else 0)
        # The list pads 4 px above and below; the field has a 1 px hairline under it.
        height = lines * self._look.row_height + chrome + 2 * SHADOW + 2 + 2 * SPACE[0] + SPACE[0] + 1
        return QSize(roomy(self._width) + 2 * SHADOW, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's keys move and pick in the list."""
        typed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if typed and isinstance(event, QKeyEvent) and self._press_key(event):
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        self._apply.setText(self.tr("Apply"))
        self._nothing.setText(self.tr("Nothing found"))

    def _lay_out(self, icons: Icons) -> None:
        self.field.setProperty("bare", True)
        self.field.setFrame(False)
        self.field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setProperty("bare", True)
        self.list.setModel(self._model)
        self.list.setItemDelegate(LinePainter(self._look, icons, self._mode is not Mode.ONE, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = QFrame(self)
        line.setProperty("line", "top")
        line.setFixedHeight(1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._nothing.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[1])
        foot.addWidget(self._new)
        foot.addStretch(1)
        foot.addWidget(self._apply)
        self.body.setContentsMargins(SHADOW + 1, SHADOW + 1 + SPACE[0], SHADOW + 1, SHADOW + 1)
        for widget in (self.field, line, self._nothing, self.list, self._foot):
            self.body.addWidget(widget)

    def _wire(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered.connect(self._on_entered)
        self._apply.clicked.connect(self.apply)
        self._new.clicked.connect(self._on_new)

    def _take_focus(self) -> None:
        self.field.clear()
        self._after_filter()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _has_foot(self) -> bool:
        return self._mode is Mode.APPLY or not self._new.isHidden()

    def _press_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(apply=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        last = self._model.rowCount() - 1
        row = min(max(row, 0), last)
        way = 1 if step > 0 else -1
        found = self._model.next_choice(row, way)
        if found < 0:
            found = self._model.next_choice(row, -way)
        self._make_current(found)

    def _enter(self, *, apply: bool) -> None:
        line = self._model.line(self.list.currentIndex().row())
        if apply and self._mode is Mode.APPLY:
            self.apply()
        elif isinstance(line, Choice):
            self._pick(line)
        elif not self._new.isHidden():
            self._on_new()

    def _pick(self, choice: Choice) -> None:
        if self._mode is Mode.ONE:
            self.close_popup()
            self.picked.emit(choice.key)
            return
        taken = self._model.state(choice.key) is not Check.ON
        self._model.set_state(choice.key, Check.ON if taken else Check.OFF)
        self.toggled.emit(choice.key, taken)
        self.field.selectAll()

    def _on_typed(self, text: str) -> None:
        self._model.show(text)
        self._after_filter()

    def _after_filter(self) -> None:
        typed = self.field.text().strip()
        found = self._model.rowCount() > 0
        self._nothing.setVisible(not found)
        self.list.setVisible(found)
        offered = bool(self._new_words and typed) and not self._model.has_exactly(typed)
        self._new.setVisible(offered)
        if offered:
            self._new.setText(self._new_words.format(visible(typed, limit=40)).replace("&", "&&"))
        self._apply.setVisible(self._mode is Mode.APPLY)
        self._foot.setVisible(self._has_foot())
        self._make_current(self._model.next_choice(0, 1))

    def _make_current(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if isinstance(line, Choice) and line.enabled:
            self._pick(line)

    def _on_entered(self, index: QModelIndex) -> None:
        if isinstance(self._model.line(index.row()), Choice):
            self.list.setCurrentIndex(index)

    def _on_new(self) -> None:
        typed = self.field.text().strip()
        self.close_popup()
        self.asked_new.emit(typed)
