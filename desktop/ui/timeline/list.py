"""The list of a timeline: moved through by keys, opened and withdrawn in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.timeline.painting import TimelinePainter
from desktop.ui.timeline.rows import Row, TimelineRows

_AT_ONCE = 25
"""Rows laid out between two events."""
_MINUTE_MS = 60_000


class TimelineList(Translated, QListView):
    """Shows `rows`. `end_neared` when the last rows come into sight, `withdraw_wanted` with a row's key."""

    end_neared = Signal()
    withdraw_wanted = Signal(str)
    copied = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None, *, dated: bool = False) -> None:
        """Take whether each row tells its day: no headings do."""
        super().__init__(parent)
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._look)
        self.rows = TimelineRows(kit.formats, self)
        self._painter = TimelinePainter(kit, self.rows, self, dated=dated)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self._set_up()
        self._kept: tuple[str, int] = ("", 0)
        # "2 min ago" grows old by itself.
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()
        kit.look.changed.connect(self.scheduleDelayedItemsLayout)
        self.verticalScrollBar().valueChanged.connect(self.look_ahead)
        self.rows.rowsAboutToBeRemoved.connect(self._keep_current)
        self.rows.rowsInserted.connect(self._find_current)
        self.retranslate()

    def current(self) -> Row | None:
        """Return the row that is current."""
        return self.rows.row(self.currentIndex().row())

    def look_ahead(self) -> None:
        """Have the end looked for once the rows are laid out."""
        self._ahead.start()

    def updateGeometries(self) -> None:
        """Look for the end when rows were laid out."""
        super().updateGeometries()
        self.look_ahead()

    def _look(self) -> None:
        last = self.rows.index(self.rows.rowCount() - 1)
        area = self.visualRect(last)
        # A row that is not laid out yet has no place.
        if not last.isValid() or (area.isValid() and area.top() <= 2 * self.viewport().height()):
            self.end_neared.emit()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(self.tr("History"))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or fold on Enter, withdraw on Delete, copy; the rest moves."""
        row = self.current()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row is not None and row.withdrawable:
            self.withdraw_wanted.emit(row.key)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the shortcuts."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the word of an entry's action."""
        row = self._row_of_link(event)
        super().mouseReleaseEvent(event)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if row.withdrawable:
            self.withdraw_wanted.emit(row.key)
        else:
            self._toggle(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click does something."""
        shape = Qt.CursorShape.PointingHandCursor if self._row_of_link(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or fold an entry."""
        self._toggle(self.rows.row(self.indexAt(event.position().toPoint()).row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first entry."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next((place for place in range(self.rows.rowCount()) if self._is_entry(place)), -1)
            self.setCurrentIndex(self.rows.index(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: texts break elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _is_entry(self, place: int) -> bool:
        row = self.rows.row(place)
        return row is not None and row.told is not None

    def _row_of_link(self, event: QMouseEvent) -> Row | None:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        row = self.rows.row(index.row())
        if row is None or row.told is None:
            return None
        return row if self._painter.link_area(row, self.visualRect(index)).contains(spot) else None

    def _toggle(self, row: Row | None) -> None:
        if row is not None and self._painter.can_fold(row):
            self.rows.toggle(row.key)

    def _copy(self, row: Row | None) -> None:
        if row is not None and row.told is not None:
            QGuiApplication.clipboard().setText(row.told.text or row.told.plain)
            self.copied.emit()

    def _keep_current(self, _parent: QModelIndex | QPersistentModelIndex, first: int, last: int) -> None:
        row = self.current()
        inside = row is not None and first <= self.currentIndex().row() <= last
        self._kept = (row.key, self.currentIndex().row()) if row is not None and inside else ("", 0)

    def _find_current(self) -> None:
        key, self._kept = self._kept[0], ("", 0)
        place = self.rows.place(key) if key else -1
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))

    def _set_up(self) -> None:
        self.setProperty("bare", True)
        self.setProperty("ring", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
