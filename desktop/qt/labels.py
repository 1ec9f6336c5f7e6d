"""Labels that show any text literally."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from desktop.domain.folding import Spans
from desktop.qt.safetext import tooltip, visible
from desktop.qt.theme import RADIUS_CONTROL

_LINE = 1.4
"""Height of a wrapped line in font sizes."""


class PlainLabel(QLabel):
    """A label that never takes its text for markup.

    `type` is a name of `theme.TYPE_PX`, `tone` a token for the colour ("text", "secondary", "faint", "accent",
    "danger", "warning", "success"). With `elide` it shrinks to what it is given, ends in "…" and shows the whole
    text as a tooltip; with `wrap` it breaks anywhere a line is full. With `copyable` a click (or Enter) copies
    the original text, says so, and emits `copied`. Of an elided or wrapped text `spotted` gives the pieces that
    stand on a ground of their own: what a search found.
    """

    copied = Signal(str)

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        type: str = "body",  # noqa: A002 - the word of the stylesheet
        tone: str = "text",
        strong: bool = False,
        elide: bool = False,
        wrap: bool = False,
        copyable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._original = ""
        self._elide = elide
        self._wrap = wrap
        self._copyable = copyable
        self._tip = self._hint = ""
        self._hovered = False
        self._heights: dict[int, int] = {}
        self.spotted: Callable[[str], Spans] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        self.setProperty("tone", tone)
        self.setProperty("strong", strong)
        if elide or wrap:
            policy = QSizePolicy.Policy
            self.setSizePolicy(policy.Ignored if elide else policy.Preferred, self.sizePolicy().verticalPolicy())
        if wrap:
            keep = self.sizePolicy()
            keep.setHeightForWidth(True)
            self.setSizePolicy(keep)
        if copyable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`, control and direction characters made visible. The same text again costs nothing."""
        if text == self._original:
            return
        self._original = text
        self._heights.clear()
        super().setText(visible(text, lines=self._wrap))
        self._set_tip()
        self.updateGeometry()

    def original(self) -> str:
        """Return the text as it was given; this is what a click copies."""
        return self._original

    def set_tone(self, tone: str) -> None:
        """Change the colour to another token."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            # One that was not shown yet is dressed when it is, and to ask for the style takes 0.3 ms.
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                style = self.style()
                style.unpolish(self)
                style.polish(self)

    def set_hint(self, text: str) -> None:
        """Set a tooltip shown literally; "" leaves only the one of an elided text."""
        self._tip = text
        self._set_tip()

    def copy(self) -> None:
        """Put the original text on the clipboard and say so."""
        if not self._original:
            return
        QGuiApplication.clipboard().setText(self._original)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.tr("Copied"), self)
        self.copied.emit(self._original)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few characters at least when elided or wrapped."""
        hint = super().minimumSizeHint()
        if self._elide or self._wrap:
            hint.setWidth(min(hint.width(), self.fontMetrics().averageCharWidth() * 4))
        if self._wrap:
            hint.setHeight(self._line_height())
        return hint

    def sizeHint(self) -> QSize:
        """Ask for the whole text on one line, or its lines at the present width."""
        if not self._wrap:
            return super().sizeHint()
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(widest + 2, 420)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Say whether the height follows the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        if not self._wrap:
            return -1
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = len(self._layouts(width)) * self._line_height()
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw elided and wrapped text; leave plain ones to the style."""
        if self._copyable and (self._hovered or self.hasFocus()):
            self._paint_ground()
        if not (self._elide or self._wrap):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._wrap:
            self._paint_lines(painter)
            return
        area = self.contentsRect()
        shown = self._elided(area.width())
        self._paint_spots(painter, area, shown)
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tooltip that a new width calls for."""
        super().resizeEvent(event)
        self._set_tip()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy on a click."""
        inside = self.rect().contains(event.position().toPoint())
        if self._copyable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.copy()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Enter and Space."""
        if self._copyable and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.copy()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self._hover(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no more."""
        self._hover(False)
        super().leaveEvent(event)

    def _hover(self, hovered: bool) -> None:
        self._hovered = hovered
        if self._copyable:
            self.update()

    def _set_tip(self) -> None:
        hidden = self._elide and self._elided(self.contentsRect().width()) != self.text()
        parts = [self._original] if hidden else []
        if self._tip:
            parts.append(self._tip)
        hint = "\n".join(parts)
        if hint != self._hint:
            self._hint = hint
            self.setToolTip(tooltip(hint))

    def _elided(self, width: int) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _line_height(self) -> int:
        return round(QFontMetrics(self.font()).height() * _LINE / 1.2)

    def _layouts(self, width: int) -> list[tuple[QTextLayout, int]]:
        """Return each line as its paragraph's layout and its number in it."""
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        found = []
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.setFormats(self._formats(paragraph))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                found.append((layout, line.lineNumber()))
            layout.endLayout()
        return found

    def _formats(self, paragraph: str) -> list[QTextLayout.FormatRange]:
        spans = self.spotted(paragraph) if self.spotted is not None else ()
        if not spans:
            return []
        from desktop.qt.lines import units  # noqa: PLC0415 -- the first rows come before any search

        formats = []
        for start, end in spans:
            found = QTextLayout.FormatRange()
            found.start = units(paragraph, start)
            found.length = units(paragraph, end) - found.start
            found.format = QTextCharFormat()
            found.format.setBackground(self.palette().linkVisited())
            formats.append(found)
        return formats

    def _paint_spots(self, painter: QPainter, area: QRect, shown: str) -> None:
        whole = self.text()
        spans = self.spotted(whole) if self.spotted is not None else ()
        if not spans:
            return
        from desktop.qt.lines import grounds  # noqa: PLC0415 -- the first rows come before any search

        for spot in grounds(shown, self.font(), spans, elided=shown != whole):
            top = area.top() + (area.height() - spot.height()) / 2
            painter.fillRect(spot.translated(area.left(), top), self.palette().linkVisited())

    def _paint_lines(self, painter: QPainter) -> None:
        area: QRect = self.contentsRect()
        height = self._line_height()
        lines = self._layouts(area.width())
        spare = max(0, area.height() - len(lines) * height)
        start = area.top() + (spare // 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0)
        for row, (layout, number) in enumerate(lines):
            line = layout.lineAt(number)
            top = start + row * height + (height - line.height()) / 2
            line.draw(painter, QPointF(area.left(), top - line.y()))

    def _paint_ground(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        if self._hovered:
            painter.setBrush(colours.midlight())
        painter.setPen(colours.accent().color() if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
