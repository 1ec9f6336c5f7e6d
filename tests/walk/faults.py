"""What can be wrong with a widget on the screen: its words, its room, its name."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop.qt.labels import PlainLabel
from tests.ui.stage import I18N

SLACK = 1
"""Pixels a hint may be off by rounding."""
_ROWS = 12
_NOT_OURS = frozenset({"English", "API", "Excel", "CSV", "VIP", "WeCom", "Kefu Desk", "OK", "ID"})
"""Names that stay as they are, and data of the demo account that happen to be words of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong: its kind ("english", "cut", "name", "markup", "lost"), the widget, and what it shows."""

    kind: str
    widget: str
    detail: str


@cache
def english_patterns() -> list[re.Pattern[str]]:
    """Return what every English text of ours looks like that has another one in Chinese."""
    found = []
    for message in ET.parse(I18N / "kefu_zh_CN.ts").getroot().iter("message"):  # noqa: S314 - our own file
        source = message.findtext("source") or ""
        chinese = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        plain = re.sub(r"%n|\{\w*\}", "", source)
        if source != chinese and re.search(r"[A-Za-z]{2,}", plain):
            wild = re.split(r"%n|\{\w*\}", source.replace("(s)", "s"))
            found.append(re.compile(".{0,80}".join(map(re.escape, wild)), re.DOTALL))
    return found


@cache
def is_english(text: str) -> bool:
    """Say whether a text of the screen is an English text of ours."""
    plain = text.replace("&", "").strip()
    if plain in _NOT_OURS or not re.search(r"[A-Za-z]{2,}", plain):
        return False
    return any(pattern.fullmatch(plain) for pattern in english_patterns())


def seen(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget under `root` that is on the screen, `root` first."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            yield widget


def faults(root: QWidget, *, chinese: bool) -> Iterator[Fault]:
    """Yield what is wrong under a window; of the file dialog, which is Qt's or the system's, only the words."""
    if isinstance(root, QFileDialog):
        yield from untranslated(root) if chinese else ()
        return
    for widget in seen(root):
        yield from cut(widget)
        yield from unnamed(widget)
        yield from marked_up(widget)
        if chinese:
            yield from untranslated(widget)


def untranslated(widget: QWidget) -> Iterator[Fault]:
    """Yield the English texts of a widget: shown, said, told by the mouse."""
    for text in texts(widget):
        if is_english(text):
            yield Fault("english", where(widget), text)


def texts(widget: QWidget) -> Iterator[str]:
    """Yield every text of a widget, models and menus included."""
    tip = re.sub(r"<[^>]+>", "", widget.toolTip())
    yield from (tip, widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(min(widget.count(), 40)))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    yield from (action.text() for action in widget.actions())
    yield from (action.toolTip() for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from model_texts(widget.model())


def model_texts(model: QAbstractItemModel) -> Iterator[str]:
    """Yield the texts of a model's first rows and of its headers."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(top), _ROWS)):
            index = model.index(row, column, top)
            yield from (str(index.data(role) or "") for role in roles)


def cut(widget: QWidget) -> Iterator[Fault]:
    """Yield what of a widget's text has no room."""
    wanted, room = needs(widget)
    if wanted > room + SLACK:
        yield Fault("cut", where(widget), f"{shown(widget)!r} needs {wanted}, has {room}")
    if (beyond := hidden_part(widget)) > SLACK:
        yield Fault("cut", where(widget), f"{shown(widget)!r} stands {beyond} out of its parent")


