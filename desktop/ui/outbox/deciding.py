"""What can be done about edits that wait: send again, correct, decide, discard."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.edits.outbox import Entry
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import AddTags, CreateTag, CreateTagGroup, Intent, RemoveTags
from desktop.domain.tags.rules import check
from desktop.qt.choices import Check
from desktop.qt.dialogs import Question, open_dialog
from desktop.qt.picker import Mode, PickerPopup
from desktop.qt.toast import Toast, Tone
from desktop.ui.kit import Kit
from desktop.ui.outbox.conflict import ConflictDialog
from desktop.ui.outbox.line_bar import RECORDS, is_editable
from desktop.ui.outbox.lines import Line
from desktop.ui.outbox.linewords import what_text
from desktop.ui.outbox.page import OutboxPage
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.outbox.wish_dialog import WishDialog
from desktop.ui.tagging.choices import tag_choices
from desktop.ui.whom.placing import widget_place
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup


class OutboxDeciding(QObject):
    """Does to the chosen lines of the page what the user asks. `told` with what came of it.

    `record_wanted(Entry)` when an edit of a customer's or a company's record shall be corrected: in its form.
    """

    told = Signal(Toast)
    record_wanted = Signal(object)

    def __init__(self, page: OutboxPage, account: EditedAccount, lookup: Lookup, kit: Kit) -> None:
        super().__init__(page)
        self._page = page
        self._account = account
        self._outbox = account.outbox
        self._lookup = lookup
        self._kit = kit

    def open(self) -> None:
        """Do the nearest thing about the current line: decide a conflict, correct what was refused."""
        line = self._page.current()
        if line is None:
            return
        if line.conflict:
            self._decide(line)
        elif line.asking and is_editable(line):
            self._correct(line)
        elif line.asking:
            self.retry()

    def edit(self) -> None:
        """Correct the current line."""
        line = self._page.current()
        if line is not None and line.conflict:
            self._decide(line)
        elif line is not None and is_editable(line):
            self._correct(line)

    def retry(self) -> None:
        """Send the chosen lines again."""
        self._retry([line for line in self._page.chosen() if not line.conflict])

    def retry_all(self) -> None:
        """Send everything again that needs no decision."""
        self._retry([line for line in self._page.lines if not line.conflict])

    def discard(self) -> None:
        """Give the chosen lines up; asks first."""
        lines = self._page.chosen()
        entries = [entry for line in lines for entry in line.entries]
        if not entries:
            return
        what = what_text(lines[0], self._lookup, self._page.names)
        question = Question(
            self._page.window(),
            self.tr("Discard %n edit(s)?", "", len(entries)),
            self.tr("{what}. What it changed here goes back to what Sobot has.").format(what=what)
            if len(lines) == 1
            else self.tr("What they changed here goes back to what Sobot has."),
            self.tr("Discard"),
            self.tr("Keep"),
            destroys=True,
        )
        open_dialog(question, lambda: self._discard(entries))

    def _retry(self, lines: Sequence[Line]) -> None:
        for line in lines:
            for entry in line.entries:
                self._outbox.retry(entry.id, answer=_nothing, failed=self._on_failed)

    def _discard(self, entries: Sequence[Entry]) -> None:
        text = self.tr("Discarded %n edit(s)", "", len(entries))
        for entry in entries:
            last = entry is entries[-1]
            told = partial(self.told.emit, Toast(text)) if last else _nothing
            self._outbox.discard(entry.id, answer=told, failed=self._on_failed)

    def _decide(self, line: Line) -> None:
        entry = line.entries[0]
        what = what_text(line, self._lookup, self._page.names)
        dialog = ConflictDialog(what, entry.clashes, self._kit, self._page.window(), self._lookup)

        def send() -> None:
            self._outbox.resolve(entry.id, dialog.choices, answer=_nothing, failed=self._on_failed)

        open_dialog(dialog, send)

    def _correct(self, line: Line) -> None:
        if isinstance(line.intent, AddTags | RemoveTags):
            self._correct_tags(line, line.intent)
            return
        if isinstance(line.intent, RECORDS):
            self.record_wanted.emit(line.entries[0])
            return
        what = what_text(line, self._lookup, self._page.names)
        dialog = WishDialog(what, line.intent, self._checked(line), self._page.window())
        open_dialog(dialog, lambda: self._replace(line.entries[0], dialog.wanted()))

    def _checked(self, line: Line) -> Callable[[Intent], None]:
        """Return the check of a correction; what is to be made shows already, under the same local id."""
        of = self._account.collections
        own = line.intent.local if isinstance(line.intent, CreateTag | CreateTagGroup) else ""
        groups = {key: group for key, group in of.tag_groups.items() if key != own}
        tags = {key: tag for key, tag in of.tags.items() if key != own}
        return lambda intent: check(intent, groups, tags)

    def _correct_tags(self, line: Line, intent: AddTags | RemoveTags) -> None:
        picker = PickerPopup(self._kit.look, self._kit.icons, self._page.window(), mode=Mode.APPLY)
        picker.set_title(self.tr("Search tags…"))
        choices = tag_choices(self._account.collections, lambda _name: "")
        picker.set_choices(choices, dict.fromkeys(intent.tags, Check.ON))
        picker.applied.connect(lambda changes: self._retag(line, changes))
        picker.closed.connect(picker.deleteLater)
        picker.open_over(widget_place(self._page.bar.edit), self._page.window(), align_right=True)

    def _retag(self, line: Line, changes: dict[str, bool]) -> None:
        for entry in line.entries:
            intent = entry.intent
            if not isinstance(intent, AddTags | RemoveTags):
                continue
            kept = [tag for tag in intent.tags if changes.get(tag, True)]
            tags = (*kept, *(tag for tag, taken in changes.items() if taken and tag not in kept))
            if not tags:
                self._outbox.discard(entry.id, answer=_nothing, failed=self._on_failed)
            elif isinstance(intent, AddTags):
                self._replace(entry, AddTags(customer=intent.customer, tags=tags))
            else:
                self._replace(entry, RemoveTags(customer=intent.customer, tags=tags))

    def _replace(self, entry: Entry, intent: Intent) -> None:
        self._outbox.replace(entry.id, intent, answer=_nothing, failed=self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.told.emit(Toast(paragraph(error), Tone.ERROR, topic="outbox"))


def _nothing() -> None:
    """Say nothing: the page shows it."""
