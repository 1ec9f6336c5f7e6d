"""Deciding a conflict: what it was, what you want, what the server has, field by field."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.edits.outbox import Clash
from desktop.domain.json import Json
from desktop.qt import theme
from desktop.qt.buttons import Button, foot
from desktop.qt.contrast import parse
from desktop.qt.dialogs import fit_height
from desktop.qt.labels import PlainLabel
from desktop.qt.lines import broken
from desktop.qt.room import roomy
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.outbox.clashlines import ClashLine, ClashWords, lines_of
from desktop.ui.outbox.clashlines import Side as ClashSide
from desktop.ui.outbox.ports import Side
from desktop.ui.wording.lookup import Lookup

_WIDTH = 720
_VALUE = 170
"""Pixels of a value's column at text size 1."""
_SWATCH = 14


def _dot(colour: str, ratio: float) -> QPixmap:
    """Return a colour as a small filled circle, for a device pixel ratio."""
    pixmap = QPixmap(round(_SWATCH * ratio), round(_SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, _SWATCH - 2, _SWATCH - 2)
    painter.end()
    return pixmap


class ConflictDialog(Translated, QDialog):
    """Three columns and a choice in each line; accepted by "Send". `choices` says what was decided.

    `lookup` names what customers' fields hold as ids.
    """

    def __init__(
        self, what: str, clashes: tuple[Clash, ...], kit: Kit, parent: QWidget, lookup: Lookup | None = None
    ) -> None:
        super().__init__(parent)
        self._words = ClashWords(lookup)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._lines = lines_of(clashes)
        self._what = what
        self._kit = kit
        self._title = PlainLabel(parent=self, type="section", wrap=True)
        self._lead = PlainLabel(parent=self, tone="secondary", wrap=True)
        self._heads = [PlainLabel(parent=self, type="secondary", tone="secondary") for _ in range(3)]
        self._fields: list[PlainLabel] = []
        self._groups: list[QButtonGroup] = []
        self.mine: list[QRadioButton] = []
        self.theirs: list[QRadioButton] = []
        self._bases: list[PlainLabel] = []
        self.send = Button("", self, kind="primary")
        self.later = Button("", self)
        self.send.setDefault(True)
        self.send.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()
        fit_height(self, roomy(_WIDTH))
        self.mine[0].setFocus()

    @property
    def choices(self) -> Mapping[str, Side]:
        """What was decided, by field."""
        taken: dict[str, Side] = {}
        for line, mine in zip(self._lines, self.mine, strict=True):
            taken |= dict.fromkeys((one.field for one in line.clashes), "yours" if mine.isChecked() else "server")
        return taken

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setWindowTitle(self.tr("Changed by somebody else too"))
        self._title.setText(self._what)
        self._lead.setText(
            self.tr("Since you made this edit, somebody else changed the same. Choose what it shall be.")
        )
        titles = (self.tr("Before"), self.tr("Yours"), self.tr("On the server"))
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        for place, line in enumerate(self._lines):
            self._fields[place].setText(self._words.title(line))
            self._bases[place].setText(self._words.text(line, lambda one: one.base))
            self._name(self.mine[place], line, lambda one: one.yours, titles[1])
            self._name(self.theirs[place], line, lambda one: one.server, titles[2])
        self.later.setText(self.tr("Later"))
        self._name_send()

    def _name(self, button: QRadioButton, line: ClashLine, side: ClashSide, title: str) -> None:
        text = self._words.text(line, side)
        button.setText(broken(text, button.font(), roomy(_VALUE)).replace("&", "&&"))
        button.setAccessibleName(f"{self._words.title(line)}, {title}: {text}")

    def _name_send(self) -> None:
        any_mine = any(mine.isChecked() for mine in self.mine)
        self.send.setText(self.tr("Send") if any_mine else self.tr("Keep the server's"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE[3])
        grid.setVerticalSpacing(theme.SPACE[2])
        grid.setColumnStretch(0, 2)
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 3)
        for row, line in enumerate(self._lines, 1):
            self._add_row(grid, row, line.clashes[0])
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(theme.SPACE[4], theme.SPACE[4], theme.SPACE[4], theme.SPACE[3])
        column_.setSpacing(theme.SPACE[2])
        column_.addWidget(self._title)
        column_.addWidget(self._lead)
        column_.addSpacing(theme.SPACE[1])
        column_.addLayout(grid)
        column_.addSpacing(theme.SPACE[2])
        column_.addLayout(foot(self.later, self.send))

    def _add_row(self, grid: QGridLayout, row: int, clash: Clash) -> None:
        field = PlainLabel(parent=self, tone="secondary")
        base = PlainLabel(parent=self, wrap=True)
        group = QButtonGroup(self)
        mine, theirs = QRadioButton(self), QRadioButton(self)
        mine.setChecked(True)
        self._fields.append(field)
        self._bases.append(base)
        self._groups.append(group)
        self.mine.append(mine)
        self.theirs.append(theirs)
        grid.addWidget(field, row, 0)
        cells: tuple[tuple[QWidget, Json], ...] = ((base, clash.base), (mine, clash.yours), (theirs, clash.server))
        for column, (widget, value) in enumerate(cells, 1):
            grid.addWidget(self._with_swatch(widget, clash.field, value), row, column)
        for button in (mine, theirs):
            group.addButton(button)
            button.toggled.connect(self._name_send)

    def _with_swatch(self, widget: QWidget, field: str, value: Json) -> QWidget:
        colour = parse(value) if field == "color" and isinstance(value, str) else None
        if colour is None:
            return widget
        if isinstance(widget, QRadioButton):
            widget.setIcon(QIcon(_dot(colour, self.devicePixelRatioF())))
            return widget
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE[1])
        swatch = QLabel(box)
        swatch.setTextFormat(Qt.TextFormat.PlainText)
        swatch.setPixmap(_dot(colour, self.devicePixelRatioF()))
        row.addWidget(swatch)
        row.addWidget(widget, 1)
        return box
