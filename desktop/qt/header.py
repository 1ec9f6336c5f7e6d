"""The header of a data table: sort arrow, whole-result check box, first column pinned."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.qt.checks import CheckImages
from desktop.qt.columns import Column
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.rows import RowsModel
from desktop.qt.strokes import GUTTER, PAD

_ARROW = 14
_GRIP = 5
_NARROWEST = 48


class TableHeader(QHeaderView):
    """A horizontal header over a RowsModel.

    `check_clicked` is emitted for the check box, `sort_clicked(column)` for a title that can be sorted by.
    """

    check_clicked = Signal()
    sort_clicked = Signal(int)

    def __init__(self, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._icons = icons
        self._checks = CheckImages(look)
        self._check = "off"
        self._sort: tuple[str, bool] = ("", False)
        self._hovered = -1
        self._resizing: tuple[int, int] | None = None
        # As in the table: a viewport that need not be looked for.
        self._canvas = QWidget(self)
        self._canvas.setMouseTracking(True)
        self.setViewport(self._canvas)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(_NARROWEST)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._press: QPoint | None = None
        self._take_look()
        look.changed.connect(self._take_look)

    @property
    def sort(self) -> tuple[str, bool]:
        """The sort key shown by the arrow and whether it descends."""
        return self._sort

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Show the arrow at the column with this sort key."""
        if (key, descending) != self._sort:
            self._sort = (key, descending)
            self.viewport().update()

    def set_check(self, state: str) -> None:
        """Show the check box "off", "some" or "on"."""
        if state != self._check:
            self._check = state
            self.viewport().update()

    def column(self, section: int) -> Column:
        """Return the column of a section."""
        model = self.model()
        assert isinstance(model, RowsModel)  # noqa: S101 - set by the table only
        return model.columns[section]

    def title_width(self, section: int) -> int:
        """Return the width a title needs with its arrow."""
        metrics = QFontMetrics(self._look.font("secondary", strong=True))
        around = (GUTTER if section == 0 else PAD) + PAD + _ARROW + 2
        return around + metrics.horizontalAdvance(self.column(section).title)

    def section_at(self, x: int) -> int:
        """Return the section at a viewport position, the pinned one where it covers another; -1 for none."""
        if self.count() and not self.isSectionHidden(0) and x < self.sectionSize(0):
            return 0
        return self.logicalIndexAt(x)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sections, then the pinned one over what has scrolled under it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        if self.offset() > 0 and self.count():
            pinned = QRect(0, 0, self.sectionSize(0), area.height())
            self.paintSection(painter, pinned, 0)
            painter.fillRect(pinned.right(), 0, 1, area.height(), self._look.colour("border"))
        painter.fillRect(0, area.height() - 1, area.width(), 1, self._look.colour("hairline"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a title, its arrow, and the check box of the first column."""
        tokens = self._look.tokens
        column = self.column(logicalIndex)
        live = logicalIndex == self._hovered and bool(column.sort)
        painter.fillRect(rect, QColor(tokens.hover if live else tokens.window))
        arrow = bool(column.sort) and column.sort == self._sort[0]
        inner = rect.adjusted(GUTTER if logicalIndex == 0 else PAD, 0, -PAD, 0)
        if logicalIndex == 0:
            self._paint_check(painter, rect)
        font = self._look.font("secondary", strong=arrow)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if arrow or live else tokens.secondary))
        metrics = QFontMetrics(font)
        room = max(0, inner.width() - (_ARROW + 2 if arrow else 0))
        title = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title)
        left = inner.right() - width - (_ARROW + 2 if arrow else 0) if column.right else inner.left()
        painter.drawText(QRect(left, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, title)
        if arrow:
            name = "sort-descending" if self._sort[1] else "sort-ascending"
            image = self._icons.tinted(name, _ARROW, "text", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left + width + 2, rect.top() + (rect.height() - _ARROW) // 2), image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or the resizing of the pinned section."""
        spot = event.position().toPoint()
        self._press = spot if event.button() == Qt.MouseButton.LeftButton else None
        if self._press is not None and self._on_pinned_edge(spot):
            self._resizing = (spot.x(), self.sectionSize(0))
            return
        if self.offset() > 0 and self.section_at(spot.x()) == 0:
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Resize the pinned section, or light up what is under the mouse."""
        spot = event.position().toPoint()
        if self._resizing:
            start, width = self._resizing
            self.resizeSection(0, max(_NARROWEST, width + spot.x() - start))
            return
        self._set_hovered(self.section_at(spot.x()))
        super().mouseMoveEvent(event)
        if self._on_pinned_edge(spot):
            self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click: the check box or a sort."""
        spot = event.position().toPoint()
        pressed, self._press = self._press, None
        resized, self._resizing = self._resizing is not None, None
        resized = resized or self._on_edge(spot)
        super().mouseReleaseEvent(event)
        if pressed is None or resized or (pressed - spot).manhattanLength() > 4:
            return
        section = self.section_at(spot.x())
        if section == 0 and spot.x() < GUTTER:
            self.check_clicked.emit()
        elif section >= 0 and self.column(section).sort:
            self.sort_clicked.emit(section)

    def event(self, event: QEvent) -> bool:
        """Go back to rest when the mouse leaves."""
        if event.type() in {QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self._set_hovered(-1)
        return super().event(event)

    def _on_edge(self, spot: QPoint) -> bool:
        section = self.logicalIndexAt(spot.x())
        if section < 0:
            return False
        left = self.sectionViewportPosition(section)
        first = self.visualIndex(section) == 0
        at_start = spot.x() - left < _GRIP - 1 and not first
        return at_start or left + self.sectionSize(section) - spot.x() < _GRIP - 1

    def _on_pinned_edge(self, spot: QPoint) -> bool:
        return self.offset() > 0 and abs(spot.x() - self.sectionSize(0)) <= _GRIP

    def _paint_check(self, painter: QPainter, rect: QRect) -> None:
        image = self._checks.image(self._check, hovered=self._hovered == 0, ratio=self.devicePixelRatioF())
        side = self._checks.side
        at = QPointF(rect.left() + (GUTTER - side) // 2, rect.top() + (rect.height() - side) // 2)
        painter.drawPixmap(at, image)

    def _set_hovered(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _take_look(self) -> None:
        self._checks.forget()
        self.setFixedHeight(self._look.header_height)
        self.viewport().update()
