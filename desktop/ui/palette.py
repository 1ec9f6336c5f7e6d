"""The command palette: every action by name, with its keys; type to find, Enter to run."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.qt import theme
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.ui.actions import Actions, keys_text, section_title
from desktop.ui.translated import Translated

_NAME = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1
_SECTION = Qt.ItemDataRole.UserRole + 2
_WIDTH, _ROWS = 560, 11
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class _Delegate(QStyledItemDelegate):
    """Section in secondary text, the action, its keys at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._look.control_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("selection"))
            painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        inner = box.adjusted(theme.SPACE[2], 0, -theme.SPACE[2], 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font("secondary"))
        painter.setPen(self._look.colour("secondary"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, index.data(_KEYS))
        section = f"{index.data(_SECTION)}  "
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, section)
        left = painter.fontMetrics().horizontalAdvance(section)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("text"))
        painter.drawText(inner.adjusted(left, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.restore()


class Palette(Translated, QFrame):
    """A popup over the window; it closes when an action was chosen or the focus went elsewhere."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = actions
        self._look = look
        self._window = parent
        self.setProperty("surface", "popup")
        self.setFixedWidth(_WIDTH)
        self._line = QLineEdit(self)
        self._list = QListView(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setItemDelegate(_Delegate(look, self))
        self._model = QStandardItemModel(self)
        self._list.setModel(self._model)
        self._none = PlainLabel(parent=self, tone="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE[1],) * 4)
        column.setSpacing(theme.SPACE[0])
        for part in (self._line, self._list, self._none):
            column.addWidget(part)
        self._line.textChanged.connect(self._find)
        self._line.installEventFilter(self)
        self._list.clicked.connect(self._run)
        self.retranslate()

    def popup(self) -> None:
        """Open over the upper middle of the window, empty."""
        self._line.clear()
        self._find("")
        window = self._window.window()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + window.height() // 8)
        self.show()
        self._line.setFocus()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("Command palette"))
        self._line.setPlaceholderText(self.tr("Type what you want to do…"))
        self._line.setAccessibleName(self.tr("What you want to do"))
        self._list.setAccessibleName(self.tr("Actions"))
        self._none.setText(self.tr("No action of that name."))
        self._find(self._line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move through the list while the cursor stays in the line."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self._model.clear()
        words = text.casefold().split()
        for verb in self._actions.verbs():
            action = self._actions[verb.name]
            section = section_title(verb.section)
            haystack = f"{section} {action.text()} {verb.text}".casefold()
            if verb.listed and action.isEnabled() and all(word in haystack for word in words):
                item = QStandardItem(action.text())
                item.setData(verb.name, _NAME)
                item.setData(keys_text(self._actions.keys(verb)), _KEYS)
                item.setData(section, _SECTION)
                self._model.appendRow(item)
        found = self._model.rowCount()
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setVisible(found > 0)
        self._none.setVisible(found == 0)
        self._list.setFixedHeight(min(found, _ROWS) * self._look.control_height + 2 * theme.SPACE[0])
        self.adjustSize()

    def _run(self, index: QModelIndex) -> None:
        name = index.data(_NAME)
        self.hide()
        if name:
            self._actions[name].trigger()
