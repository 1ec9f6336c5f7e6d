"""The outbox page: what waits to be sent, since when, why, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.edits.outbox import Entry
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.columns import Column
from desktop.qt.labels import PlainLabel
from desktop.qt.rows import RowsModel
from desktop.qt.states import EmptyState
from desktop.qt.table import DataTable
from desktop.qt.translated import Translated
from desktop.ui.kit import Kit
from desktop.ui.outbox.line_bar import LineBar
from desktop.ui.outbox.line_columns import line_columns
from desktop.ui.outbox.line_source import LineSource
from desktop.ui.outbox.lines import Line, lines_of
from desktop.ui.outbox.linewords import lead_text, what_text, who_text
from desktop.ui.outbox.names import CustomerNames
from desktop.ui.whom.people import Reader
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.status import Status


class OutboxPage(Translated, QWidget):
    """Lists the edits of one account that are not done.

    `opened` on Enter and a double click on a line; `retry_all_wanted` from its button.
    """

    opened = Signal()
    retry_all_wanted = Signal()

    def __init__(self, kit: Kit, lookup: Lookup, account: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._lookup = lookup
        self._status = Status()
        self._lines: list[Line] = []
        self.names = CustomerNames(account, self._renamed)
        self._source = LineSource()
        self._rows = RowsModel(self._source, self._columns(), self)
        self.table = DataTable(kit.look, kit.icons, kit.chips, self)
        self.table.set_rows(self._rows)
        self._title = PlainLabel(parent=self, type="title")
        self._lead = PlainLabel(parent=self, tone="secondary", wrap=True)
        self.retry_all = Button("", self, icon=kit.icons.icon("refresh"))
        self.retry_all.clicked.connect(self.retry_all_wanted)
        self.bar = LineBar(kit, self)
        self.empty = EmptyState(kit.look, kit.icons, self, icon="success")
        self._lay_out()
        self.table.current_moved.connect(self._show_current)
        self.table.opened.connect(self.opened)
        self.table.selection.changed.connect(self.table.viewport().update)
        self.setFocusProxy(self.table)
        self.retranslate()

    @property
    def lines(self) -> Sequence[Line]:
        """What is listed."""
        return tuple(self._lines)

    def current(self) -> Line | None:
        """Return the current line."""
        row = self.table.current_row()
        return next((line for line in self._lines if row is not None and line.id == row.id), None)

    def chosen(self) -> list[Line]:
        """Return the selected lines, else the current one."""
        target = self.table.target()
        return [line for line in self._lines if line.id in target]

    def show_entries(self, entries: Sequence[Entry], status: Status) -> None:
        """Show what is not done, and how the account stands."""
        self._status = status
        self._lines = lines_of(entries)
        place = self.table.currentIndex().row()
        self._source.show(self._lines)
        if self._lines and self.table.currentIndex().row() < 0:
            self.table.go_to(max(0, min(place, len(self._lines) - 1)))
        self._show_state()
        self._show_current()

    def close_page(self) -> None:
        """Stop following the lines."""
        self._rows.close()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.tr("Outbox"))
        self.retry_all.setText(self.tr("Try all again"))
        self.table.setAccessibleName(self.tr("Edits that are not sent yet"))
        self.empty.say(
            self.tr("Everything is sent"),
            self.tr("Edits wait here when there is no network, or when Sobot refuses one."),
        )
        self._rows.set_columns(self._columns())
        self._show_state()
        self._show_current()

    def _columns(self) -> tuple[Column, ...]:
        return line_columns(self._lookup, self._kit.formats, self.names)

    def _renamed(self) -> None:
        self._rows.reformat()
        self._show_current()

    def _show_state(self) -> None:
        asking = sum(len(line.entries) for line in self._lines if line.asking)
        waiting = sum(len(line.entries) for line in self._lines) - asking
        text = lead_text(waiting, asking, self._status)
        self._lead.setText(text)
        self._lead.setVisible(bool(text))
        self.retry_all.setVisible(any(not line.conflict for line in self._lines))
        self._stack.setCurrentIndex(0 if self._lines else 1)

    def _show_current(self) -> None:
        line = self.current()
        if line is None:
            self.bar.show_line(None)
            return
        self.bar.show_line(line, what_text(line, self._lookup, self.names), who_text(line, self.names))

    def _lay_out(self) -> None:
        side = theme.SPACE[3]
        head = QHBoxLayout()
        head.setContentsMargins(side, theme.SPACE[2], side, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.retry_all)
        lead = QHBoxLayout()
        lead.setContentsMargins(side, theme.SPACE[0], side, theme.SPACE[2])
        lead.addWidget(self._lead)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(lead)
        column.addLayout(self._stack, 1)
        column.addWidget(self.bar)
