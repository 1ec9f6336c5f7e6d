"""Where on the screen a tagging takes place."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from desktop.qt.table import DataTable


def cell_place(table: DataTable, column: str) -> QRect:
    """Return where the current row's cell of a column is on the screen; the table's lower edge when it is not."""
    names = [one.name for one in table.rows.columns]
    row = table.currentIndex().row()
    view = table.viewport()
    for name in (column, names[0]):
        area = table.visualRect(table.rows.index(row, names.index(name))).intersected(view.rect())
        if row >= 0 and area.width() > 0 and area.height() > 0:
            return QRect(view.mapToGlobal(area.topLeft()), area.size())
    return QRect(
        view.mapToGlobal(QPoint(0, view.height())), view.rect().size().boundedTo(view.rect().size() / 100)
    )


def widget_place(widget: QWidget) -> QRect:
    """Return where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
