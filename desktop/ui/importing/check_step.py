"""The third step: what every row would do, problems corrected in place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.sheets.verdicts import Kind
from desktop.qt.busy import Busy
from desktop.qt.buttons import Button
from desktop.qt.labels import PlainLabel
from desktop.qt.theme import SPACE
from desktop.qt.translated import Translated
from desktop.ui.importing.preview import Preview
from desktop.ui.importing.state import Draft
from desktop.ui.importing.words import ImportWords
from desktop.ui.kit import Kit

_KINDS = (None, Kind.CREATE, Kind.UPDATE, Kind.SAME, Kind.INVALID)


class CheckStep(Translated, QWidget):
    """`cancelled` when the user waits for the check no more."""

    cancelled = Signal()

    def __init__(self, kit: Kit, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = words
        self._draft: Draft | None = None
        self.busy = Busy(kit.look, self)
        self.busy.cancelled.connect(self.cancelled)
        self.sum = PlainLabel(parent=self, wrap=True)
        self.basis = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self._hint = PlainLabel(parent=self, type="secondary", tone="secondary", wrap=True)
        self.table = Preview(kit, words, self, editable=True)
        self.kinds: dict[Kind | None, Button] = {}
        self._group = QButtonGroup(self)
        for kind in _KINDS:
            button = Button("", self, kind="ghost")
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, kind))
            self._group.addButton(button)
            self.kinds[kind] = button
        self.table.selectionModel().currentChanged.connect(self._tell_row)
        self._lay_out()
        self.retranslate()

    def wait(self, text: str) -> None:
        """Show that the rows are being looked at."""
        self._draft = None
        self.table.rows.show(None)
        self.busy.start()
        self.busy.set_progress(None, text)
        self.retranslate()

    def show_draft(self, draft: Draft) -> None:
        """Show the verdicts, the problems first when there are any."""
        self.busy.stop()
        self._draft = draft
        self._choose(Kind.INVALID if draft.counts[Kind.INVALID] else None)

    def renew(self, draft: Draft) -> None:
        """Show the same rows after one was corrected."""
        self._draft = draft
        self.table.rows.renew(draft)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.table.setAccessibleName(self.tr("Rows of the file"))
        self._tell_row()
        draft = self._draft
        self.sum.setText("" if draft is None else self._words.sum(dict(draft.counts)))
        for kind, button in self.kinds.items():
            count = 0 if draft is None else len(draft.verdicts) if kind is None else draft.counts[kind]
            button.setText(self._words.counted(kind, self._kit.formats.number(count)))
            button.setEnabled(draft is not None)

    def _tell_row(self) -> None:
        """Show the whole reason of the row where the keyboard is, or how a cell is corrected."""
        index = self.table.currentIndex()
        place = self.table.rows.place(index.row()) if index.isValid() else None
        why = "" if self._draft is None or place is None else self._draft.why(place)
        hint = self.tr("Press Enter or double-click to correct a cell: the row is checked again at once.")
        self._hint.setText(why or hint)
        self._hint.set_tone("danger" if why else "secondary")

    def _choose(self, kind: Kind | None) -> None:
        self.kinds[kind].setChecked(True)
        if self._draft is not None:
            self.table.rows.show(self._draft, kind)
        self.retranslate()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(SPACE[0])
        for button in self.kinds.values():
            kinds.addWidget(button)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.sum)
        column.addWidget(self.basis)
        column.addLayout(kinds)
        column.addWidget(self.busy)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
