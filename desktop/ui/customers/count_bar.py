"""The line under the table: how many are shown; with a selection, what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.ui.formats import Formats
from desktop.ui.translated import Translated


class CountBar(Translated, QFrame):
    """Counts of the result and the selection; the buttons of the actions handed in stand at its end."""

    select_all_wanted = Signal()
    clear_wanted = Signal()

    def __init__(
        self, formats: Formats, icons: Icons, actions: Sequence[tuple[QAction, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._count = self._total = self._selected = 0
        self._exact = True
        self.setProperty("line", "top")
        self._text = PlainLabel(parent=self, type="secondary", tone="secondary")
        self._chosen = PlainLabel(parent=self, type="secondary", strong=True)
        self._all = QPushButton(self)
        self._all.setProperty("kind", "link")
        self._clear = QPushButton(self)
        self._clear.setProperty("kind", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE[3], theme.SPACE[0], theme.SPACE[3], theme.SPACE[0])
        row.setSpacing(theme.SPACE[2])
        for part in (self._text, self._chosen, self._all, self._clear):
            row.addWidget(part)
        row.addStretch(1)
        self._buttons = [(action, _button(action, icon, icons, self)) for action, icon in actions]
        for _, button in self._buttons:
            row.addWidget(button)
        self._all.clicked.connect(self.select_all_wanted)
        self._clear.clicked.connect(self.clear_wanted)
        self.retranslate()

    def show_counts(self, count: int, total: int, *, exact: bool) -> None:
        """Show how many of all customers the result has; a count still going on ends in "+"."""
        self._count, self._total, self._exact = count, total, exact
        self._refresh()

    def show_selected(self, selected: int) -> None:
        """Show how many are selected; the actions appear with the first."""
        self._selected = selected
        self._refresh()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Counts and actions"))
        self._clear.setText(self.tr("Clear selection"))
        for action, button in self._buttons:
            button.setText(action.text())
            button.setAccessibleName(action.text())
            button.setToolTip(action.toolTip())
        self._refresh()

    def _refresh(self) -> None:
        count = self._formats.number(self._count) + ("" if self._exact else "+")
        text = self.tr("{count} of {total}")
        self._text.setText(text.format(count=count, total=self._formats.number(self._total)))
        chosen = self.tr("{count} selected").format(count=self._formats.number(self._selected))
        self._chosen.setText(f"· {chosen}")
        self._all.setText(self.tr("Select all {count}").format(count=count))
        some = self._selected > 0
        self._all.setVisible(some and self._selected < self._count)
        for part in (self._chosen, self._clear, *(button for _, button in self._buttons)):
            part.setVisible(some)


def _button(action: QAction, icon: str, icons: Icons, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setIcon(icons.icon(icon))
    button.clicked.connect(action.trigger)
    return button
