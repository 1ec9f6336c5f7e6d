"""The list of groups: dot, name, facts; keyboard throughout."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.qt import theme
from desktop.qt.contrast import parse, readable_on
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.tags.group_model import GroupModel
from desktop.ui.tags.groupwords import facts
from desktop.ui.tags.scene import GroupLine
from desktop.ui.tags.statewords import state_mark

_DOT = 10
_VISIBLE = 1.6
"""The least contrast of a dot with the page, as in the chips."""
_TEXT_LEFT = theme.SPACE[2] + _DOT + theme.SPACE[1] + 2


def paint_dot(painter: QPainter, area: QRectF, colour: str, kit: Kit) -> None:
    """Paint a group's colour so that it can be seen; one that is none is a ring in the neutral colour."""
    parsed = parse(colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if parsed is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(kit.look.colour("neutral"), 2))
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(readable_on(parsed, kit.look.tokens.window, _VISIBLE)))
        painter.drawEllipse(area)


class _Painter(QStyledItemDelegate):
    def __init__(self, kit: Kit, model: GroupModel, view: QListView) -> None:
        super().__init__(view)
        self._kit = kit
        self._model = model
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = self._kit.look
        high = QFontMetrics(look.font()).height() + QFontMetrics(look.font("secondary")).height()
        return QSize(120, high + 2 * theme.SPACE[1])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.line(index.row())
        if line is not None:
            area: QRect = option.rect
            state = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_ground(
                painter, area, chosen=chosen, hovered=bool(state & QStyle.StateFlag.State_MouseOver)
            )
            if chosen and self._view.hasFocus():
                self._paint_ring(painter, area)
            self._paint_line(painter, area, line)

    def _paint_ground(self, painter: QPainter, area: QRect, *, chosen: bool, hovered: bool) -> None:
        if not (chosen or hovered):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.look.colour("selection" if chosen else "hover"))
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)

    def _paint_ring(self, painter: QPainter, area: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._kit.look.colour("accent"), theme.RING))
        inner = QRectF(area).adjusted(1, 2, -1, -2)
        painter.drawRoundedRect(inner, theme.RADIUS_CONTROL - 1, theme.RADIUS_CONTROL - 1)

    def _paint_line(self, painter: QPainter, area: QRect, line: GroupLine) -> None:
        look = self._kit.look
        name, quiet = look.font(), look.font("secondary")
        right = area.right() - theme.SPACE[1]
        mark = state_mark(line)
        if mark is not None:
            image = self._kit.icons.tinted(
                mark.icon, theme.ICON_SMALL, mark.tone, painter.device().devicePixelRatio()
            )
            right -= theme.ICON_SMALL
            painter.drawPixmap(QPointF(right, area.center().y() - theme.ICON_SMALL / 2), image)
            right -= theme.SPACE[0]
        left = area.left() + _TEXT_LEFT
        top = area.top() + theme.SPACE[1]
        high = QFontMetrics(name).height()
        dot = QRectF(area.left() + theme.SPACE[2], top + (high - _DOT) / 2, _DOT, _DOT)
        paint_dot(painter, dot, line.group.color, self._kit)
        texts = (
            (visible(line.group.name, limit=200), name, "text", high),
            (facts(line), quiet, "secondary", QFontMetrics(quiet).height()),
        )
        for text, font, tone, tall in texts:
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRect(left, top, right - left, tall), flags, shown)
            top += tall


class GroupList(Translated, QListView):
    """Shows groups. `current_moved(id)` when another is current, `rename_wanted` on Enter or a double click.

    `context_asked(QPoint)` at a global position, `left` when the user goes on to the tags (Right).
    """

    current_moved = Signal(str)
    rename_wanted = Signal()
    context_asked = Signal(QPoint)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = GroupModel(self)
        self._quiet = False
        self.setModel(self.groups)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.setItemDelegate(_Painter(kit, self.groups, self))
        self.setProperty("bare", True)
        self.setProperty("ring", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_context)
        self.doubleClicked.connect(lambda _index: self.rename_wanted.emit())
        kit.look.changed.connect(self.scheduleDelayedItemsLayout)
        self.retranslate()

    def show_groups(self, lines: tuple[GroupLine, ...], current: str) -> None:
        """List groups and make one current without telling."""
        self._quiet = True
        self.groups.show(lines)
        place = self.groups.place(current)
        self.setCurrentIndex(self.groups.index(place) if place >= 0 else QModelIndex())
        self._quiet = False

    def current(self) -> GroupLine | None:
        """Return the current group's line."""
        return self.groups.line(self.currentIndex().row())

    def name_area(self) -> QRect:
        """Return where the current group's name stands, in this list's viewport."""
        return self.visualRect(self.currentIndex()).adjusted(_TEXT_LEFT - theme.SPACE[1], 0, -theme.SPACE[0], 0)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Tag groups"))
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename on Enter, go on to the tags with Right; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        line = self.groups.line(current.row())
        if line is not None and not self._quiet:
            self.current_moved.emit(line.id)

    def _on_context(self, spot: QPoint) -> None:
        if self.indexAt(spot).isValid() or self.currentIndex().isValid():
            self.context_asked.emit(self.viewport().mapToGlobal(spot))
