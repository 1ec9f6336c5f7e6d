"""The tag picker: type, Enter, done; several by Ctrl+Enter or the mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.tags.rules import LONGEST
from desktop.qt.choices import Check, Choice
from desktop.qt.labels import PlainLabel
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.theme import SPACE
from desktop.ui.kit import Kit
from desktop.ui.tagging.choices import KEYWORD_END

_WIDTH = 340


class TagPicker(PickerPopup):
    """Tags under their groups, taken by all, some or none of the customers.

    Enter takes the line that was typed for or moved to and applies; Ctrl+Enter, Space in an empty field and a
    click take it and stay. `applied` and `asked_new` as in every picker.
    """

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._offered: dict[str, Choice] = {}
        self._touched: dict[str, None] = {}
        self._aimed = False
        self._hint: PlainLabel | None = None
        self._news: PlainLabel | None = None
        super().__init__(kit.look, kit.icons, parent, mode=Mode.APPLY, width=_WIDTH)
        self._hint = PlainLabel("", self._foot, type="small", tone="faint", elide=True)
        self._news = PlainLabel("", self, type="secondary", tone="warning", wrap=True)
        self._news.setContentsMargins(SPACE[2], SPACE[0], SPACE[2], SPACE[0])
        self._news.hide()
        self.body.insertWidget(self.body.indexOf(self._foot), self._news)
        self.body.insertWidget(self.body.indexOf(self._foot), self._new)
        foot = self._foot.layout()
        if isinstance(foot, QHBoxLayout):
            foot.insertSpacing(0, SPACE[1])
            foot.insertWidget(1, self._hint, 1)
        self.field.textEdited.connect(self._on_edited)
        self.retranslate()

    @property
    def changed(self) -> Mapping[str, bool]:
        """What differs from what the customers have, so far."""
        now = self.states()
        return {
            key: now.get(key, Check.OFF) is Check.ON
            for key in now.keys() | self._start.keys()
            if now.get(key, Check.OFF) is not self._start.get(key, Check.OFF)
        }

    def offer(self, choices: Sequence[Choice]) -> list[Choice]:
        """Offer these from now on; what was taken stays so. Returns those taken that are no longer there."""
        fresh = {choice.key: choice for choice in choices}
        renamed = _renamed(self._offered, fresh)
        states = {renamed.get(key, key): state for key, state in self.states().items()}
        start = {renamed.get(key, key): state for key, state in self._start.items()}
        self._touched = {renamed.get(key, key): None for key in self._touched}
        gone = [self._offered[key] for key in self._touched if key in self._offered and key not in fresh]
        states, start = ({key: one[key] for key in one if key in fresh} for one in (states, start))
        kept = self.list.currentIndex().row()
        self._offered = fresh
        self.set_choices(choices, states)
        self._start = start
        for choice in gone:
            del self._touched[choice.key]
        self._make_current(self._model.next_choice(max(kept, 0), 1) if not self._aimed else self._best())
        return gone

    def learn(self, states: Mapping[str, Check]) -> None:
        """Take what the customers have, known only now; what was taken or left meanwhile stays so."""
        now = self.states()
        touched = {key: now.get(key, Check.OFF) for key in self._touched}
        row = self.list.currentIndex().row()
        self.set_choices(self._offered.values(), {**states, **touched})
        self._start = dict(states)
        self._make_current(row)

    def tell(self, text: str) -> None:
        """Say something in place, "" for nothing."""
        if self._news is not None:
            self._news.setText(text)
            self._news.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Ask for the line of a new tag too."""
        size = super().sizeHint()
        return size if self._hint is None else QSize(size.width(), size.height() + self._new.sizeHint().height())

    def retranslate(self) -> None:
        """Set the texts this block owns."""
        super().retranslate()
        if self._hint is not None:
            self.set_title(self.tr("Search tags…"))
            self._hint.setText(self.tr("Ctrl+Enter takes several"))
            self.offer_new(self.tr("Create tag “{}” in…"))

    def _press_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not self.field.text():
            self._take_current()
            return True
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not self._touched:
            self._aimed = True
        return super()._press_key(event)

    def _enter(self, *, apply: bool) -> None:
        current = isinstance(self._model.line(self.list.currentIndex().row()), Choice)
        if apply:
            self._take_current()
        elif not current and not self._new.isHidden():
            self._on_new()
        else:
            if self._aimed:
                self._take_current()
            self.apply()

    def _take_current(self) -> None:
        line = self._model.line(self.list.currentIndex().row())
        if isinstance(line, Choice) and line.enabled:
            self._pick(line)

    def _pick(self, choice: Choice) -> None:
        self._aimed = False
        self._touched[choice.key] = None
        state, start = self._model.state(choice.key), self._start.get(choice.key, Check.OFF)
        if state is Check.OFF and start is Check.SOME:
            # Off, some, on, off: the way back to what was is one step more.
            self._model.set_state(choice.key, Check.SOME)
            self.field.selectAll()
        else:
            super()._pick(choice)

    def _on_edited(self, text: str) -> None:
        self._aimed = bool(text.strip())

    def _after_filter(self) -> None:
        super()._after_filter()
        if self._hint is None:
            return
        typed = self.field.text().strip()
        long = len(typed) > LONGEST
        self._nothing.setText(
            self.tr("Nothing found. A tag's name has %n character(s) at most.", "", LONGEST)
            if long
            else self.tr("Nothing found")
        )
        self._new.setVisible(not self._new.isHidden() and not long)
        self._new.setText(self._fitting(typed).replace("&", "&&"))
        self._foot.show()
        self._make_current(self._best())

    def _fitting(self, typed: str) -> str:
        name = visible(typed, limit=LONGEST)
        room = roomy(_WIDTH) - self._new.fontMetrics().horizontalAdvance(self._new_words) - 4 * SPACE[3]
        return self._new_words.format(
            self._new.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(room, SPACE[5]))
        )

    def _best(self) -> int:
        """Return the row of the best answer to what is typed; the first where nothing tells them apart."""
        typed = self.field.text().strip().casefold()
        rows = [
            (_distance(typed, line) if typed else 0, row)
            for row in range(self._model.rowCount())
            if isinstance(line := self._model.line(row), Choice) and line.enabled
        ]
        return min(rows)[1] if rows else -1


def _distance(typed: str, choice: Choice) -> int:
    """Return how far a name is from what is typed: itself, its begin, a part, or only its group's name."""
    names = [choice.text.casefold(), *choice.keywords.split(KEYWORD_END)[0].split()]
    if typed in names:
        return 0
    if any(name.startswith(typed) for name in names):
        return 1
    return 2 if any(typed in name for name in names) else 3


def _renamed(old: Mapping[str, Choice], new: Mapping[str, Choice]) -> dict[str, str]:
    """Return the keys of choices that got another: the server gave a tag just made its own id."""
    places = {(choice.section, choice.text): key for key, choice in new.items() if key not in old}
    found = {key: places.get((choice.section, choice.text)) for key, choice in old.items() if key not in new}
    return {key: other for key, other in found.items() if other is not None}
