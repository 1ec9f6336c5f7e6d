"""The groups as lines of a list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.qt.safetext import visible
from desktop.ui.tags.groupwords import facts
from desktop.ui.tags.scene import GroupLine
from desktop.ui.tags.statewords import state_words

_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole


class GroupModel(QAbstractListModel):
    """Lists groups; only other groups than before reset it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[GroupLine, ...] = ()

    def show(self, lines: tuple[GroupLine, ...]) -> None:
        """List these groups."""
        same = [line.id for line in lines] == [line.id for line in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def line(self, row: int) -> GroupLine | None:
        """Return what a row shows."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def place(self, group_id: str) -> int:
        """Return the row of a group, -1 when it is not listed."""
        return next((row for row, line in enumerate(self._lines) if line.id == group_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of groups."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return a group's name, or all of its line as it is spoken."""
        line = self.line(index.row())
        if line is None:
            return None
        name = visible(line.group.name, limit=200)
        if role == _ROLE.DisplayRole:
            return name
        if role == _ROLE.AccessibleTextRole:
            parts = (name, facts(line), state_words(line))
            return ", ".join(part for part in parts if part)
        return None
