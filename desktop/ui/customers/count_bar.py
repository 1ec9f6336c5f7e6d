"""The line under the table: how many are shown; with a selection, what can be done with it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.flow import Enclosure
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import tooltip
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit

_WORD = "word"
"""The property a button's word is kept in while there is no room for it."""
_NAMED = "named"
"""The property that says that a button's tooltip is its name."""


class CountBar(Translated, Enclosure):
    """Counts of the result and the selection; with a selection, buttons for what can be done with it."""

    select_all_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, kit: Kit, copy: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        # The buttons take their words after the bar.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._copy_action = copy
        self._count = self._total = self._selected = 0
        self._exact = True
        self.setProperty("line", "top")
        self._text = PlainLabel(parent=self.inside, type="secondary", tone="secondary")
        self._chosen = PlainLabel(parent=self.inside, type="secondary", strong=True)
        self._all = Button("", self.inside, kind="link")
        self._clear = Button("", self.inside, kind="link", icon=kit.icons.icon("close", tone="accent"))
        self._copy = Button("", self.inside, icon=kit.icons.icon("copy"))
        self._buttons: list[Button] = [self._copy]
        row = self._row = QHBoxLayout(self.inside)
        row.setContentsMargins(theme.SPACE[3], 0, theme.SPACE[3], 0)
        row.setSpacing(theme.SPACE[2])
        for part in (self._text, self._chosen, self._all, self._clear):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._copy)
        self._all.clicked.connect(self.select_all_wanted)
        self._clear.clicked.connect(self.clear_wanted)
        self._copy.clicked.connect(copy.trigger)
        kit.look.changed.connect(self._take_look)
        self._take_look()
        self.retranslate()

    def add_button(self, button: Button) -> None:
        """Put a button for what can be done with a selection before the others."""
        self._row.insertWidget(self._row.indexOf(self._buttons[0]), button)
        self._buttons.insert(0, button)
        self._refresh()

    def show_counts(self, count: int, total: int, *, exact: bool) -> None:
        """Show how many of all customers the result has; a count still going on ends in "+"."""
        if (count, total, exact) != (self._count, self._total, self._exact):
            self._count, self._total, self._exact = count, total, exact
            self._refresh()

    def show_selected(self, selected: int) -> None:
        """Show how many are selected; the actions appear with the first."""
        if selected != self._selected:
            self._selected = selected
            self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Counts and actions"))
        self._clear.setText(self.tr("Clear selection"))
        self._clear.setAccessibleName(self.tr("Clear selection"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy the selected rows"))
        self._copy.setToolTip(self._copy_action.toolTip())
        for button in self._worded:
            if button.property(_NAMED):
                button.setToolTip("")
        self._refresh()
        self._later.start()

    def _refresh(self) -> None:
        number = self._kit.formats.number
        count = number(self._count) + ("" if self._exact else "+")
        text = self.tr("{count} of {total}")
        self._text.setText(text.format(count=count, total=number(self._total)))
        self._show_chosen()
        self._all.setText(self.tr("Select all {count}").format(count=count))
        some = self._selected > 0
        for part in (self._chosen, self._clear, *self._buttons):
            part.setVisible(some)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the buttons their words only where there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the buttons by their icons alone, then less of the counts, before anything is cut."""
        some = self._selected > 0
        for button in self._worded:
            if button.text():
                button.setProperty(_WORD, button.text())
            elif button.property(_WORD):
                button.setText(button.property(_WORD))
        self._text.setVisible(True)
        self._all.setVisible(some and self._selected < self._count)
        if some and not self._fits():
            for button in self._buttons:
                _leave_word(button)
            for part in (self._text, self._all):
                part.setVisible(not part.isHidden() and self._fits())
            if not self._fits():
                _leave_word(self._clear)
        self._show_chosen()

    @property
    def _worded(self) -> tuple[Button, ...]:
        """The buttons that can go without their word."""
        return (self._clear, *self._buttons)

    def _show_chosen(self) -> None:
        chosen = self.tr("{count} selected").format(count=self._kit.formats.number(self._selected))
        self._chosen.setText(chosen if self._text.isHidden() else f"· {chosen}")

    def _fits(self) -> bool:
        parts: tuple[QWidget, ...] = (self._text, self._chosen, self._all, self._clear, *self._buttons)
        shown = [part for part in parts if not part.isHidden()]
        needed = sum(part.sizeHint().width() for part in shown) + theme.SPACE[2] * (len(shown) + 1)
        return needed <= self.width() - 2 * theme.SPACE[3]

    def _take_look(self) -> None:
        # As high with the buttons as without: the table does not move when a selection begins.
        self.setFixedHeight(self._kit.look.control_height + theme.SPACE[1] + 1)


def _leave_word(button: Button) -> None:
    """Show a button by its icon alone, its name in the tooltip."""
    # Its name may be in another language by now.
    if not button.toolTip() or button.property(_NAMED):
        button.setToolTip(tooltip(button.accessibleName()))
        button.setProperty(_NAMED, True)
    button.setText("")
