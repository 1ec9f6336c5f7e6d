"""Asks before tags or a group are deleted: what goes, who loses it, confirmed by typing the name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.tags.holders import Holders
from desktop.domain.tags.neardup import folded
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.chips import Chip, ChipView
from desktop.qt.flow import FlowLayout
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.form_field import FormField
from desktop.ui.kit import Kit
from desktop.ui.tags.groupwords import customers_words, tags_words
from desktop.ui.tags.people_list import PeopleList

_WIDTH = 480
_CHIPS = 24


class RemovalDialog(Translated, QDialog):
    """Accepted when the name was typed: delete the tags `chips` shows, with the group when `group` names one."""

    def __init__(self, group: str, chips: Sequence[Chip], kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._group = group
        self._chips = tuple(chips)
        self._holders: Holders | None = None
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._tags = PlainLabel(parent=self, wrap=True)
        self._who = PlainLabel(parent=self, wrap=True)
        self._people = PeopleList(kit, self)
        self._kept = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.typed = QLineEdit(self)
        self._field = FormField(self.typed, self)
        self._cancel = Button("", self)
        self.delete = Button("", self, kind="destroy")
        self._lay_out(kit)
        self.typed.textChanged.connect(self._refresh)
        self.typed.returnPressed.connect(self._take)
        self._cancel.clicked.connect(self.reject)
        self.delete.clicked.connect(self._take)
        self.retranslate()
        self.typed.setFocus()

    @property
    def name(self) -> str:
        """What has to be typed: the group's name, the tag's, or how many tags."""
        if self._group or not self._chips:
            return self._group
        return self._chips[0].text if len(self._chips) == 1 else str(len(self._chips))

    @property
    def held(self) -> bool:
        """Whether customers may have what is deleted: known, or not counted yet."""
        return self._holders is None or bool(self._holders.total)

    def show_holders(self, holders: Holders) -> None:
        """Show who has the tags."""
        self._holders = holders
        self.retranslate()
        self.adjustSize()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        name, count = visible(self.name, limit=60), len(self._chips)
        if self._group:
            title = self.tr("Delete the group “{name}”?").format(name=name)
            self._tags.setText(self.tr("Its tags go with it: {tags}.").format(tags=tags_words(count)))
        elif count > 1:
            title = self.tr("Delete %Ln tag(s)?", "", count)
        else:
            title = self.tr("Delete the tag “{name}”?").format(name=name)
        self._title.setText(title)
        self.setWindowTitle(title)
        self._tags.setVisible(bool(self._group and count))
        self._show_who()
        self._kept.setText(self._kept_words())
        self._field.set_texts(self.tr("Type “{name}” to confirm").format(name=name))
        self._cancel.setText(self.tr("Cancel"))
        self.delete.setText(self.tr("Delete group") if self._group else self.tr("Delete"))
        self._refresh()

    def _kept_words(self) -> str:
        if not self.held:
            return self.tr("It is kept on this computer: Undo builds it again.")
        if len(self._chips) > 1 and not self._group:
            return self.tr("Who had which is kept on this computer: Undo builds them again on the same customers.")
        return self.tr("Who had it is kept on this computer: Undo builds it again on the same customers.")

    def _show_who(self) -> None:
        holders, several = self._holders, len(self._chips) > 1
        if holders is None:
            self._who.setText(self.tr("Counting the customers who have it…"))
        elif not holders.total:
            self._who.setText(self.tr("No customer has it."))
        else:
            text = (
                self.tr("{customers} lose what they have of it:") if several else self.tr("{customers} lose it:")
            )
            text = text.format(customers=customers_words(holders.total))
            self._who.setText(text)
            self._people.show_names([holder.name for holder in holders.first], holders.total, text)

    def _lay_out(self, kit: Kit) -> None:
        chips = QWidget(self)
        flow = FlowLayout(chips)
        flow.setContentsMargins(0, 0, 0, 0)
        for chip in self._chips[:_CHIPS]:
            flow.addWidget(ChipView(chip, kit.chips, chips))
        if len(self._chips) > _CHIPS:
            flow.addWidget(PlainLabel(f"+{len(self._chips) - _CHIPS}", chips, tone="secondary"))
        chips.setVisible(bool(self._chips))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        for part in (self._title, self._tags, chips, self._who, self._people, self._kept, self._field):
            column.addWidget(part)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(foot(self._cancel, self.delete))
        self.setFixedWidth(roomy(_WIDTH))

    def _confirmed(self) -> bool:
        return folded(self.typed.text()) == folded(self.name)

    def _refresh(self) -> None:
        self.delete.setEnabled(self._confirmed())

    def _take(self) -> None:
        if self._confirmed():
            self.accept()
