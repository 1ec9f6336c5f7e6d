"""The context menu of the table: open, copy, filter by what is under the mouse."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.query import Condition, OneOf, Tagged
from desktop.qt.rows import RowLike
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions
from desktop.ui.customers.columns import LISTED

# The column under the mouse -> the field that is filtered by.
_FILTERED = {
    "stage_id": "stage_id",
    "status": "status",
    "agent_name": "agent_id",
    "source": "source",
    "vip_level": "vip_level",
    "gender": "gender",
    "blacklisted": "blacklisted",
}


def conditions_of(row: RowLike, column: str) -> list[Condition]:
    """Return the filters that keep the rows with the same value in this column; one for each tag."""
    values = dict(zip(LISTED, row.values, strict=True))
    if column == "tags":
        return [
            *(Tagged("any", (tag,)) for tag in values["tags"] or ()),
            *(Tagged("any", (tag,), wecom=True) for tag in values["wecom_tags"] or ()),
        ]
    field = _FILTERED.get(column)
    value = values.get(field) if field else None
    return [OneOf(field, (value,))] if field and isinstance(value, str | int) and value != "" else []


def context_menu(
    actions: Actions,
    row: RowLike,
    column: str,
    describe: Callable[[Condition], str],
    apply: Callable[[Condition], None],
    parent: QWidget,
) -> QMenu:
    """Return the menu for a row and the column under the mouse; it deletes itself when closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(actions[verbs.OPEN.name])
    menu.addAction(actions[verbs.EDIT.name])
    menu.addAction(actions[verbs.TAG.name])
    menu.addAction(actions[verbs.ASSIGN.name])
    menu.addAction(actions[verbs.CLAIM.name])
    menu.addAction(actions[verbs.RECYCLE.name])
    menu.addAction(actions[verbs.BAN.name])
    menu.addSeparator()
    menu.addAction(actions[verbs.COPY.name])
    phone = dict(zip(LISTED, row.values, strict=True)).get("phone")
    if phone:
        menu.addAction(actions[verbs.COPY_PHONE.name])
    conditions = conditions_of(row, column)
    if conditions:
        menu.addSeparator()
        text = QCoreApplication.translate("Customers", "Only {filter}")
        for condition in conditions:
            entry = menu.addAction(text.format(filter=describe(condition).replace("&", "&&")))
            entry.triggered.connect(lambda _checked=False, condition=condition: apply(condition))
    return menu


def page_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of the page: what is done with all customers; it deletes itself when closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for verb in (verbs.NEW_CUSTOMER, verbs.IMPORT, verbs.EXPORT, verbs.COLUMNS):
        menu.addAction(actions[verb.name])
    return menu
