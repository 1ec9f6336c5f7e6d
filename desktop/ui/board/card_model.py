"""The cards of a column as a Qt model: a row a card, written as in the table of customers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.qt.columns import Column, Mark
from desktop.qt.rows import Cell, RowLike, RowsModel
from desktop.ui.customers.columns import CustomerColumns

FIELDS = (
    "nickname",
    "real_name",
    "phone",
    "tags",
    "wecom_tags",
    "stage_id",
    "agent_id",
    "agent_name",
    "enterprise_name",
    "is_vip",
    "blacklisted",
    "updated",
)
"""What a listing for the board reads."""

SHOWN = ("nickname", "tags", "agent_name", "updated", "enterprise_name", "phone")
"""The columns of the customers' table that a card is made of."""

NAME, TAGS, AGENT, UPDATED, COMPANY, PHONE = range(len(SHOWN))

_ROLE = Qt.ItemDataRole


def card_columns(columns: CustomerColumns) -> tuple[Column, ...]:
    """Return the columns of a card in the language shown."""
    known = {column.name: column for column in columns.all()}
    return tuple(known[name] for name in SHOWN)


class CardModel(RowsModel):
    """Cards; what is spoken of one is all that it shows."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return what every table of customers has, but for the first column speak the whole card."""
        if role == _ROLE.AccessibleTextRole and index.column() == NAME:
            row = self.row(index.row())
            return None if row is None else self.spoken(row)
        return super().data(index, role)

    def name(self, row: RowLike) -> str:
        """Return what a customer is called."""
        return self.cell(row, NAME).text

    def spoken(self, row: RowLike) -> str:
        """Return a card in words."""
        said = [_words(self.cell(row, column)) for column in (NAME, TAGS, AGENT, UPDATED)]
        return ", ".join(words for words in said if words)

    def marks(self, row: RowLike) -> Sequence[Mark]:
        """Return the small icons after the name."""
        return self.cell(row, NAME).marks


def _words(cell: Cell) -> str:
    return ", ".join([*([cell.text] if cell.text else []), *(mark.words for mark in cell.marks)])
