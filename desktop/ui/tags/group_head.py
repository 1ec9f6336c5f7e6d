"""The head of the chosen group: colour, name, facts, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.contrast import parse
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Verb
from desktop.ui.kit import Kit
from desktop.ui.tags.group_list import paint_dot
from desktop.ui.tags.groupwords import facts
from desktop.ui.tags.scene import GroupLine
from desktop.ui.tags.statewords import state_words

_DOT = 14
_NAME = 140
"""Pixels that a name gets beside the buttons at text size 1; a shorter one takes what it needs."""


class _Dot(QWidget):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.look.changed.connect(self.update)

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_DOT, _DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_dot(painter, QRectF(0, 0, _DOT, _DOT), self._colour, self._kit)


class GroupHead(Translated, QWidget):
    """Shows a group and a button for each of its actions, by the names of their verbs."""

    def __init__(self, kit: Kit, actions: Mapping[Verb, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._line: GroupLine | None = None
        self._dot = _Dot(kit, self)
        self.name = PlainLabel(parent=self, type="section", strong=True, elide=True)
        self._facts = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._bad = PlainLabel(parent=self, type="secondary", tone="warning", wrap=True)
        self._words: dict[str, str] = {}
        self._actions = {verb.name: action for verb, action in actions.items()}
        self.buttons = {verb.name: self._button(verb, action) for verb, action in actions.items()}
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE[1])
        top.addWidget(self._dot)
        top.addWidget(self.name, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[1])
        column.setSpacing(theme.SPACE[0])
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addWidget(self._bad)
        kit.look.changed.connect(self._fit)
        self.retranslate()

    def show_group(self, line: GroupLine) -> None:
        """Show a group."""
        self._line = line
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        line = self._line
        if line is None:
            return
        self._dot.show_colour(line.group.color)
        self.name.setText(line.group.name)
        words = state_words(line)
        self._facts.setText(f"{facts(line)} · {words}" if words else facts(line))
        bad = bool(line.group.color) and parse(line.group.color) is None
        self._bad.setVisible(bad)
        text = self.tr("Its colour on the server, “{colour}”, is none. It is shown as neutral and left as it is.")
        self._bad.setText(text.format(colour=visible(line.group.color, limit=40)))

        self._name_buttons(multiple=line.group.multiple)

    def _name_buttons(self, *, multiple: bool) -> None:
        words = {
            verbs.NEW_TAG.name: self.tr("New tag"),
            verbs.RENAME_GROUP.name: self.tr("Rename"),
            verbs.RECOLOUR_GROUP.name: self.tr("Colour"),
            verbs.SWITCH_CHOICE.name: self.tr("Allow one only") if multiple else self.tr("Allow several"),
            verbs.DELETE_GROUP.name: self.tr("Delete"),
        }
        self._words = words
        for name, button in self.buttons.items():
            button.setAccessibleName(self._actions[name].text())
            button.setToolTip(self._actions[name].toolTip())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the buttons their words only where the name has room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for name, button in self.buttons.items():
            button.setText(self._words.get(name, ""))
        named = min(self.name.sizeHint().width(), self._kit.look.scaled(_NAME))
        parts = [button.sizeHint().width() for button in self.buttons.values()]
        needed = _DOT + named + sum(parts) + theme.SPACE[1] * (len(parts) + 1) + 2 * theme.SPACE[3]
        if needed > self.width():
            for button in self.buttons.values():
                button.setText("")

    def _button(self, verb: Verb, action: QAction) -> Button:
        button = Button("", self, kind="ghost")
        button.clicked.connect(action.trigger)

        def take() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

        def take_look() -> None:
            button.setIcon(self._kit.icons.icon(verb.icon))

        action.changed.connect(take)
        self._kit.look.changed.connect(take_look)
        take()
        take_look()
        return button
