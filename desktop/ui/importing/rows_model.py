"""The rows of an import as a table: what each would do, why not, and its cells, which can be corrected."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desktop.domain.sheets.sheet import LONGEST
from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.qt.look import Look
from desktop.qt.safetext import tooltip, visible
from desktop.ui.importing.state import Draft
from desktop.ui.importing.words import ImportWords

AnyIndex = QModelIndex | QPersistentModelIndex
FIXED = 3
"""The columns before those of the file: the row's number, what it does, to whom or why not."""
_SHOWN = 120
_TONES = {Kind.CREATE: "success", Kind.UPDATE: "accent", Kind.SAME: "secondary", Kind.INVALID: "danger"}


class ImportRows(QAbstractTableModel):
    """Shows a draft's rows of one kind, or all. `edited(row, column, text)` when a cell was corrected."""

    edited = Signal(int, int, str)

    def __init__(self, look: Look, words: ImportWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._draft: Draft | None = None
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._kind: Kind | None = None

    @property
    def kind(self) -> Kind | None:
        """Which rows are shown."""
        return self._kind

    def show(self, draft: Draft | None, kind: Kind | None = None) -> None:
        """Show the rows of a kind, None: all."""
        self.beginResetModel()
        self._draft, self._kind = draft, kind
        self._rows = [] if draft is None else draft.rows_of(kind)
        self._columns = [] if draft is None else draft.used
        self.endResetModel()

    def renew(self, draft: Draft) -> None:
        """Show the same rows as they are now: what was corrected stays where it is, whatever it does now."""
        self._draft = draft
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place(self, row: int) -> int | None:
        """Return which row of the file a row of the table is."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else FIXED + len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        draft = self._draft
        if draft is None:
            return None
        place = self._rows[index.row()]
        verdict = draft.verdicts[place]
        if index.column() >= FIXED:
            return self._cell(draft, place, verdict, self._columns[index.column() - FIXED], role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fixed(draft, place, verdict, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            plain = "text" if index.column() and verdict.kind is Kind.INVALID else "secondary"
            return self._tone(_TONES[verdict.kind] if index.column() == 1 else plain)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == FIXED - 1:
            return tooltip(visible(draft.why(place)))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct a cell: whoever listens judges the row anew."""
        draft = self._draft
        if draft is None or role != Qt.ItemDataRole.EditRole or index.column() < FIXED:
            return False
        place, column = self._rows[index.row()], self._columns[index.column() - FIXED]
        if str(value) == draft.sheet.rows[place].cells[column]:
            return False
        self.edited.emit(place, column, str(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say that the file's cells can be corrected."""
        usual = super().flags(index)
        draft = self._draft
        if draft is None or index.column() < FIXED:
            return usual
        cell = draft.sheet.rows[self._rows[index.row()]].cells[self._columns[index.column() - FIXED]]
        # A line cannot hold more, and would cut what it holds.
        return usual | Qt.ItemFlag.ItemIsEditable if len(cell) <= LONGEST else usual

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or self._draft is None:
            return None
        if section < FIXED:
            return (self.tr("Row"), self.tr("Result"), self.tr("Customer, or what to correct"))[section]
        return visible(self._draft.title(self._columns[section - FIXED]), limit=60)

    def _fixed(self, draft: Draft, place: int, verdict: Verdict, column: int) -> str:
        if column == 0:
            return str(draft.sheet.rows[place].number)
        if column == 1:
            return self._words.kind(verdict.kind)
        return visible(draft.why(place), limit=400) or self._words.who(verdict)

    def _cell(self, draft: Draft, place: int, verdict: Verdict, column: int, role: int) -> object:
        text = draft.sheet.rows[place].cells[column]
        target = draft.mapping[column]
        if role == Qt.ItemDataRole.EditRole:
            return text
        change = next((one for one in verdict.changes if one.target == target), None)
        wrong = any(one.target == target for one in verdict.reasons)
        if role == Qt.ItemDataRole.DisplayRole:
            before = change.before if change is not None and not wrong else ""
            shown = visible(change.after if change is not None and not wrong else text, limit=_SHOWN)
            return (
                f"{visible(before, limit=_SHOWN)} → {shown}" if before and verdict.kind is Kind.UPDATE else shown
            )
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._tone("danger") if wrong else None if change else self._tone("secondary")
        if role == Qt.ItemDataRole.FontRole and change is not None and verdict.kind is Kind.UPDATE:
            strong = QFont()
            strong.setWeight(QFont.Weight.DemiBold)
            return strong
        return tooltip(visible(text, limit=1_000)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _tone(self, name: str) -> QColor:
        return self._look.colour(name)
