"""Paints cards: name and marks, tags (or company or phone where there are none), agent and age."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText, QTransform

from desktop.domain.folding import Spans
from desktop.qt.chips import ChipPainter
from desktop.qt.columns import Mark
from desktop.qt.icons import Icons
from desktop.qt.keeping import Kept
from desktop.qt.lines import grounds
from desktop.qt.look import Density, Look
from desktop.qt.rows import RowLike
from desktop.qt.theme import ICON_SMALL, RADIUS_PANEL, RING, SPACE
from desktop.ui.board.card_model import AGENT, COMPANY, NAME, PHONE, TAGS, UPDATED, CardModel

GAP = 8
"""Between two cards, and at the sides of a column."""

_CACHED = 4_000
_MARK = ICON_SMALL - 2
_LINE_GAP = 6
_IDENTITY = QTransform()
_BAN = "ban"
"""The icon that never stands alone: who is banned is said in words."""


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card looks: the current one, with the focus on it, under the mouse, picked up."""

    current: bool = False
    focused: bool = False
    hovered: bool = False
    held: bool = False


class CardPainter:
    """Paints the cards of all columns."""

    def __init__(self, look: Look, icons: Icons, chips: ChipPainter) -> None:
        self._look = look
        self._icons = icons
        self._chips = chips
        self._texts: Kept[tuple[str, int, str], tuple[QStaticText, float]] = Kept(_CACHED)
        self._grounds: dict[tuple[int, int, CardState, float], QPixmap] = {}
        self._fonts: dict[str, QFont] = {}
        self._lines: dict[str, int] = {}
        self._colours: dict[str, QColor] = {}
        self._height = 0
        look.changed.connect(self.forget)

    @property
    def height(self) -> int:
        """Height of a card in pixels, without the gap under it."""
        if not self._height:
            lines = self._line("name") + self._line("chips") + self._line("small")
            self._height = 2 * self._pad + lines + 2 * _LINE_GAP
        return self._height

    @property
    def step(self) -> int:
        """From one card to the next."""
        return self.height + GAP

    def forget(self) -> None:
        """Drop what is laid out: fonts or colours changed."""
        self._texts.clear()
        self._grounds.clear()
        self._fonts.clear()
        self._lines.clear()
        self._colours.clear()
        self._height = 0

    def paint(
        self, painter: QPainter, area: QRect, row: RowLike | None, model: CardModel, state: CardState, ratio: float
    ) -> None:
        """Paint a card into `area`; None: it is not there yet."""
        painter.drawPixmap(area.topLeft(), self._ground(area.width(), area.height(), state, ratio))
        inner = area.adjusted(SPACE[2], self._pad, -SPACE[2], -self._pad)
        if row is None:
            self._paint_skeleton(painter, inner)
            return
        top = self._paint_name(painter, inner, row, model, ratio) + _LINE_GAP
        middle = QRect(inner.left(), top, inner.width(), self._line("chips"))
        self._paint_middle(painter, middle, row, model, ratio)
        self._paint_foot(painter, inner, middle.bottom() + 1 + _LINE_GAP, row, model)

    @property
    def _pad(self) -> int:
        return SPACE[1] if self._look.density is Density.COMPACT else SPACE[1] + 2

    def _paint_name(self, painter: QPainter, inner: QRect, row: RowLike, model: CardModel, ratio: float) -> int:
        cell = model.cell(row, NAME)
        height = self._line("name")
        side = self._look.scaled(_MARK)
        room = inner.width() - len(cell.marks) * (side + SPACE[0])
        # Words beside a mark take what the name leaves, and up to half of the line from a long name.
        wished = sum(
            self._laid_out(words, room, "small")[1] + SPACE[0] + 1 for words in map(_said, cell.marks) if words
        )
        name = max(room - round(wished), room // 2)
        taken = self._draw(painter, cell.text, "name", "text", inner.left(), inner.top(), name, cell.spans)
        left, room = inner.left() + taken, room - taken
        for mark in cell.marks:
            left += SPACE[0]
            pixmap = self._icons.tinted(mark.icon, side, mark.tone, ratio)
            painter.drawPixmap(QPointF(left, inner.top() + (height - side) // 2), pixmap)
            left += side
            words = _said(mark)
            if words:
                top = inner.top() + (height - self._line("small")) // 2
                taken = SPACE[0] + self._draw(
                    painter, words, "small", mark.tone, left + SPACE[0], top, room - SPACE[0]
                )
                left, room = left + taken, room - taken
        return inner.top() + height

    def _paint_middle(self, painter: QPainter, area: QRect, row: RowLike, model: CardModel, ratio: float) -> None:
        chips = model.cell(row, TAGS).chips
        if chips:
            self._chips.paint(painter, QRectF(area), chips, ratio)
            return
        company = model.cell(row, COMPANY)
        cell = company if company.text else model.cell(row, PHONE)
        top = area.top() + (area.height() - self._line("small")) // 2
        self._draw(painter, cell.text, "small", "secondary", area.left(), top, area.width(), cell.spans)

    def _paint_foot(self, painter: QPainter, inner: QRect, top: int, row: RowLike, model: CardModel) -> None:
        age = model.cell(row, UPDATED).text
        _, taken = self._laid_out(age, inner.width() // 2, "small")
        self._draw(painter, age, "small", "faint", round(inner.right() + 1 - taken), top, inner.width() // 2)
        agent = model.cell(row, AGENT).text
        room = inner.width() - round(taken) - SPACE[1]
        self._draw(painter, agent, "small", "secondary", inner.left(), top, room)

    def _draw(
        self,
        painter: QPainter,
        text: str,
        font: str,
        tone: str,
        left: int,
        top: int,
        room: int,
        spans: Spans = (),
    ) -> int:
        if not text or room <= 0:
            return 0
        laid, width = self._laid_out(text, room, font)
        if spans:
            shown = laid.text()
            for spot in grounds(shown, self._font(font), spans, elided=shown != text):
                painter.fillRect(spot.translated(left, top), self._colour("found"))
        painter.setFont(self._font(font))
        painter.setPen(self._colour(tone))
        painter.drawStaticText(left, top, laid)
        return int(width) + 1

    def _laid_out(self, text: str, room: int, font: str) -> tuple[QStaticText, float]:
        key = (text, room, font)
        found = self._texts.peek(key)
        return found if found is not None else self._texts.put(key, self._lay_out(*key))

    def _lay_out(self, text: str, room: int, name: str) -> tuple[QStaticText, float]:
        font = self._font(name)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(_IDENTITY, font)
        return static, static.size().width()

    def _ground(self, width: int, height: int, state: CardState, ratio: float) -> QPixmap:
        key = (width, height, state, ratio)
        if key not in self._grounds:
            self._grounds[key] = self._made_ground(*key)
        return self._grounds[key]

    def _made_ground(self, width: int, height: int, state: CardState, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        ring = state.focused or state.held
        fill = tokens.selection if state.current else tokens.hover if state.hovered else tokens.raised
        edge = tokens.accent if ring else tokens.border if state.current else tokens.hairline
        painter.setBrush(QColor(fill))
        pen = QPen(QColor(edge), RING if ring else 1)
        if state.held:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = RING / 2 if ring else 0.5
        area = QRectF(0, 0, width, height).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, RADIUS_PANEL, RADIUS_PANEL)
        painter.end()
        return pixmap

    def _paint_skeleton(self, painter: QPainter, inner: QRect) -> None:
        colour = QColor(self._look.tokens.skeleton)
        for place, share in enumerate((0.55, 0.8, 0.35)):
            top = inner.top() + 4 + place * (inner.height() - 8) // 2 - 4 * (place == 2)
            painter.fillRect(QRectF(inner.left(), top, inner.width() * share, 8), colour)

    def _font(self, name: str) -> QFont:
        if name not in self._fonts:
            strong = name == "name"
            self._fonts[name] = self._look.font(
                "body" if strong else "secondary", strong=strong, tabular=not strong
            )
        return self._fonts[name]

    def _line(self, name: str) -> int:
        if name not in self._lines:
            height = self._chips.height if name == "chips" else QFontMetrics(self._font(name)).height()
            self._lines[name] = height
        return self._lines[name]

    def _colour(self, tone: str) -> QColor:
        if tone not in self._colours:
            self._colours[tone] = self._look.colour(tone)
        return self._colours[tone]


def _said(mark: Mark) -> str:
    return mark.text or (mark.words if mark.icon == _BAN else "")
