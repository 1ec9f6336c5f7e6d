"""Asks for how long and why: a new ban, or a new end of one that is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import Ban, end_of, end_of_new, is_forever
from desktop.domain.errors import NotExtended
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.blacklist.wording import CountedBans, kind_text, length_text, until_text
from desktop.ui.form_field import FormField
from desktop.ui.kit import Kit

_WIDTH = 480
_LONGEST = 500
_KINDS = (BlackType.ONE_DAY, BlackType.TWO_DAYS, BlackType.THREE_DAYS, BlackType.FOREVER)


@dataclass(frozen=True, slots=True)
class Wished:
    """What was chosen: the kind, the reason, whether those already on the list get it too, the templates then."""

    kind: BlackType
    reason: str
    listed_too: bool
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Banned:
    """Whom a dialog is about: how many, what the only one is called, who of them is on the list already."""

    count: int
    name: str = ""
    listed: tuple[Ban, ...] = ()
    extends: bool = False


class BanDialog(Translated, QDialog):
    """Chooses a kind and a reason; the end is shown before anything is done. Accepted: `wished` says what."""

    def __init__(self, about: Banned, kit: Kit, templates: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._about = about
        self._kit = kit
        self._templates = tuple(templates)
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._meaning = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.kinds = QButtonGroup(self)
        self._kind_buttons = {kind: QRadioButton(self) for kind in _KINDS}
        self._kind_label = PlainLabel(parent=self)
        self.reason = QComboBox(self)
        self._reason_field = FormField(self.reason, self)
        self.keep = QCheckBox(self)
        self.listed_too = QCheckBox(self)
        self._end = PlainLabel(parent=self, strong=True, wrap=True)
        self.cancel = Button("", self)
        self.confirm = Button("", self, kind="primary")
        self._clock = QTimer(self, interval=1_000)
        self._fill()
        self._lay_out()
        self._connect()
        self.setFixedWidth(roomy(_WIDTH))
        self.retranslate()
        self._clock.start()

    @property
    def kind(self) -> BlackType:
        """The kind that is chosen."""
        return next(kind for kind, button in self._kind_buttons.items() if button.isChecked())

    @property
    def wished(self) -> Wished:
        """What is chosen."""
        reason = self.reason.currentText().strip()
        keeps = self.keep.isChecked() and reason not in self._templates
        templates = (*self._templates, reason) if keeps else self._templates
        return Wished(self.kind, reason, self.listed_too.isChecked() or self._about.extends, templates)

    def choose(self, kind: BlackType) -> None:
        """Choose a kind."""
        self._kind_buttons[kind].setChecked(True)

    def accept(self) -> None:
        """Accept only with a reason: Sobot wants one, and so does whoever reads the list tomorrow."""
        if not self.reason.currentText().strip():
            self._reason_field.show_text(self.tr("Say why: colleagues decide by it."))
            self.reason.setFocus()
            return
        super().accept()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        who = visible(self._about.name, limit=60) or CountedBans().customers(self._about.count)
        title = self.tr("Extend the ban of {who}") if self._about.extends else self.tr("Blacklist {who}")
        self._title.setText(title.format(who=who))
        self.setWindowTitle(self._title.text())
        self._kind_label.setText(self.tr("For how long"))
        for kind, button in self._kind_buttons.items():
            button.setText(kind_text(kind))
        self._reason_field.set_texts(self.tr("Reason"))
        self.keep.setText(self.tr("Keep this reason as a template"))
        self.listed_too.setText(self.tr("Give them this end and reason too"))
        self.cancel.setText(self.tr("Cancel"))
        self.confirm.setText(self.tr("Extend") if self._about.extends else self.tr("Add to blacklist"))
        self._show_meaning()
        self._show_end()

    def _show_meaning(self) -> None:
        listed = self._about.listed
        text = ""
        if self._about.extends:
            text = self.tr("The time starts anew with this change.")
            if len(listed) == 1:
                text = f"{self._now_text(listed[0])} {text}"
            if any(was_kept(ban) for ban in listed):
                text = self.tr("Sobot kept the old end last time: the ban is lifted now and made anew.")
        elif listed and self._about.count == 1:
            text = self._listed_text(listed[0])
        elif listed:
            text = CountedBans().listed_already(len(listed))
        self._meaning.setText(text)
        self._meaning.setVisible(bool(text))

    def _now_text(self, ban: Ban) -> str:
        kind = kind_text(ban.entry.type)
        if end_of(ban.entry) is None:
            return self.tr("Now: {kind}.").format(kind=kind)
        until = until_text(ban, self._kit.formats)
        return self.tr("Now: {kind}, until {until}.").format(kind=kind, until=until)

    def _listed_text(self, ban: Ban) -> str:
        kind = kind_text(ban.entry.type)
        if end_of(ban.entry) is None:
            return self.tr("On the blacklist already: {kind}. This gives the ban a new end.").format(kind=kind)
        text = self.tr("On the blacklist already: {kind}, until {until}. This gives the ban a new end.")
        return text.format(kind=kind, until=until_text(ban, self._kit.formats))

    def _show_end(self) -> None:
        now = int(self._kit.formats.clock())
        end = end_of_new(self.kind, now)
        if end is None:
            text = self.tr("Ends only when somebody lifts it.")
        else:
            text = self.tr("Ends {moment}, in {length}.").format(
                moment=self._kit.formats.moment(end), length=length_text(end - now)
            )
        if self._shortens(end):
            earlier = self.tr("Earlier than it would end now.")
            text = f"{text} {earlier}"
        self._end.setText(text)

    def _shortens(self, end: int | None) -> bool:
        if end is None or not (self._about.extends or self._about.count == 1):
            return False
        ends = [end_of(ban.entry) for ban in self._about.listed]
        forever = any(is_forever(ban.entry) for ban in self._about.listed)
        return forever or any(one is not None and one > end for one in ends)

    def _fill(self) -> None:
        for kind, button in self._kind_buttons.items():
            self.kinds.addButton(button, kind.value % 1_000)
        self.choose(BlackType.ONE_DAY)
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.addItems(list(self._templates))
        self.reason.setCurrentIndex(-1)
        self.reason.setMinimumWidth(roomy(_WIDTH) - 2 * theme.SPACE[4])
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST)
        listed = self._about.listed
        if self._about.extends and len(listed) == 1:
            self.reason.setEditText(listed[0].entry.reason)
        self.listed_too.setVisible(bool(listed) and not self._about.extends and self._about.count > 1)
        if self._about.count == 1:
            self.listed_too.setChecked(True)

    def _connect(self) -> None:
        self.kinds.idToggled.connect(lambda _id, _on: self._show_end())
        self.reason.editTextChanged.connect(self._on_reason)
        self._clock.timeout.connect(self._show_end)
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.accept)
        self.confirm.setDefault(True)
        self.confirm.setAutoDefault(True)
        self._on_reason()
        self._kind_buttons[BlackType.ONE_DAY].setFocus()

    def _on_reason(self) -> None:
        reason = self.reason.currentText().strip()
        self._reason_field.show_text("")
        self.keep.setEnabled(bool(reason) and reason not in self._templates)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(theme.SPACE[3])
        for button in self._kind_buttons.values():
            kinds.addWidget(button)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        column.addWidget(self._title)
        column.addWidget(self._meaning)
        column.addWidget(self.listed_too)
        column.addWidget(self._kind_label)
        column.addLayout(kinds)
        column.addWidget(self._end)
        column.addWidget(self._reason_field)
        column.addWidget(self.keep)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(foot(self.cancel, self.confirm))


def was_kept(ban: Ban) -> bool:
    """Say whether the server took an extension of this ban and kept the old end."""
    return isinstance(ban.refused, NotExtended)
