"""Asks before a group is switched to single choice while customers have several of its tags."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.domain.tags.holders import Holders
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.labels import PlainLabel
from desktop.qt.room import roomy
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.tags.groupwords import customers_words
from desktop.ui.tags.people_list import PeopleList

_WIDTH = 480


class ChoiceDialog(Translated, QDialog):
    """Names the customers who would break the rule. Accepted: switch all the same."""

    def __init__(self, group: str, holders: Holders, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._group = group
        self._holders = holders
        self._title = PlainLabel(parent=self, type="section", strong=True, wrap=True)
        self._who = PlainLabel(parent=self, wrap=True)
        self._people = PeopleList(kit, self)
        self._then = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._cancel = Button("", self)
        self.switch = Button("", self, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[4],) * 4)
        column.setSpacing(theme.SPACE[2])
        for part in (self._title, self._who, self._people, self._then):
            column.addWidget(part)
        column.addSpacing(theme.SPACE[1])
        column.addLayout(foot(self._cancel, self.switch))
        self.setFixedWidth(roomy(_WIDTH))
        self._cancel.clicked.connect(self.reject)
        self.switch.clicked.connect(self.accept)
        self.switch.setDefault(True)
        self.retranslate()
        self._cancel.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        title = self.tr("Allow one tag of “{name}” only?").format(name=visible(self._group, limit=60))
        self._title.setText(title)
        self.setWindowTitle(title)
        text = self.tr("{customers} have several of its tags:")
        self._who.setText(text.format(customers=customers_words(self._holders.total)))
        names = [holder.name for holder in self._holders.first]
        self._people.show_names(names, self._holders.total, self._who.text())
        self._then.setText(
            self.tr(
                "They keep them for now. “Broken single choice” lists them, and there you choose which tag stays."
            )
        )
        self._cancel.setText(self.tr("Cancel"))
        self.switch.setText(self.tr("Allow one only"))
