"""How an entry is laid out in a width: lines of title, changes and text, as high as they need to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from desktop.qt import theme
from desktop.qt.look import Look
from desktop.qt.safetext import visible
from desktop.ui.timeline.entries import Diff, Told

LEFT = theme.SPACE[3] + theme.ICON_SMALL + theme.SPACE[1]
RIGHT = theme.SPACE[3]
PAD = theme.SPACE[1]
FOLDED = 6
"""Lines of a text, and changes, shown until the entry is opened."""
_LONGEST = 20_000
_ARROW = "  →  "


@dataclass(frozen=True, slots=True)
class Block:
    """A laid-out paragraph at `top`; only its first `lines` lines are painted."""

    layout: QTextLayout
    top: float
    lines: int


@dataclass(frozen=True, slots=True)
class Laid:
    """An entry in a width: its paragraphs, its whole height, whether something is folded away."""

    blocks: tuple[Block, ...]
    height: int
    folded: bool


class EntryLayouts:
    """Lays entries out, each once a width."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[Told, int, bool], Laid] = {}
        look.changed.connect(self._made.clear)

    def line_height(self, size: str = "body") -> int:
        """Return the height of a line of text."""
        return round(QFontMetrics(self._look.font(size)).height() * 1.15)

    def laid(self, told: Told, width: int, *, opened: bool) -> Laid:
        """Return an entry laid out in a row of `width`; whole when it is `opened`."""
        key = (told, width, opened)
        if key not in self._made:
            if len(self._made) > 20_000:
                self._made.clear()
            self._made[key] = self._lay(told, max(width - LEFT - RIGHT, 40), opened)
        return self._made[key]

    def _lay(self, told: Told, width: int, opened: bool) -> Laid:
        top = float(PAD + self.line_height())
        blocks: list[Block] = []
        folded = False
        limit = 1_000 if opened else FOLDED
        for one in told.diffs[:limit]:
            layout, high, lines = self._paragraph(*_worded(one, self._look), width, limit)
            blocks.append(Block(layout, top, lines))
            folded |= lines < layout.lineCount()
            top += high + 2
        folded |= len(told.diffs) > limit
        for paragraph in _paragraphs(told.text):
            left = limit - sum(one.lines for one in blocks[len(told.diffs[:limit]) :])
            if left <= 0:
                folded = True
                break
            layout, high, lines = self._paragraph(paragraph, (), width, left)
            blocks.append(Block(layout, top, lines))
            folded |= lines < layout.lineCount()
            top += high
        if told.who:
            top += self.line_height("secondary")
        if folded or opened:
            top += self.line_height("secondary")
        return Laid(tuple(blocks), round(top) + PAD, folded)

    def _paragraph(
        self, text: str, formats: Sequence[QTextLayout.FormatRange], width: int, limit: int
    ) -> tuple[QTextLayout, float, int]:
        layout = QTextLayout(text, self._look.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(formats))
        high = self.line_height()
        layout.beginLayout()
        number = 0
        # One line more than is shown tells that there is more; a text of a megabyte costs no more than that.
        while number <= limit and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * high + (high - line.height()) / 2))
            number += 1
        layout.endLayout()
        shown = min(number, limit)
        return layout, shown * high, shown


def _paragraphs(text: str) -> list[str]:
    if not text:
        return []
    return [line or " " for line in visible(text, lines=True, limit=_LONGEST).strip("\n").split("\n")]


def _worded(diff: Diff, look: Look) -> tuple[str, list[QTextLayout.FormatRange]]:
    parts = [(f"{visible(diff.label, limit=80)}  ", look.colour("secondary"), False)] if diff.label else []
    if diff.old:
        parts.append((visible(diff.old, limit=2_000), look.colour("faint"), True))
    if diff.old and diff.new:
        parts.append((_ARROW, look.colour("faint"), False))
    if diff.new:
        parts.append((visible(diff.new, limit=2_000), look.colour("text"), False))
    text, formats = "", []
    for piece, colour, struck in parts:
        formats.append(_range(len(text), len(piece), colour, struck))
        text += piece
    return text, formats


def _range(start: int, length: int, colour: QColor, struck: bool) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    look = QTextCharFormat()
    look.setForeground(colour)
    look.setFontStrikeOut(struck)
    made.format = look
    return made


def elided(text: str, font: QFont, width: int) -> str:
    """Return a text cut to a width."""
    return QFontMetrics(font).elidedText(visible(text, limit=300), Qt.TextElideMode.ElideRight, max(width, 0))
