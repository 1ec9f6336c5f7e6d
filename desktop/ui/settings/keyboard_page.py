"""The settings of the keyboard: find an action, press other keys, hear whom they meet, go back to the standard."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.key_line import KeyLine
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.translated import Translated
from desktop.settings.preferences import Preferences
from desktop.ui.actions.keymap import STANDARD, Keys, given, keys_of, meets, taken_over
from desktop.ui.actions.registry import Verb, keys_text
from desktop.ui.settings.keys_table import KeysTable
from desktop.ui.wording.formats import listed


class KeyboardPage(Translated, QWidget):
    """Edits which keys do what. `chosen` with "keys" and the new choice."""

    chosen = Signal(str, object)

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Keys = preferences.keys
        self._asked: tuple[Verb, str] | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.table = KeysTable(look, self)
        self.line = KeyLine(self)
        self.note = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.change = Button("", self, kind="primary")
        self.take = Button("", self, kind="primary")
        self.leave = Button("", self)
        self.none, self.reset, self.reset_all = Button("", self), Button("", self), Button("", self, kind="ghost")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the keys in force."""
        self._keys = preferences.keys
        self.table.rows.show_keys(self._keys)
        self._show_state()

    def ask(self) -> None:
        """Wait for the new keys of the current action."""
        verb = self.table.current
        if verb is None or verb.fixed:
            return
        self._asked = None
        self.note.setText("")
        self._show_state(asking=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.search.setPlaceholderText(self.tr("Search actions or keys…"))
        self.search.setAccessibleName(self.tr("Search actions or keys"))
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.line.setPlaceholderText(self.tr("Press the new keys; Esc leaves them as they are"))
        self.line.setAccessibleName(self.tr("New keys"))
        self.change.setText(self.tr("Change keys…"))
        self.none.setText(self.tr("No keys"))
        self.reset.setText(self.tr("Back to the standard"))
        self.reset_all.setText(self.tr("All back to the standard"))
        self.take.setText(self.tr("Use them here"))
        self.leave.setText(self.tr("Leave them there"))
        self.table.rows.refresh()
        self._show_state()

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(theme.SPACE[1])
        answers.addWidget(self.line, 1)
        answers.addWidget(self.note, 1)
        answers.addWidget(self.leave)
        answers.addWidget(self.take)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE[1])
        for button in (self.change, self.none, self.reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE[2], 0, 0)
        column.setSpacing(theme.SPACE[1])
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(answers)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.table.rows.search)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.change_wanted.connect(self.ask)
        self.table.none_wanted.connect(self._take_away)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._forget())
        self.line.pressed.connect(self._on_pressed)
        self.line.left.connect(self._on_left)
        self.change.clicked.connect(self.ask)
        self.none.clicked.connect(self._take_away)
        self.reset.clicked.connect(self._back)
        self.reset_all.clicked.connect(lambda: self.chosen.emit("keys", {}))
        self.take.clicked.connect(self._take_over)
        self.leave.clicked.connect(self._forget)

    def _on_pressed(self, key: str) -> None:
        verb = self.table.current
        if verb is None:
            return
        others = meets(verb, key, self._keys)
        fixed = [other for other in others if other.fixed]
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not others:
            self._give(verb, (key,))
            return
        text = self.tr("{keys} belongs to “{action}”.")
        names = listed(QCoreApplication.translate("Actions", other.text) for other in fixed or others)
        self._asked = None if fixed else (verb, key)
        self._show_state()
        self.note.setText(text.format(keys=keys_text((key,)), action=names))
        if self._asked is not None:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        if self.line.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    def _take_over(self) -> None:
        if self._asked is not None:
            self.chosen.emit("keys", taken_over(*self._asked, self._keys))
        self._forget()

    def _take_away(self) -> None:
        verb = self.table.current
        if verb is not None and not verb.fixed:
            self._give(verb, ())

    def _back(self) -> None:
        verb = self.table.current
        if verb is None:
            return
        others = [other for key in verb.keys for other in meets(verb, key, self._keys)]
        changed = given(verb, verb.keys, self._keys)
        for other in others:
            # Whoever took one of them gives it back.
            changed = given(other, other.keys, changed)
        self.chosen.emit("keys", changed)

    def _give(self, verb: Verb, keys: tuple[str, ...]) -> None:
        self.chosen.emit("keys", given(verb, keys, self._keys))

    def _forget(self) -> None:
        if self.take.hasFocus() or self.leave.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked = None
        self.note.setText("")
        self._show_state()

    def _show_state(self, *, asking: bool = False) -> None:
        verb = self.table.current
        free = verb is not None and not verb.fixed
        self.line.setVisible(asking)
        self.note.setVisible(not asking)
        for button in (self.take, self.leave):
            button.setVisible(self._asked is not None and not asking)
        self.change.setEnabled(free)
        self.none.setEnabled(free and verb is not None and bool(keys_of(verb, self._keys)))
        self.reset.setEnabled(verb is not None and verb.name in self._keys)
        self.reset_all.setEnabled(self._keys != STANDARD)
