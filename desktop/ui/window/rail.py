"""The navigation rail: an icon and a word for each page; it collapses to icons."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from desktop.qt import theme
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.translated import Translated

_BADGE = 18
"""Pixels that a badge is high at text size 1."""


class RailItem(QAbstractButton):
    """One entry: the word and keys of its action, an icon, a badge only when something waits for the user."""

    def __init__(self, action: QAction, icon: str, look: Look, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._icon_name = icon
        self._look = look
        self._icons = icons
        self._words = True
        self._badge = ""
        self._hovered = False
        self._soft = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._take_texts)
        look.changed.connect(self.updateGeometry)
        self._take_texts()

    def set_words(self, shown: bool) -> None:
        """Show the word beside the icon, or the icon alone."""
        self._words = shown
        self.updateGeometry()
        self.update()

    def set_badge(self, text: str) -> None:
        """Show a small text at the right end, "" for none."""
        self._badge = text
        self.setAccessibleDescription(text)
        self.update()

    def set_soft(self, soft: bool) -> None:
        """Be marked by the word and the icon alone: an entry below has the ground."""
        self._soft = soft
        self.update()

    def action_hint(self) -> str:
        """Return what the action does and its keys."""
        return self._action.toolTip()

    def nextCheckState(self) -> None:
        """Leave the state to the rail: the page shown decides it."""

    def sizeHint(self) -> QSize:
        """Ask for one comfortable row."""
        return QSize(self._look.scaled(theme.RAIL_COLLAPSED), self._look.control_height + theme.SPACE[0])

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the mouse."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, word, badge and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = self.rect()
        tint = "accent" if self.isChecked() else "secondary"
        size = self._look.scaled(theme.ICON_SMALL)
        left = theme.SPACE[2] if self._words else (box.width() - size) // 2
        icon = self._icons.tinted(self._icon_name, size, tint, self.devicePixelRatioF())
        painter.drawPixmap(left, (box.height() - size) // 2, icon)
        if self._words:
            painter.setFont(self._look.font("body", strong=self.isChecked()))
            painter.setPen(self._look.colour("text" if self.isChecked() or self._hovered else "secondary"))
            words = box.adjusted(left + size + theme.SPACE[1] + 2, 0, -theme.SPACE[1], 0)
            text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        self._paint_badge(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        marked = self.isChecked() and not self._soft
        ground = "selection" if marked else "pressed" if self.isDown() else "hover"
        if marked or self._hovered or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(ground))
            painter.drawRoundedRect(self.rect(), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), theme.RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge:
            return
        painter.setFont(self._look.font("small", strong=True))
        high = self._look.scaled(_BADGE)
        width = max(high, painter.fontMetrics().horizontalAdvance(self._badge) + high // 2)
        # Beside the icon alone it stands at the corner, as there is no end of a line.
        middle = self.height() / 2 if self._words else high / 2 + 2
        edge = theme.SPACE[1] if self._words else theme.SPACE[0]
        pill = QRectF(self.width() - width - edge, middle - high / 2, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(self._look.colour("on_accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _take_texts(self) -> None:
        self.setVisible(self._action.isVisible())
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip())


class Rail(Translated, QFrame):
    """The rail: pages from the top, settings at the bottom."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._items: dict[str, RailItem] = {}
        self.words = True
        self.setProperty("surface", "surface")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.SPACE[1], theme.SPACE[2], theme.SPACE[1], theme.SPACE[1])
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def add_page(self, key: str, action: QAction, icon: str) -> RailItem:
        """Add a page below the ones that are there."""
        item = RailItem(action, icon, self._look, self._icons, self)
        self._items[key] = item
        self._layout.insertWidget(self._layout.count() - 1 - self._footers(), item)
        item.set_words(self.words)
        return item

    def add_below(self, key: str, item: RailItem) -> None:
        """Put an entry of its own kind below a page, after those that are there."""
        page = self._items[key]
        below = sum(other.property("below") == key for other in self.findChildren(RailItem))
        item.setProperty("below", key)
        self._layout.insertWidget(self._layout.indexOf(page) + 1 + below, item)
        item.set_words(self.words)

    def remove_below(self, item: RailItem) -> None:
        """Take out what `add_below` put in."""
        self._layout.removeWidget(item)
        item.setParent(None)
        item.deleteLater()

    def soften(self, key: str, soft: bool) -> None:
        """Leave the ground of a marked page to an entry below it."""
        self._items[key].set_soft(soft)

    def add_footer(self, action: QAction, icon: str) -> RailItem:
        """Add an entry at the bottom that is no page."""
        item = RailItem(action, icon, self._look, self._icons, self)
        item.setCheckable(False)
        item.setProperty("footer", True)
        self._layout.addWidget(item)
        item.set_words(self.words)
        return item

    def set_badge(self, key: str, text: str) -> None:
        """Show how much waits on a page, "" for nothing."""
        self._items[key].set_badge(text)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def set_words(self, shown: bool) -> None:
        """Show icons with words (176 px) or icons alone."""
        self.words = shown
        for item in self.findChildren(RailItem):
            item.set_words(shown)
        self._fit()

    def retranslate(self) -> None:
        """Name the rail for assistive technology."""
        self.setAccessibleName(self.tr("Pages"))

    def _footers(self) -> int:
        return sum(bool(item.property("footer")) for item in self.findChildren(RailItem))

    def _fit(self) -> None:
        self.setFixedWidth(self._look.scaled(theme.RAIL_WIDTH if self.words else theme.RAIL_COLLAPSED))
