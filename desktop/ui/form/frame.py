"""A form: heading, what it has to say, fields, and the buttons that save or leave it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.customers.customer import FieldValue
from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.json import Json
from desktop.qt import theme
from desktop.qt.buttons import Button, IconButton
from desktop.qt.labels import PlainLabel
from desktop.qt.lifetime import while_there
from desktop.qt.toast import Toast, Tone
from desktop.qt.translated import Translated
from desktop.ui.actions.registry import keys_text
from desktop.ui.form.keeping import Drafts, Keeping
from desktop.ui.form.leaving import Leave, LeavingDialog
from desktop.ui.form.notice import Notice
from desktop.ui.form.purpose import Purpose
from desktop.ui.form.sheet import Values, from_set, to_set
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import Outbox
from desktop.ui.wording.errortext import paragraph, sentence
from desktop.ui.wording.formats import listed

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class FormFrame(Translated, QFrame):
    """Shows a form and saves it as one edit.

    `saved` with the stored entries; `closed` when it is over, whatever became of its input; `told` with what
    happened; `window_wanted` when it shall stand in a window of its own.
    """

    saved = Signal(object)
    closed = Signal()
    told = Signal(Toast)
    window_wanted = Signal()

    def __init__(
        self,
        purpose: Purpose,
        view: SheetView,
        outbox: Outbox,
        drafts: Drafts,
        kit: Kit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.purpose = purpose
        self.view = view
        self._outbox = outbox
        self._kit = kit
        self._entry: Entry | None = None
        self._busy = False
        self._holder: QWidget | None = None
        self._wrong: list[str] = []
        self.keeping = Keeping(drafts, purpose.draft_name, self._body, self)
        self.setProperty("surface", "window")
        self._title = PlainLabel(parent=self, type="section", strong=True, elide=True)
        self.detach = IconButton(kit.icons.icon("expand"), "", self)
        self.leave = IconButton(kit.icons.icon("close"), "", self)
        self.restored = Notice(kit, self)
        self.summary = Notice(kit, self)
        view.setParent(self)
        self.cancel = Button("", self)
        self.save_button = Button("", self, kind="primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not saved."""
        return bool(self.view.sheet.touched)

    def begin(self, base: Values, context: Mapping[str, FieldValue] | None = None) -> None:
        """Show a record, and over it what was entered and not saved another time."""
        self.view.begin(base, context)
        draft = self.keeping.draft
        if draft is not None and self.view.restore(draft.body):
            self._say_restored()

    def correct(self, entry: Entry, wanted: Values, problems: Mapping[str, str], text: str) -> None:
        """Show an edit that was refused, to be corrected: saving replaces it."""
        self._entry = entry
        self.view.enter(from_set(wanted))
        self.view.tell(problems)
        self.summary.tell(text, tone="danger")

    def save(self) -> None:
        """Save what was entered as one edit; where something is wrong, say so and go there."""
        if self._busy:
            return
        told = self.view.tell(self.purpose.problems(self.view))
        wrong = [name for name in self.view.cells if name in {*self.view.wrong(), *told}]
        self._say_wrong(wrong)
        if wrong:
            self.view.go_to(wrong[0])
            return
        changes = self.view.sheet.changes()
        if not changes:
            self.told.emit(Toast(self.tr("Nothing changed: there is nothing to save"), Tone.NEWS))
            self.finish()
            return
        self._submit(to_set(changes))

    def finish(self) -> None:
        """End the form and forget its draft."""
        self.keeping.drop()
        self.closed.emit()

    def put_away(self) -> None:
        """End the form; what was entered stays as a draft, while it is being saved until it is."""
        self.keeping.flush()
        self.closed.emit()

    def delete_with(self, holder: QWidget) -> None:
        """Delete the form that is over and `holder` in which it stands, once no answer is awaited."""
        self._holder = holder
        if not self._busy:
            holder.deleteLater()

    def ask_to_close(self) -> None:
        """End the form; ask first when something would be lost."""
        if self._busy:
            return
        if not self.dirty:
            self.finish()
            return
        dialog = LeavingDialog(self._named(self.view.sheet.touched), self)
        dialog.chosen.connect(self._leave)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_error(self, error: AppError) -> None:
        """Say why the edit could not be taken: at its field where it has one."""
        self._set_busy(False)
        if self._holder is not None:
            self.told.emit(Toast(paragraph(error), Tone.ERROR))
            self._holder.deleteLater()
            return
        if isinstance(error, InvalidInput):
            told = self.view.tell({error.field: sentence(error)})
            if told:
                self._say_wrong(told)
                self.view.go_to(told[0])
                return
        self.summary.tell(paragraph(error), tone="danger")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.ask_to_close()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self._title.setText(self.purpose.title())
        self.setAccessibleName(self.purpose.title())
        self.detach.set_name(self.tr("Open in a window of its own"))
        self.leave.set_name(self.tr("Close the form"), keys_text(("Esc",)))
        self.cancel.setText(self.tr("Cancel"))
        self.save_button.setText(self.purpose.verb())
        self.save_button.setToolTip(keys_text(SAVE_KEYS[:1]))
        if not self.restored.isHidden():
            self._say_restored()
        self._say_wrong(self._wrong)

    def _submit(self, values: Mapping[str, Json]) -> None:
        intent = self.purpose.intent(values)
        self._set_busy(True)
        saved, failed = while_there(self, self._on_saved), while_there(self, self.show_error)
        if self._entry is not None:
            self._outbox.replace(self._entry.id, intent, answer=partial(saved, ()), failed=failed)
            return
        label = self.purpose.label([self.view.cells[name].editor.title() for name in self.view.sheet.touched])
        self._outbox.submit([intent], label=label, answer=saved, failed=failed)

    def _on_saved(self, entries: Sequence[Entry]) -> None:
        self._set_busy(False)
        self.saved.emit(entries)
        if self._holder is None:
            self.finish()
        else:
            self.keeping.drop()
            self._holder.deleteLater()

    def _leave(self, how: Leave) -> None:
        # The dialog is still on its way out: what comes next may open another.
        do = {"save": self.save, "keep": self.put_away, "discard": self.finish}[how]
        QTimer.singleShot(0, self, do)

    def _on_edited(self, _name: str) -> None:
        self._wrong = [name for name in self._wrong if self.view.cells[name].editor.problem()]
        self._say_wrong(self._wrong)
        self.keeping.note()

    def _body(self) -> Mapping[str, Json] | None:
        return self.view.sheet.to_json() if self.dirty else None

    def _discard_restored(self) -> None:
        self.view.take_back()
        self.keeping.drop()
        self.restored.tell("")
        self._wrong = []
        self._say_wrong([])

    def _say_restored(self) -> None:
        draft = self.keeping.draft
        if draft is None:
            return
        text = self.tr("Unsaved changes of {time} restored").format(time=self._kit.formats.moment(draft.when))
        self.restored.tell(text, [(self.tr("Discard them"), self._discard_restored)])

    def _say_wrong(self, wrong: Sequence[str]) -> None:
        self._wrong = list(wrong)
        if not wrong:
            self.summary.tell("")
            return
        text = self.tr("%n field(s) must be corrected before it can be saved:", "", len(wrong))
        links = [(self.view.cells[name].editor.title(), partial(self.view.go_to, name)) for name in wrong]
        self.summary.tell(text, links, tone="danger")

    def _named(self, names: Sequence[str]) -> str:
        return listed(self.view.cells[name].editor.title() for name in names)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)
        self.detach.setEnabled(not busy)

    def _connect(self) -> None:
        self.view.edited.connect(self._on_edited)
        self.cancel.clicked.connect(self.ask_to_close)
        self.leave.clicked.connect(self.ask_to_close)
        self.detach.clicked.connect(self.window_wanted)
        self.save_button.clicked.connect(self.save)
        for keys in SAVE_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[1], 0)
        head.setSpacing(theme.SPACE[0])
        head.addWidget(self._title, 1)
        head.addWidget(self.detach)
        head.addWidget(self.leave)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], 0)
        self._notices.setSpacing(theme.SPACE[1])
        self._notices.addWidget(self.restored)
        self._notices.addWidget(self.summary)
        line = QFrame(self)
        line.setProperty("line", "top")
        line.setFixedHeight(1)
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE[3], theme.SPACE[1], theme.SPACE[3], theme.SPACE[1])
        foot.setSpacing(theme.SPACE[1])
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._notices)
        column.addWidget(self.view, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def add_button(self, button: Button) -> None:
        """Put a quiet button at the left of those that save or leave."""
        self._foot.insertWidget(0, button)

    def add_notice(self, notice: QWidget) -> None:
        """Put another notice over the fields."""
        self._notices.addWidget(notice)
