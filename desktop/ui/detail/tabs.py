"""The tabs of the detail panel: one page at a time under the customer's head."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.translated import Translated


class DetailTabs(Translated, QWidget):
    """Pages side by side, each under a word. `chosen` with the key of the page that is shown from now on.

    Pages are made in `pages`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._coming: dict[str, Callable[[], QWidget]] = {}
        """What makes the pages nobody has looked at."""
        self._shown: dict[str, QWidget] = {}
        self._names: list[Callable[[], str]] = []
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.pages = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        # The words stand in the panel's own margin; the pages reach from edge to edge.
        row.setContentsMargins(theme.SPACE[3], 0, theme.SPACE[3], 0)
        row.addWidget(self.bar, 1)
        line = QFrame(self)
        line.setProperty("line", "top")
        line.setFixedHeight(1)
        column.addLayout(row)
        column.addWidget(line)
        column.addWidget(self.pages, 1)
        self.bar.currentChanged.connect(self._on_current)
        self.retranslate()

    def add(self, key: str, make: Callable[[], QWidget], name: Callable[[], str]) -> None:
        """Add a page at the end, made when it is first shown; `name` returns its word in the language shown."""
        self._keys.append(key)
        self._names.append(name)
        self._coming[key] = make
        self.bar.addTab("")
        self.retranslate()

    @property
    def key(self) -> str:
        """The key of the page shown."""
        return self._keys[self.bar.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Show a page; one that is not there is passed over."""
        if key in self._keys:
            self.bar.setCurrentIndex(self._keys.index(key))

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.bar.setAccessibleName(self.tr("Parts of the record"))
        for place, name in enumerate(self._names):
            self.bar.setTabText(place, name())

    def _on_current(self, place: int) -> None:
        key = self._keys[place]
        if key in self._coming:
            self._shown[key] = self._coming.pop(key)()
            self.pages.addWidget(self._shown[key])
        self.pages.setCurrentWidget(self._shown[key])
        self.chosen.emit(key)
