"""The head of the detail panel: who the customer is, how to reach them, tags, stage, agent."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.customers.customer import Customer
from desktop.domain.folding import Spans
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.chips import Chip, ChipPainter, ChipView
from desktop.qt.columns import Mark
from desktop.qt.flow import FlowLayout
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.safetext import tooltip, visible
from desktop.qt.translated import Translated
from desktop.ui.detail.contact_line import ContactLine
from desktop.ui.detail.mark import MarkPill
from desktop.ui.detail.stage_track import StageTrack
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import field_label


class DetailHeader(Translated, QWidget):
    """Shows a `Customer` at a glance.

    `copied` with what a copy button put on the clipboard; `tag_removed` with the id of a tag whose chip goes;
    `tag_wanted` from the button beside the chips, `stage_wanted` and `agent_wanted` from those beside
    stage and agent; `pending_wanted` from the line that says that edits wait, which `pending` answers for an id;
    `banned` answers how the customer is marked.
    """

    copied = Signal(str)
    tag_removed = Signal(str)
    tag_wanted = Signal()
    agent_wanted = Signal()
    stage_wanted = Signal()
    pending_wanted = Signal()

    def __init__(
        self, look: Look, icons: Icons, chips: ChipPainter, lookup: Lookup, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._icons = icons
        self._painter = chips
        self._customer: Customer | None = None
        self._name = PlainLabel(parent=self, type="section", wrap=True)
        self._second = PlainLabel(parent=self, tone="secondary", elide=True)
        self._vip = MarkPill("vip", "warning", look, icons, self)
        self._black = MarkPill("ban", "danger", look, icons, self)
        self._phone = ContactLine("phone", icons, self)
        self._mail = ContactLine("mail", icons, self)
        self._tags = QWidget(self)
        self._flow = FlowLayout(self._tags, spacing=theme.SPACE[0])
        self._no_tags = PlainLabel(parent=self._tags, type="secondary", tone="faint")
        self._chips: list[ChipView] = []
        self._shown_tags: list[tuple[Chip, str, str, str]] | None = None
        self.add_tag = Button("", self._tags, kind="link", icon=icons.icon("plus", tone="accent"))
        self.add_tag.clicked.connect(self.tag_wanted)
        self.pending: Callable[[str], Mark | None] | None = None
        self.banned: Callable[[str], Mark | None] | None = None
        self._pending = Button("", self, kind="link")
        self._pending.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pending.clicked.connect(self.pending_wanted)
        self._pending.hide()
        self._track = StageTrack(look, self)
        self._stage = PlainLabel(parent=self, type="secondary", elide=True)
        self._stage_age = PlainLabel(parent=self, type="secondary", tone="secondary")
        self.set_stage = Button("", self, kind="link", icon=icons.icon("edit", tone="accent"))
        self.set_stage.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_stage.clicked.connect(self.stage_wanted)
        self._agent = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self.assign = Button("", self, kind="link", icon=icons.icon("assign", tone="accent"))
        self.assign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.assign.clicked.connect(self.agent_wanted)
        for contact in (self._phone, self._mail):
            contact.copied.connect(self.copied)
        self._lay_out()
        self.retranslate()

    @property
    def stage_id(self) -> str:
        """The stage of the customer shown, "" for none."""
        return self._customer.text("stage_id") if self._customer is not None else ""

    def spot(self, spotted: Callable[[str], Spans] | None) -> None:
        """Have names, phone and mail show on a ground where in them a search found something."""
        for label in (self._name, self._second, self._phone.value, self._mail.value):
            label.spotted = spotted

    def show_stage_age(self, text: str, exact: str) -> None:
        """Show how long the customer is in its stage, and in the tooltip since when; "" where nobody knows."""
        self._stage_age.setText(text)
        self._stage_age.set_hint(exact)
        self._stage_age.setAccessibleName(exact)

    def show_customer(self, customer: Customer) -> None:
        """Show a customer."""
        before = (self._customer.id, self.stage_id) if self._customer is not None else None
        if before != (customer.id, customer.text("stage_id")):
            self.show_stage_age("", "")
        self._customer = customer
        self.retranslate()

    def refresh_banned(self) -> None:
        """Say whether the customer is banned, and until when: by the blacklist, else by the record alone."""
        customer = self._customer
        mark = self.banned(customer.id) if self.banned and customer else None
        flagged = customer is not None and customer.number("blacklisted") == 1
        self._black.setVisible(mark is not None or flagged)
        self._black.set_text(self.tr("Blacklisted") if mark is None else mark.words)

    def refresh_pending(self) -> None:
        """Say whether edits of this customer wait."""
        mark = self.pending(self._customer.id) if self.pending and self._customer else None
        self._pending.setVisible(mark is not None)
        if mark is not None:
            self._pending.setIcon(self._icons.icon(mark.icon, tone=mark.tone))
            self._pending.setText(mark.words)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._vip.set_text(self.tr("VIP"))
        self._no_tags.setText(self.tr("No tags"))
        self.add_tag.setText(self.tr("Tag"))
        self.add_tag.setAccessibleName(self.tr("Tag the customer"))
        self.assign.setText(self.tr("Assign"))
        self.assign.setAccessibleName(self.tr("Assign the customer"))
        self.set_stage.setText(self.tr("Set"))
        self.set_stage.setAccessibleName(self.tr("Set the stage of the customer"))
        if self._customer is not None:
            self._show_person(self._customer)
            self._show_tags(self._customer)
            self._show_follow_up(self._customer)
            self.refresh_pending()

    def _show_person(self, customer: Customer) -> None:
        self._name.setText(customer.name)
        second = customer.text("real_name")
        self._second.setText(second)
        self._second.setVisible(bool(second) and second != customer.name)
        level = customer.text("vip_level")
        self._vip.setVisible(customer.number("is_vip") == 1)
        if level:
            self._vip.set_text(f"{self.tr('VIP')} · {self._lookup.vip_level(level)}")
        self.refresh_banned()
        phone, mail = customer.text("phone"), customer.text("email")
        self._phone.show_value(field_label("phone"), Formats.phone(phone), phone)
        self._mail.show_value(field_label("email"), mail, mail)

    def _show_tags(self, customer: Customer) -> None:
        wanted = list(self._tags_of(customer))
        if wanted == self._shown_tags:
            return
        self._shown_tags = wanted
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        for part in (*self._chips, self._no_tags, self.add_tag):
            self._flow.removeWidget(part)
        for chip in self._chips:
            chip.deleteLater()
        self._chips = []
        for shown in wanted:
            self._add_chip(*shown)
        self._no_tags.setVisible(not self._chips)
        self._flow.addWidget(self._no_tags)
        self._flow.addWidget(self.add_tag)
        self._flow.invalidate()
        if focused >= 0:
            # Several are removed one after the other without the mouse.
            stops = [*self._chips, self.add_tag]
            stops[min(focused, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tags_of(self, customer: Customer) -> Iterator[tuple[Chip, str, str, str]]:
        """Yield chips, what they are called, and of those that can be removed how, and the id."""
        how = self.tr("Delete removes the tag")
        for tag in self._lookup.tags(customer.ids("tags")):
            name = f"{tag.section}: {tag.text}" if tag.section else tag.text
            yield Chip(tag.text, tag.color), name, how, str(tag.value)
        for tag_id in customer.ids("wecom_tags"):
            name = self._lookup.wecom_tag(tag_id)
            said = self.tr("WeCom tag: {tag}. It is edited in WeCom.").format(tag=name)
            yield Chip(name, "", wecom=True), said, "", ""

    def _add_chip(self, chip: Chip, name: str, how: str, tag_id: str) -> None:
        view = ChipView(chip, self._painter, self._tags, removable=bool(tag_id))
        if tag_id:
            view.removed.connect(lambda: self.tag_removed.emit(tag_id))
            view.setAccessibleDescription(how)
        else:
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(visible(name))
        view.setToolTip(tooltip(name))
        self._chips.append(view)
        self._flow.addWidget(view)
        view.show()

    def _show_follow_up(self, customer: Customer) -> None:
        stage = customer.text("stage_id")
        self._track.show_stage(self._lookup.stages(), stage)
        self._stage.setText(self._lookup.stage(stage) if stage else self.tr("No stage"))
        self._stage.set_tone("text" if stage else "faint")
        self._stage.setAccessibleName(f"{field_label('stage_id')}: {self._stage.text()}")
        agent = customer.text("agent_name") or customer.text("agent_id")
        if agent and not customer.text("agent_name"):
            agent = self._lookup.agent(agent)
        self._agent.setText(
            self.tr("Agent: {name}").format(name=agent) if agent else self.tr("Not assigned to an agent")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[1])
        column.addWidget(self._name)
        column.addWidget(self._second)
        marks = QHBoxLayout()
        marks.setSpacing(theme.SPACE[0])
        marks.addWidget(self._vip)
        marks.addWidget(self._black)
        marks.addStretch(1)
        column.addLayout(marks)
        column.addWidget(self._phone)
        column.addWidget(self._mail)
        column.addWidget(self._tags)
        column.addWidget(self._pending)
        stage = QHBoxLayout()
        stage.setSpacing(theme.SPACE[1])
        stage.addWidget(self._track)
        stage.addWidget(self._stage, 1)
        stage.addWidget(self._stage_age)
        stage.addWidget(self.set_stage)
        column.addLayout(stage)
        agent = QHBoxLayout()
        agent.setSpacing(theme.SPACE[1])
        agent.addWidget(self._agent, 1)
        agent.addWidget(self.assign)
        column.addLayout(agent)
