"""Puts the actions of the customers page into the window's registry."""

from typing import TYPE_CHECKING

from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions

if TYPE_CHECKING:
    from desktop.ui.customers.page import CustomersPage


def add_actions(actions: Actions, page: "CustomersPage") -> None:
    """Add every action the page has; those of the table have their keys only inside the table."""
    table = page.table
    actions.add(verbs.SEARCH, page.focus_search)
    actions.add(verbs.FILTER, page.add_filter)
    actions.add(verbs.CLEAR_FILTERS, page.clear_filters)
    actions.add(verbs.SAVE_VIEW, page.save_view)
    actions.add(verbs.COLUMNS, page.choose_columns)
    actions.add(verbs.OPEN, page.open_current, table)
    actions.add(verbs.PEEK, page.peek_current, table)
    actions.add(verbs.SELECT_ALL, table.selection.select_all, table)
    actions.add(verbs.CLEAR_SELECTION, table.selection.clear)
    actions.add(verbs.COPY, table.copy, table)
    actions.add(verbs.COPY_PHONE, page.copy_phone, table)
