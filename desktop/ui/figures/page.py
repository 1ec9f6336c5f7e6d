"""The figures page: what is asked for, a chart, its table, how old it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.qt import theme
from desktop.qt.busy import Hairline
from desktop.qt.buttons import Button
from desktop.qt.chart import Chart
from desktop.qt.labels import PlainLabel
from desktop.qt.states import EmptyState
from desktop.qt.translated import Translated
from desktop.ui.figures.controls import FigureControls, Part
from desktop.ui.figures.shown import Shown
from desktop.ui.figures.table import FigureTable
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import paragraph, words_of

PARTS = tuple(Part)


class FiguresPage(Translated, QWidget):
    """Shows figures.

    `part_changed` when another part is shown, `words_wanted` when the language is another, `cancel_wanted` and
    `retry_wanted` from the foot, `copy_wanted`, `export_wanted` with "xlsx", "csv" or "png".
    """

    part_changed = Signal()
    words_wanted = Signal()
    cancel_wanted = Signal()
    retry_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self, kit: Kit, controls: FigureControls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(parent=self, type="title")
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.controls = controls
        self.chart = Chart(kit.look, kit.formats.number, self)
        self.table = FigureTable(kit, self)
        self._empty = EmptyState(kit.look, kit.icons, self, icon="stats")
        self._empty.acted.connect(controls.choose_agents)
        self._busy = Hairline(kit.look, self)
        self._note = PlainLabel(parent=self, type="secondary", tone="secondary", elide=True)
        self._cancel, self._retry = Button("", self, kind="link"), Button("", self, kind="link")
        self._copy = Button("", self, icon=kit.icons.icon("copy"))
        self._export = Button("", self, icon=kit.icons.icon("download"))
        self._menu = QMenu(self)
        self._export.setMenu(self._menu)
        self._menu.aboutToShow.connect(lambda: self._picture.setEnabled(self.chart.isVisible()))
        for _ in PARTS:
            self.tabs.addTab("")
        self._lay_out()
        self.retranslate()
        self.tabs.currentChanged.connect(lambda _place: self._on_part())
        self._cancel.clicked.connect(self.cancel_wanted)
        self._retry.clicked.connect(self.retry_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self.show_progress(None)

    @property
    def part(self) -> Part:
        """The part of the page that is shown."""
        return PARTS[max(self.tabs.currentIndex(), 0)]

    def show_figures(self, shown: Shown) -> None:
        """Show a chart and its table."""
        self.chart.show_series(shown.places, shown.series)
        self.chart.setVisible(bool(shown.places))
        self.table.figures.show(shown.titles, shown.rows)
        some = bool(shown.rows)
        self._stack.setCurrentIndex(0 if some else 1)
        for button in (self._copy, self._export):
            button.setEnabled(some)

    def show_empty(self, title: str, text: str = "", action: str = "") -> None:
        """Say why there is nothing to show."""
        self.show_figures(Shown())
        self._empty.say(title, text, action)

    def show_note(self, text: str, error: AppError | None = None) -> None:
        """Say how old it is and what is missing, or why it could not be fetched."""
        self._note.setText(words_of(error).what if error is not None else text)
        self._note.set_tone("danger" if error is not None else "secondary")
        self._note.set_hint("\n".join(one for one in (paragraph(error) if error else "", text) if one))
        self._retry.setVisible(error is not None)

    def show_progress(self, progress: tuple[int, int] | None) -> None:
        """Show how many questions to the server are answered, None when none are asked."""
        self._cancel.setVisible(progress is not None)
        if progress is None:
            self._busy.clear()
        else:
            done, total = progress
            self._busy.show_share(done / total if total else None)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Figures"))
        self._title.setText(self.tr("Figures"))
        names = (self.tr("Assigned customers"), self.tr("Assignment records"), self.tr("Customers over time"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.setAccessibleName(self.tr("Kinds of figures"))
        self.chart.setAccessibleName(self.tr("Chart"))
        self.table.setAccessibleName(self.tr("Numbers of the chart"))
        self._cancel.setText(self.tr("Cancel"))
        self._retry.setText(self.tr("Try again"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the table"))
        self._export.setText(self.tr("Export"))
        self._menu.clear()
        self._menu.addAction(self.tr("Excel workbook (*.xlsx)"), lambda: self.export_wanted.emit("xlsx"))
        self._menu.addAction(self.tr("CSV (*.csv)"), lambda: self.export_wanted.emit("csv"))
        self._picture = self._menu.addAction(
            self.tr("Picture of the chart (*.png)"), lambda: self.export_wanted.emit("png")
        )
        self.words_wanted.emit()

    def _on_part(self) -> None:
        self.controls.show_part(self.part)
        self.controls.retranslate()
        self.part_changed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        head.addWidget(self._export)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.chart)
        split.addWidget(self.table)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 4)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(split)
        self._stack.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE[3], theme.SPACE[2], theme.SPACE[3], theme.SPACE[1])
        column.setSpacing(theme.SPACE[1])
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self.controls)
        column.addWidget(self._busy)
        column.addWidget(body, 1)
        column.addLayout(foot)
