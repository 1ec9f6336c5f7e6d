"""Under the blacklist: how many are listed and chosen, and what can be done with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.translated import Translated
from desktop.ui.blacklist.wording import CountedBans
from desktop.ui.kit import Kit


class BanBar(Translated, QFrame):
    """Counts and buttons; the signals tell which one was pressed."""

    lift_wanted = Signal()
    extend_wanted = Signal()
    finish_wanted = Signal()
    export_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._listed = self._of = self._chosen = self._unfinished = 0
        self._filtered = False
        self.setProperty("line", "top")
        icon = kit.icons.icon
        self._text = PlainLabel(parent=self, type="secondary", tone="secondary")
        self._selected = PlainLabel(parent=self, type="secondary", strong=True)
        self.clear = Button("", self, kind="link")
        self.finish = Button("", self, kind="primary", icon=icon("refresh", tone="on_accent"))
        self.extend = Button("", self, icon=icon("clock"))
        self.lift = Button("", self, icon=icon("undo"))
        self.export = Button("", self, icon=icon("download"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE[3], 0, theme.SPACE[3], 0)
        row.setSpacing(theme.SPACE[2])
        for part in (self._text, self._selected, self.clear):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.finish, self.extend, self.lift, self.export):
            row.addWidget(part)
        self.clear.clicked.connect(self.clear_wanted)
        self.finish.clicked.connect(self.finish_wanted)
        self.extend.clicked.connect(self.extend_wanted)
        self.lift.clicked.connect(self.lift_wanted)
        self.export.clicked.connect(self.export_wanted)
        kit.look.changed.connect(self._take_look)
        self._take_look()
        self.retranslate()

    def show_counts(self, listed: int, of: int, *, filtered: bool) -> None:
        """Show how many are listed, and of how many when they are filtered."""
        self._listed, self._of, self._filtered = listed, of, filtered
        self._refresh()

    def show_chosen(self, selected: int, *, acts: bool, unfinished: int) -> None:
        """Show how many are selected, whether there is anybody to act on, how many wait to be finished."""
        self._chosen, self._unfinished = selected, unfinished
        for button in (self.extend, self.lift):
            button.setEnabled(acts)
        self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Counts and actions"))
        self.clear.setText(self.tr("Clear selection"))
        self.finish.setText(self.tr("Finish"))
        self.finish.setToolTip(self.tr("Send what was refused once more"))
        self.extend.setText(self.tr("Extend…"))
        self.lift.setText(self.tr("Lift"))
        self.export.setText(self.tr("Export…"))
        self._refresh()

    def _refresh(self) -> None:
        number = self._kit.formats.number
        if self._filtered:
            text = self.tr("{count} of {total}").format(count=number(self._listed), total=number(self._of))
        else:
            text = CountedBans().entries(self._listed)
        self._text.setText(text)
        selected = self.tr("{count} selected").format(count=number(self._chosen))
        self._selected.setText(f"· {selected}")
        self._selected.setVisible(self._chosen > 0)
        self.clear.setVisible(self._chosen > 0)
        self.finish.setVisible(self._unfinished > 0)
        self.export.setEnabled(self._listed > 0)

    def _take_look(self) -> None:
        self.setFixedHeight(self._kit.look.control_height + theme.SPACE[1] + 1)