def needs(widget: QWidget) -> tuple[int, int]:
    """Return the pixels a widget's text needs and has, (0, 0) where neither is known."""
    if isinstance(widget, PlainLabel):
        return _label_needs(widget)
    if isinstance(widget, QLabel) and widget.text():
        return widget.sizeHint().width(), widget.width()
    icons = Qt.ToolButtonStyle.ToolButtonIconOnly
    icon_only = isinstance(widget, QToolButton) and widget.toolButtonStyle() is icons
    if (
        isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton)
        and widget.text()
        and not icon_only
    ):
        return _larger(widget.sizeHint().width(), widget.width(), widget.sizeHint().height(), widget.height())
    if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        return _line_needs(widget)
    if isinstance(widget, QComboBox):
        longest = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return longest + 32, widget.width()
    if isinstance(widget, QTabBar):
        return _tabs_need(widget)
    if isinstance(widget, QHeaderView):
        return _header_needs(widget)
    return 0, 0


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QToolButton):
        return widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, QPushButton | QCheckBox | QRadioButton) and bool(widget.text())


def _larger(wide: int, width: int, high: int, height: int) -> tuple[int, int]:
    return (wide, width) if wide - width >= high - height else (high, height)


def _label_needs(label: PlainLabel) -> tuple[int, int]:
    if not label.text() or (label._elide and label.toolTip()):
        return 0, 0
    if label._wrap:
        return label.heightForWidth(label.width()), label.height()
    hint = label.sizeHint()
    return _larger(hint.width(), label.width(), hint.height(), label.height())


def _line_needs(line: QLineEdit) -> tuple[int, int]:
    margins = line.textMargins()
    inner = line.width() - margins.left() - margins.right() - 16
    return line.fontMetrics().horizontalAdvance(line.placeholderText()), inner


def _tabs_need(bar: QTabBar) -> tuple[int, int]:
    worst = (0, 0)
    for place in range(bar.count()):
        wanted, room = bar.tabSizeHint(place).width(), bar.tabRect(place).width()
        if wanted - room > worst[0] - worst[1]:
            worst = (wanted, room)
    whole = (sum(bar.tabRect(place).width() for place in range(bar.count())), bar.width())
    return max(worst, whole, key=lambda pair: pair[0] - pair[1])


def _header_needs(header: QHeaderView) -> tuple[int, int]:
    model = header.model()
    worst = (0, 0)
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "") if model is not None else ""
        wanted, room = header.fontMetrics().horizontalAdvance(text), header.sectionSize(section)
        if text and not header.isSectionHidden(section) and wanted - room > worst[0] - worst[1]:
            worst = (wanted, room)
    return worst


def hidden_part(widget: QWidget) -> int:
    """Return how many pixels of a widget that shows text stand outside a parent that cannot be scrolled."""
    if not shown(widget) or widget.isWindow():
        return 0
    area, parent = QRect(QPoint(0, 0), widget.size()), widget
    while (above := parent.parentWidget()) is not None and not parent.isWindow():
        area.translate(parent.pos())
        if any(isinstance(one, QAbstractScrollArea | QTabBar) for one in (above, above.parentWidget())):
            return 0
        room = above.rect()
        beyond = max(room.left() - area.left(), area.right() - room.right(), area.bottom() - room.bottom())
        if beyond > 0:
            return beyond
        parent = above
    return 0


def unnamed(widget: QWidget) -> Iterator[Fault]:
    """Yield a control that an assistive technology cannot call by a name, or knows no role of."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QMenu) or not widget.isEnabled():
        return
    if isinstance(widget.parentWidget(), QComboBox) or widget.objectName().startswith("qt_"):
        return
    told = QAccessible.queryAccessibleInterface(widget)
    if told is None or not told.text(QAccessible.Text.Name).strip():
        yield Fault("name", where(widget), "has no accessible name")
    elif told.role() == QAccessible.Role.NoRole:
        yield Fault("name", where(widget), "has no role")


def marked_up(widget: QWidget) -> Iterator[Fault]:
    """Yield a label that would take its text for markup."""
    if isinstance(widget, QLabel) and widget.text() and widget.textFormat() != Qt.TextFormat.PlainText:
        yield Fault("markup", where(widget), widget.text())


def shown(widget: QWidget) -> str:
    """Return the text a widget shows."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def where(widget: QWidget) -> str:
    """Return the classes from the widget up to its window, three at most."""
    names, at = [], widget
    while at is not None and len(names) < 3:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(names)
