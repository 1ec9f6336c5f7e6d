"""Choosing the colour of a group: a palette, a field for any colour, and how its chips will look."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.qt import theme
from desktop.qt.chips import chip_colours
from desktop.qt.contrast import contrast, parse
from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import visible
from desktop.qt.theme import DARK, LIGHT, Tokens
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit

PALETTE = (
    "#C62828", "#D84315", "#EF6C00", "#F9A825", "#9E9D24", "#558B2F", "#2E7D32", "#00897B",
    "#00838F", "#0277BD", "#1565C0", "#283593", "#5E35B1", "#8E24AA", "#C2185B", "#546E7A",
)  # fmt: skip
"""Sixteen hues that stay apart from each other on both themes."""

_COLUMNS = 8
_SWATCH = 26
_FAINT = 3.0
"""Below this contrast a colour is hard to see on a white page."""


class _Swatch(QAbstractButton):
    def __init__(self, colour: str, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._kit = kit
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(colour)
        self.setToolTip(colour)

    def sizeHint(self) -> QSize:
        return QSize(_SWATCH, _SWATCH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A group of buttons moves by its own idea of what is next; the palette moves by its grid.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = _SWATCH - 8
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(area)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._kit.look.colour("accent" if self.hasFocus() else "text"), theme.RING))
            painter.drawEllipse(area.adjusted(-3, -3, 3, 3))


class _Sample(QWidget):
    """A chip in a colour, on the ground of one theme, whichever theme is shown."""

    def __init__(self, tokens: Tokens, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._kit = kit
        self._text = self._colour = ""
        self.setFixedHeight(kit.chips.height + 2 * theme.SPACE[1])

    def show_chip(self, text: str, colour: str) -> None:
        self._text, self._colour = visible(text, limit=40), colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = chip_colours(self._colour, self._tokens)
        painter.setPen(QPen(QColor(self._tokens.hairline), 1))
        painter.setBrush(QColor(self._tokens.window))
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        font = self._kit.look.font("secondary")
        painter.setFont(font)
        metrics = painter.fontMetrics()
        room = self.width() - 2 * theme.SPACE[1] - 26
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        chip = QRectF(theme.SPACE[1], theme.SPACE[1], metrics.horizontalAdvance(text) + 26, self._kit.chips.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setBrush(QColor(colours.dot))
        painter.drawEllipse(QRectF(chip.left() + 8, chip.center().y() - 3, 6, 6))
        painter.setPen(QColor(colours.text))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(chip.adjusted(18, 0, 0, 0), flags, text)


class ColourPicker(Translated, QWidget):
    """A palette, a field, samples in both themes. `changed(colour)` gives "#RRGGBB", "" for what is no colour."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, colour: str, sample: str, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self._swatches = QButtonGroup(self)
        self._samples = (_Sample(LIGHT, kit, self), _Sample(DARK, kit, self))
        self.field = QLineEdit(colour, self)
        self.field.setMaxLength(39)
        self._note = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self._lay_out(kit)
        self._swatches.buttonClicked.connect(self._on_swatch)
        self.field.textChanged.connect(self._refresh)
        self.retranslate()

    @property
    def colour(self) -> str:
        """The colour chosen, "#RRGGBB", "" while the field holds none."""
        return parse(self.field.text()) or ""

    def show_sample(self, text: str) -> None:
        """Show the samples with another text."""
        self._sample = text
        for sample in self._samples:
            sample.show_chip(text, self.colour)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [*self._swatches.buttons(), self.field]

    def take_focus(self) -> None:
        """Begin at the swatch that is chosen, else at the first."""
        (self._swatches.checkedButton() or self._swatches.buttons()[0]).setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Colour"))
        self.field.setAccessibleName(self.tr("Colour as #RRGGBB"))
        self.field.setPlaceholderText("#RRGGBB")
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the palette by arrows; Enter takes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        buttons = self._swatches.buttons()
        now = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1)
        if step is None or now < 0:
            super().keyPressEvent(event)
            return
        wanted = buttons[(now + step) % len(buttons)]
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        wanted.click()

    def _lay_out(self, kit: Kit) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE[0] // 2)
        for place, colour in enumerate(PALETTE):
            swatch = _Swatch(colour, kit, self)
            self._swatches.addButton(swatch)
            grid.addWidget(swatch, place // _COLUMNS, place % _COLUMNS)
        samples = QHBoxLayout()
        samples.setSpacing(theme.SPACE[1])
        for sample in self._samples:
            samples.addWidget(sample, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE[1])
        column.addLayout(grid)
        column.addWidget(self.field)
        column.addLayout(samples)
        column.addWidget(self._note)

    def _on_swatch(self, button: QAbstractButton) -> None:
        if isinstance(button, _Swatch):
            self.field.setText(button.colour)

    def _refresh(self) -> None:
        colour = self.colour
        for button in self._swatches.buttons():
            self._swatches.setExclusive(False)
            button.setChecked(isinstance(button, _Swatch) and button.colour == colour)
            self._swatches.setExclusive(True)
        for sample in self._samples:
            sample.show_chip(self._sample, colour)
        self._note.setText(self._words(colour))
        self._note.set_tone("secondary" if colour else "danger")
        self.changed.emit(colour)

    def _words(self, colour: str) -> str:
        if not colour:
            if not self.field.text().strip():
                return self.tr("Choose a colour, or type one as #RRGGBB.")
            return self.tr("This is no colour. It is shown as neutral; type one as #RRGGBB.")
        ratio = contrast(colour, LIGHT.window)
        text = self.tr("Contrast on white {ratio}:1.").format(ratio=f"{ratio:.1f}")
        if ratio < _FAINT:
            return text + " " + self.tr("Faint on white pages; here its words are darkened until they read well.")
        return text
