"""Paints the rows of a timeline."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.qt import theme
from desktop.qt.safetext import visible
from desktop.ui.kit import Kit
from desktop.ui.timeline.entries import Told
from desktop.ui.timeline.layouts import LEFT, PAD, RIGHT, EntryLayouts, Laid, elided
from desktop.ui.timeline.rows import Row, RowKind, TimelineRows
from desktop.ui.timeline.words import TimelineWords

_DAY = 86_400
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_LINE = Qt.TextFlag.TextSingleLine


class TimelinePainter(QStyledItemDelegate):
    """Draws headings, entries and the end; `link_area` says where the word of an entry's action stands."""

    def __init__(self, kit: Kit, rows: TimelineRows, view: QListView, *, dated: bool) -> None:
        super().__init__(view)
        self._dated = dated
        self._kit = kit
        self._rows = rows
        self._view = view
        self._words = TimelineWords()
        self.layouts = EntryLayouts(kit.look)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how high a row is in the width of the list."""
        row = self._rows.row(index.row())
        width = self._view.viewport().width()
        if row is None or row.told is None:
            return QSize(width, self.layouts.line_height("secondary") + theme.SPACE[2])
        return QSize(width, self._laid(row, row.told, width).height)

    def can_fold(self, row: Row) -> bool:
        """Return whether an entry is longer than what is shown of it, or was opened."""
        return bool(self._link(row)) and not row.withdrawable

    def link_area(self, row: Row, area: QRect) -> QRect:
        """Return where "Withdraw", "Show all" or "Show less" stands in a row that takes `area`; empty for none."""
        text = self._link(row)
        if not text:
            return QRect()
        metrics = QFontMetrics(self._kit.look.font("secondary"))
        width, height = metrics.horizontalAdvance(text), self.layouts.line_height("secondary")
        if row.withdrawable:
            return QRect(area.right() - RIGHT - width, area.top() + PAD, width, self.layouts.line_height())
        from_bottom = 2 if row.told is not None and row.told.who else 1
        return QRect(area.left() + LEFT, area.bottom() - PAD - from_bottom * height + 1, width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = self._rows.row(index.row())
        if row is None:
            return
        area: QRect = option.rect
        painter.save()
        if row.told is None:
            self._paint_text(painter, area, row)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_ground(painter, area, chosen=chosen, hovered=hovered)
            self._paint_entry(painter, area, row, row.told)
        painter.restore()

    def _laid(self, row: Row, told: Told, width: int) -> Laid:
        return self.layouts.laid(told, width, opened=row.key in self._rows.expanded)

    def _link(self, row: Row) -> str:
        if row.told is None:
            return ""
        if row.withdrawable:
            return self._words.withdraw()
        if row.key in self._rows.expanded:
            return self._words.show_less()
        folded = self._laid(row, row.told, self._view.viewport().width()).folded
        return self._words.show_all() if folded else ""

    def _paint_text(self, painter: QPainter, area: QRect, row: Row) -> None:
        look = self._kit.look
        heading = row.kind is RowKind.HEADING
        painter.setFont(look.font("secondary", strong=heading))
        painter.setPen(look.colour("secondary" if heading else "faint"))
        inner = area.adjusted(theme.SPACE[3], theme.SPACE[1] if heading else 0, -RIGHT, 0)
        flags = int(_CENTRE | _LINE | (Qt.AlignmentFlag.AlignLeft if heading else Qt.AlignmentFlag.AlignHCenter))
        painter.drawText(inner, flags, elided(row.text, painter.font(), inner.width()))

    def _paint_ground(self, painter: QPainter, area: QRect, *, chosen: bool, hovered: bool) -> None:
        look = self._kit.look
        inner = QRectF(area).adjusted(theme.SPACE[1], 1, -theme.SPACE[1], -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(inner, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        if chosen and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), theme.RING))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)

    def _paint_entry(self, painter: QPainter, area: QRect, row: Row, told: Told) -> None:
        look = self._kit.look
        laid = self._laid(row, told, area.width())
        high, low = self.layouts.line_height(), self.layouts.line_height("secondary")
        ratio = painter.device().devicePixelRatio()
        icon = self._kit.icons.tinted(told.icon, theme.ICON_SMALL, told.tone, ratio)
        top = area.top() + PAD
        at = QPointF(area.left() + theme.SPACE[3], top + (high - theme.ICON_SMALL) / 2)
        painter.drawPixmap(at, icon)
        left, right = area.left() + LEFT, area.right() - RIGHT
        right = self._paint_right(painter, row, told, QRect(left, top, right - left, high))
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("text"))
        title = elided(told.title, painter.font(), right - left - theme.SPACE[1])
        painter.drawText(QRect(left, top, right - left, high), int(_CENTRE | _LINE), title)
        painter.setPen(look.colour("text"))
        for block in laid.blocks:
            for number in range(block.lines):
                block.layout.lineAt(number).draw(painter, QPointF(left, area.top() + block.top))
        self._paint_foot(painter, area, row, told, low)

    def _paint_right(self, painter: QPainter, row: Row, told: Told, area: QRect) -> int:
        """Paint the moment, or the word that withdraws; return where it begins."""
        look = self._kit.look
        text, tone = (self._link(row), "accent") if row.withdrawable else (self._moment(told), "faint")
        painter.setFont(look.font("secondary", tabular=True))
        painter.setPen(look.colour(tone))
        painter.drawText(area, int(_CENTRE | _LINE | Qt.AlignmentFlag.AlignRight), text)
        return area.right() - QFontMetrics(painter.font()).horizontalAdvance(text)

    def _paint_foot(self, painter: QPainter, area: QRect, row: Row, told: Told, low: int) -> None:
        look = self._kit.look
        painter.setFont(look.font("secondary"))
        link = QRect() if row.withdrawable else self.link_area(row, area)
        if not link.isEmpty():
            painter.setPen(look.colour("accent"))
            painter.drawText(link, int(_CENTRE | _LINE), self._link(row))
        if told.who:
            painter.setPen(look.colour("warning" if row.kind is RowKind.UNSENT else "secondary"))
            foot = QRect(area.left() + LEFT, area.bottom() - PAD - low + 1, area.width() - LEFT - RIGHT, low)
            painter.drawText(foot, int(_CENTRE | _LINE), elided(visible(told.who), painter.font(), foot.width()))

    def _moment(self, told: Told) -> str:
        formats = self._kit.formats
        if not told.at:
            return ""
        recent = 0 <= formats.clock() - told.at < _DAY
        if recent:
            return formats.relative(told.at)
        return formats.day(told.at) if self._dated else formats.time_of_day(told.at)
