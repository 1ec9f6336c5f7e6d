"""Under the outbox's table: all there is to say about the current line, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.edits.outbox import State
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.intents.intent import AddTags, RemoveTags
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.icon_label import IconLabel
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.outbox.lines import Line
from desktop.ui.outbox.linewords import detail_text, state_mark, state_text

RECORDS = (UpdateCustomer, CreateCustomer, SaveEnterprise)
"""Edits that are corrected in the form of their record."""


class LineBar(Translated, QFrame):
    """Shows a line; hidden without one. The signals tell which button was pressed."""

    decide_wanted = Signal()
    retry_wanted = Signal()
    edit_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self.setProperty("line", "top")
        self._sign = IconLabel("clock", kit.icons, self)
        self._what = PlainLabel(parent=self, strong=True, elide=True)
        self._who = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._state = PlainLabel(parent=self, type="secondary", tone="secondary")
        self._why = PlainLabel(parent=self, wrap=True)
        icon = kit.icons.icon
        self.decide = Button("", self, kind="primary", icon=icon("merge", tone="on_accent"))
        self.retry = Button("", self, icon=icon("refresh"))
        self.edit = Button("", self, icon=icon("edit"))
        self.discard = Button("", self, kind="danger", icon=icon("trash", tone="danger"))
        self.decide.clicked.connect(self.decide_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self._lay_out()
        self.hide()
        self.retranslate()

    def show_line(self, line: Line | None, what: str = "", who: str = "") -> None:
        """Show a line with what it wants and whom it is about, None for none."""
        self._line = line
        self.setVisible(line is not None)
        self._what.setText(what)
        self._who.setText(who)
        self._who.setVisible(bool(who))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("The chosen edit"))
        self.decide.setText(self.tr("Decide…"))
        self.edit.setText(self.tr("Edit…"))
        self.discard.setText(self.tr("Discard"))
        self.retry.setText(self.tr("Try again"))
        line = self._line
        if line is None:
            return
        mark = state_mark(line)
        self._sign.show_icon(mark.icon, mark.tone)
        self._state.setText(state_text(line))
        self._why.setText(detail_text(line))
        idle = line.state is not State.SENDING
        self.decide.setVisible(line.conflict)
        self.retry.setVisible(idle and not line.conflict)
        self.edit.setVisible(is_editable(line))
        self.discard.setVisible(idle)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE[1])
        head.addWidget(self._sign)
        head.addWidget(self._what, 1)
        head.addWidget(self._state)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE[1])
        buttons.addStretch(1)
        for button in (self.discard, self.edit, self.retry, self.decide):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[2], theme.SPACE[3], theme.SPACE[2])
        column.setSpacing(theme.SPACE[1])
        column.addLayout(head)
        column.addWidget(self._who)
        column.addWidget(self._why)
        column.addLayout(buttons)


def is_editable(line: Line) -> bool:
    """Say whether what a line asks for can be corrected."""
    intent = line.intent
    named = getattr(intent, "name", None) is not None or getattr(intent, "param_name", None) is not None
    return (
        line.state is not State.SENDING
        and not line.conflict
        and (named or isinstance(intent, (AddTags, RemoveTags, *RECORDS)))
    )
