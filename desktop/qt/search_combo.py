"""A line that finds one of many: type to search, arrows, Enter; the mouse too."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.qt.choices import Check, Choice
from desktop.qt.combo_line import ComboLine
from desktop.qt.droplist import DropList
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.searching import RankedChoices

Respell: TypeAlias = Callable[[str], str]
"""Returns another spelling of a typed text that found nothing, "" when there is none."""
Offer: TypeAlias = Callable[[], Sequence[Choice]]
"""Makes the choices, when the list is about to be seen."""

_PAGE = 10
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_LEFT_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class SearchCombo(ComboLine):
    """Shows one choice and finds another.

    - `picked(key)`: a person took a choice, "" when they emptied the line (`set_clearable`);
    - `entered(text)`: a person took a text that is none of the choices (`set_free`);
    - `opened`: the list is shown; `typed(text)`: what is searched for changed.

    Enter and Tab take the marked line, Escape brings back what was. Nothing is taken by the wheel.
    """

    picked = Signal(str)
    entered = Signal(str)
    opened = Signal()
    typed = Signal(str)

    def __init__(
        self,
        look: Look,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        most: int = 200,
    ) -> None:
        super().__init__(icons, parent)
        self._look = look
        self._icons = icons
        self._free = False
        self._offer: Offer = tuple
        self._respell: Respell = lambda _text: ""
        self._news = ""
        self._searching = False
        self._model = RankedChoices(self, most=most)
        self._popup: DropList | None = None
        self._open.triggered.connect(self.toggle_list)
        self._clear.triggered.connect(self._on_cleared)
        self.textEdited.connect(self._on_typed)

    @property
    def list_open(self) -> bool:
        """Whether the list is seen."""
        return self._popup is not None

    def offer(self, offer: Offer) -> None:
        """Find among what `offer` makes; it is asked anew each time the list opens."""
        self._offer = offer

    def respell(self, respell: Respell) -> None:
        """Look for what `respell` makes of a text that finds nothing as it is."""
        self._respell = respell

    def set_current(self, key: str, text: str) -> None:
        """Show this as chosen; ends a search."""
        self._key, self._text = key, text
        self._end()

    def tell(self, text: str) -> None:
        """Say something under the list while it is open (still fetching, could not be fetched); "" for nothing."""
        self._news = text
        self._refill()

    def offer_changed(self) -> None:
        """Ask for the choices again, if the list is open."""
        self._refill()

    def set_free(self, on: bool) -> None:
        """Let a text be taken that is none of the choices, or not."""
        self._free = on

    def set_read_only(self, on: bool) -> None:
        """Let the choice be seen only."""
        self.setReadOnly(on)
        self._close()
        self._refresh()

    def open_list(self) -> None:
        """Show everything there is to choose."""
        if self._popup is not None or self.isReadOnly() or not self.isEnabled():
            return
        if not self._eager and not self._searching:
            return
        self._popup = DropList(self._model, self._look, self._icons, self)
        self._popup.picked.connect(self._pick)
        self._popup.closed.connect(self._on_closed)
        self._model.show("")
        self._fill()
        self._popup.open_at(self)
        self.opened.emit()

    def toggle_list(self) -> None:
        """Show the list, or close it."""
        if self._popup is not None:
            self._give_up()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectAll()
        self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take and give up."""
        if not self._press_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window while there is a list or a search to give up."""
        over = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if over and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._busy():
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list on a click."""
        first = not self.hasFocus() or self._popup is None
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and first and not self.isReadOnly():
            self.selectAll()
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed when left by Tab, or what is meant without doubt; else bring back what was."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._leave(by_key=event.reason() in _LEFT_BY_KEY)

    def _busy(self) -> bool:
        return self._popup is not None or self._searching

    def _press_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._busy():
            self._take()
        elif key == Qt.Key.Key_Escape and self._busy():
            self._give_up()
        elif key in _MOVES and self._popup is not None:
            self._popup.move_current(_MOVES[key])
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not self.isReadOnly():
            self.open_list()
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        self._searching = True
        if not text and not self._eager:
            self._end()
        self.open_list()
        self._search()
        self._fit()
        self.typed.emit(text)

    def _take(self) -> None:
        """Take the marked line, the typed text, or emptiness."""
        text = self.text().strip()
        marked = self._marked()
        if self._searching and not text:
            self._on_cleared()
        elif marked is not None:
            self._pick(marked.key)
        elif self._free and self._searching:
            self._enter(text)
        elif not self._searching:
            self._give_up()

    def _marked(self) -> Choice | None:
        """Return what Enter takes: the marked line, or what it would be had another window not closed the list."""
        if self._popup is not None:
            return self._popup.current()
        line = self._model.line(self._aim()) if self._searching else None
        return line if isinstance(line, Choice) else None

    def _leave(self, *, by_key: bool) -> None:
        text = self.text().strip()
        if not self._searching:
            self._close()
        elif not text:
            self._on_cleared()
        elif by_key or self._free:
            self._take()
        elif (exact := self._model.exact(text)) is not None:
            self._pick(exact.key)
        if self._busy():
            self._give_up()

    def _pick(self, key: str) -> None:
        choice = next((one for one in self._model.choices if one.key == key), None)
        changed = key != self._key
        self.set_current(key, choice.text if choice else "")
        if changed:
            self.picked.emit(key)

    def _enter(self, text: str) -> None:
        changed = text != self._text or bool(self._key)
        self.set_current("", text)
        if changed:
            self.entered.emit(text)

    def _on_cleared(self) -> None:
        if not self._clearable:
            self._give_up()
            return
        changed = bool(self._key or self._text)
        self.set_current("", "")
        if changed:
            self.picked.emit("")

    def _give_up(self) -> None:
        self._end()
        self.selectAll()

    def _end(self) -> None:
        self._searching = False
        self._close()
        self._show_chosen()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.close_popup()

    def _on_closed(self) -> None:
        popup, self._popup = self._popup, None
        if popup is not None:
            popup.deleteLater()

    def _refill(self) -> None:
        if self._popup is not None:
            self._fill()

    def _fill(self) -> None:
        self._model.set_choices(self._offer(), {self._key: Check.ON} if self._key else {})
        if self._searching:
            self._search()
        self._fit()

    def _search(self) -> None:
        text = self.text()
        self._model.show(text)
        if text.strip() and not self._model.rowCount() and (other := self._respell(text)):
            self._model.show(other)

    def _fit(self) -> None:
        if self._popup is None:
            return
        rows = self._model.rowCount()
        nothing = self.tr("Nothing found") if self._searching and not self._free else ""
        self._popup.tell(self._news or ("" if rows else nothing or self.tr("Nothing to choose")))
        self._popup.make_current(self._aim())
        self._popup.fit()

    def _aim(self) -> int:
        """Return the line to mark: what is chosen, the best answer, of free texts only what they name."""
        if self._searching and self._free:
            exact = self._model.exact(self.text())
            return self._model.row_of(exact.key) if exact else -1
        mine = -1 if self._searching else self._model.row_of(self._key)
        return mine if mine >= 0 else self._model.next_choice(0, 1)
