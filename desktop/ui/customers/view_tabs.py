"""Saved views as tabs: choose, save the present one, rename, update, move, remove."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from desktop.qt.icons import Icons
from desktop.qt.safetext import visible
from desktop.qt.translated import Translated
from desktop.ui.customers.view_names import view_name
from desktop.workspace.listing.views import View

_CHANGED = " •"
_LEAST = 160


class _Bar(QTabBar):
    menu_key = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)
        # Qt leaves its scroll buttons standing when a bar that was too narrow for a moment grows again.
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_buttons)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit.start()

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._fit.start()

    def _fit_buttons(self) -> None:
        wide = sum(self.tabSizeHint(place).width() for place in range(self.count()))
        self.setUsesScrollButtons(wide > self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Menu, Qt.Key.Key_F2):
            self.menu_key.emit()
            return
        super().keyPressEvent(event)


class ViewTabs(Translated, QWidget):
    """The tabs. They ask by signals; the page does it and hands back the new list by `show_views`."""

    chosen = Signal(str)
    save_wanted = Signal()
    rename_wanted = Signal(str)
    update_wanted = Signal(str)
    remove_wanted = Signal(str)
    moved = Signal(str, int)
    """A view of the user was moved: its key and its new place among the user's views."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[View] = []
        self._changed = False
        self._bar = _Bar(self)
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._plus = QToolButton(self)
        self._plus.setIcon(icons.icon("plus"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._plus)
        row.addStretch(1)
        self._plus.clicked.connect(self.save_wanted)
        self._bar.tabBarClicked.connect(self._on_clicked)
        self._bar.currentChanged.connect(self._on_current)
        self._bar.customContextMenuRequested.connect(self._open_menu_at)
        self._bar.menu_key.connect(lambda: self._open_menu(self._bar.currentIndex()))
        self.retranslate()

    @property
    def current(self) -> View | None:
        """The view whose tab is marked."""
        index = self._bar.currentIndex()
        return self._views[index] if 0 <= index < len(self._views) else None

    @property
    def save_button(self) -> QWidget:
        """Where a popup for the name of a new view belongs."""
        return self._plus

    def tab_place(self, key: str) -> QRect:
        """Return where, in global coordinates, a tab stands."""
        index = next((place for place, view in enumerate(self._views) if view.id == key), 0)
        area = self._bar.tabRect(index)
        return QRect(self._bar.mapToGlobal(area.topLeft()), area.size())

    def show_views(self, views: Sequence[View], current: str = "") -> None:
        """Show these views in this order and mark `current`, or the one marked before."""
        wanted = current or (self.current.id if self.current else "")
        self._bar.blockSignals(True)
        while self._bar.count() > len(views):
            self._bar.removeTab(self._bar.count() - 1)
        for _ in range(len(views) - self._bar.count()):
            self._bar.addTab("")
        self._views = list(views)
        keys = [view.id for view in views]
        if keys:
            self._bar.setCurrentIndex(keys.index(wanted) if wanted in keys else 0)
        self._bar.blockSignals(False)
        self._name_tabs()

    def choose(self, key: str) -> None:
        """Mark a view without telling anyone."""
        self.show_views(self._views, key)

    def set_changed(self, changed: bool) -> None:
        """Mark that what is shown is no longer exactly the current view."""
        if changed != self._changed:
            self._changed = changed
            self._name_tabs()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._bar.setAccessibleName(self.tr("Saved views"))
        self._plus.setAccessibleName(self.tr("Save this view"))
        self._plus.setToolTip(self.tr("Save the present search, filters and order as a view"))
        self._name_tabs()

    def _name_tabs(self) -> None:
        for index, view in enumerate(self._views):
            changed = self._changed and index == self._bar.currentIndex()
            # A doubled ampersand stands for itself: names are not mnemonics.
            name = visible(view_name(view), limit=60)
            self._bar.setTabText(index, name.replace("&", "&&") + (_CHANGED if changed else ""))
            self._bar.setAccessibleTabName(index, name)

    def _on_current(self, index: int) -> None:
        if 0 <= index < len(self._views):
            self.chosen.emit(self._views[index].id)

    def _on_clicked(self, index: int) -> None:
        # A click on the marked tab takes its filters back; on another one currentChanged follows.
        if index == self._bar.currentIndex() and self._changed:
            self._on_current(index)

    def _open_menu_at(self, point: QPoint) -> None:
        self._open_menu(self._bar.tabAt(point))

    def _open_menu(self, index: int) -> None:
        if not 0 <= index < len(self._views):
            return
        view = self._views[index]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if view.builtin is None:
            self._fill_own(menu, view)
        else:
            menu.addAction(self.tr("Save as a new view…"), self.save_wanted.emit)
        menu.popup(self._bar.mapToGlobal(self._bar.tabRect(index).bottomLeft()))

    def _fill_own(self, menu: QMenu, view: View) -> None:
        own = [entry.id for entry in self._views if entry.builtin is None]
        place = own.index(view.id)
        update = menu.addAction(self.tr("Update to what is shown"), lambda: self.update_wanted.emit(view.id))
        update.setEnabled(self._changed and view == self.current)
        menu.addAction(self.tr("Rename…"), lambda: self.rename_wanted.emit(view.id))
        left = menu.addAction(self.tr("Move left"), lambda: self.moved.emit(view.id, place - 1))
        left.setEnabled(place > 0)
        right = menu.addAction(self.tr("Move right"), lambda: self.moved.emit(view.id, place + 1))
        right.setEnabled(place < len(own) - 1)
        menu.addSeparator()
        menu.addAction(self.tr("Remove this view"), lambda: self.remove_wanted.emit(view.id))
