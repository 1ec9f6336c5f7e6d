"""The filter bar: "+ Filter", a chip for each condition in force, "Clear"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.query import Condition
from desktop.qt import theme
from desktop.qt.flow import FlowLayout
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.translated import Translated
from desktop.ui.filters.chip import FilterChip


class FilterBar(Translated, QWidget):
    """Shows conditions as chips; `describe` words them. It asks by signals and changes nothing itself."""

    add_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    clear_wanted = Signal()

    def __init__(
        self, look: Look, icons: Icons, describe: Callable[[Condition], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._describe = describe
        self._where: tuple[Condition, ...] = ()
        self._chips: list[FilterChip] = []
        self._add = QPushButton(self)
        self._add.setProperty("kind", "ghost")
        self._add.setIcon(icons.icon("filter"))
        self._clear = QPushButton(self)
        self._clear.setProperty("kind", "link")
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, spacing=theme.SPACE[0] + 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE[1])
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignVCenter)
        self._add.clicked.connect(self.add_wanted)
        self._clear.clicked.connect(self.clear_wanted)
        self.retranslate()

    @property
    def add_button(self) -> QWidget:
        """Where the list of filters opens."""
        return self._add

    def chip(self, condition: Condition) -> FilterChip | None:
        """Return the chip of a condition, None when it is not in force."""
        return next((chip for chip in self._chips if chip.condition == condition), None)

    def show_conditions(self, where: Sequence[Condition]) -> None:
        """Show these conditions; the focus stays with the bar when a focused chip goes."""
        if tuple(where) != self._where:
            self._where = tuple(where)
            self._make_chips()

    def _make_chips(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(condition) for condition in self._where]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._clear.setVisible(bool(self._where))
        if had_focus:
            (self._chips[-1] if self._chips else self._add).setFocus()
        self._line.updateGeometry()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Filters"))
        self._add.setText(self.tr("Filter"))
        self._add.setAccessibleName(self.tr("Add a filter"))
        self._clear.setText(self.tr("Clear"))
        self._clear.setAccessibleName(self.tr("Clear search and filters"))
        self._make_chips()

    def _chip(self, condition: Condition) -> FilterChip:
        chip = FilterChip(condition, self._describe(condition), self._look, self._icons, self._line)
        chip.clicked.connect(lambda: self.edit_wanted.emit(condition))
        chip.removed.connect(lambda: self.remove_wanted.emit(condition))
        return chip
