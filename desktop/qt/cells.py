"""Cells of a plain table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.qt.theme import SPACE


class PaddedCells(QStyledItemDelegate):
    """Cells whose texts stand under their titles."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell with the header's padding."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        text, own.text = own.text, ""
        widget = own.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, widget)
        painter.setFont(own.font)
        painter.setPen(own.palette.text().color())
        area = own.rect.adjusted(SPACE[1], 0, -SPACE[1], 0)
        shown = own.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(own.displayAlignment), shown)
