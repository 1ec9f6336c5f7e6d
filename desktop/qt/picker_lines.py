"""Paints the lines of a picker."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.qt.checks import CheckImages
from desktop.qt.choices import Check, Choice, ChoicesModel
from desktop.qt.contrast import parse
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.safetext import visible
from desktop.qt.theme import ICON_SMALL, SPACE

_DOT = 8
_NAMES = {Check.OFF: "off", Check.SOME: "some", Check.ON: "on"}


class LinePainter(QStyledItemDelegate):
    """A choice: check box or tick, dot or icon, text, detail. A section: its title."""

    def __init__(self, look: Look, icons: Icons, boxes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._boxes = boxes
        self._checks = CheckImages(look)
        look.changed.connect(self._checks.forget)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for one row."""
        return QSize(100, self._look.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        model = index.model()
        assert isinstance(model, ChoicesModel)  # noqa: S101 - set by the picker only
        line = model.line(index.row())
        area: QRect = option.rect
        if isinstance(line, str):
            self._paint_title(painter, area, line)
        elif line is not None:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_choice(painter, area, line, model.state(line.key), chosen=chosen)

    def _paint_title(self, painter: QPainter, area: QRect, title: str) -> None:
        font = self._look.font("small", strong=True)
        painter.setFont(font)
        painter.setPen(self._look.colour("secondary"))
        inner = area.adjusted(SPACE[1], 0, -SPACE[1], -SPACE[0])
        text = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine), text)

    def _paint_choice(self, painter: QPainter, area: QRect, choice: Choice, state: Check, *, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("selection"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 4, 4)
        left = area.left() + SPACE[1]
        right = area.right() - SPACE[1]
        if self._boxes:
            if choice.enabled:
                image = self._checks.image(
                    _NAMES[state], hovered=chosen, ratio=_ratio(painter), single=bool(choice.rival)
                )
                painter.drawPixmap(QPointF(left, _middle(area, self._checks.side)), image)
            left += self._checks.side + SPACE[1]
        elif state is Check.ON:
            side = self._look.scaled(ICON_SMALL)
            tick = self._icons.tinted("check", side, "accent", _ratio(painter))
            painter.drawPixmap(QPointF(right - side, _middle(area, side)), tick)
            right -= side + SPACE[0]
        left = self._paint_sign(painter, area, choice, left)
        self._paint_texts(painter, area, choice, left, right)

    def _paint_sign(self, painter: QPainter, area: QRect, choice: Choice, left: int) -> int:
        if choice.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(parse(choice.colour) or self._look.tokens.neutral))
            painter.drawEllipse(QRectF(left + 2, _middle(area, _DOT), _DOT, _DOT))
            return left + _DOT + SPACE[1] + 2
        if choice.icon:
            side = self._look.scaled(ICON_SMALL)
            image = self._icons.tinted(choice.icon, side, "secondary", _ratio(painter))
            painter.drawPixmap(QPointF(left, _middle(area, side)), image)
            return left + side + SPACE[1]
        return left

    def _paint_texts(self, painter: QPainter, area: QRect, choice: Choice, left: int, right: int) -> None:
        small = self._look.font("secondary")
        body = self._look.font()
        detail = QFontMetrics(small).elidedText(
            visible(choice.detail, limit=80), Qt.TextElideMode.ElideRight, (right - left) // 2
        )
        taken = QFontMetrics(small).horizontalAdvance(detail) if detail else 0
        if detail:
            painter.setFont(small)
            painter.setPen(self._look.colour("secondary"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(left, area.top(), right - left, area.height()), int(flags), detail)
            taken += SPACE[1]
        room = right - left - taken
        text = QFontMetrics(body).elidedText(visible(choice.text, limit=200), Qt.TextElideMode.ElideRight, room)
        painter.setFont(body)
        painter.setPen(self._look.colour("text" if choice.enabled else "disabled"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left, area.top(), room, area.height()), int(flags), text)


def _middle(area: QRect, side: int) -> int:
    return area.top() + (area.height() - side) // 2


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatio()
