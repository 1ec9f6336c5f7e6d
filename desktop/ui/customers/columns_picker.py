"""Which columns the table shows: a picker, and the menu of a column's header."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.qt.choices import Check, Choice
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.table import DataTable
from desktop.ui.kit import Kit


def open_columns(table: DataTable, kit: Kit, place: QRect, window: QWidget) -> None:
    """Open the list of columns at a place (global coordinates) in `window`; each toggle shows at once."""
    picker = PickerPopup(kit.look, kit.icons, table, mode=Mode.MANY)
    picker.set_title(QCoreApplication.translate("Columns", "Columns"))
    titles = {column.name: column.title for column in table.rows.columns[1:]}
    order = [name for name in table.arrangement.order() if name in titles]
    shown = table.arrangement.shown()
    picker.set_choices(
        [Choice(name, titles[name]) for name in order], {name: Check.ON for name in order if name in shown}
    )
    picker.toggled.connect(table.arrangement.set_shown)
    picker.closed.connect(picker.deleteLater)
    picker.open_over(place, window)


def header_menu(table: DataTable, kit: Kit, point: QPoint, name: str) -> QMenu:
    """Return the menu of a column's header: sort, move, hide, choose."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    columns = table.rows.columns
    column = next((column for column in columns if column.name == name), None)
    arrangement = table.arrangement
    if column is not None and column.sort:
        ascending = menu.addAction(QCoreApplication.translate("Columns", "Sort ascending"))
        ascending.triggered.connect(lambda: table.sort_asked.emit(column.sort, False))
        descending = menu.addAction(QCoreApplication.translate("Columns", "Sort descending"))
        descending.triggered.connect(lambda: table.sort_asked.emit(column.sort, True))
        menu.addSeparator()
    if column is not None and column is not columns[0]:
        left = menu.addAction(QCoreApplication.translate("Columns", "Move left"))
        left.triggered.connect(lambda: arrangement.move(name, -1))
        right = menu.addAction(QCoreApplication.translate("Columns", "Move right"))
        right.triggered.connect(lambda: arrangement.move(name, 1))
        hide = menu.addAction(QCoreApplication.translate("Columns", "Hide this column"))
        hide.triggered.connect(lambda: arrangement.set_shown(name, False))
        menu.addSeparator()
    choose = menu.addAction(QCoreApplication.translate("Columns", "Choose columns…"))
    choose.triggered.connect(lambda: open_columns(table, kit, QRect(point, QSize(1, 1)), table.window()))
    reset = menu.addAction(QCoreApplication.translate("Columns", "Back to the standard columns"))
    reset.triggered.connect(arrangement.reset)
    return menu
