"""Tagging what is selected: `T` opens the picker, `.` does the last tagging once more, chips go one by one."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.ids import local_id, nth_local
from desktop.domain.intents.intent import CreateTag, CreateTagGroup, Intent
from desktop.domain.jobs.job import TagCustomers
from desktop.domain.tags.rules import check
from desktop.qt.toast import Toast, Tone
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.tagging.asking import TagAsking
from desktop.ui.tagging.deltas import Tagging, intents_of
from desktop.ui.tagging.wording import gone_text, tagged_text
from desktop.ui.whom.people import Many, People
from desktop.ui.wording.errortext import paragraph
from desktop.ui.wording.lookup import Lookup

NEW_COLOUR = "#2560D6"
"""The colour of a group made from the picker; the tags page changes it."""


class CustomerTagging(QObject):
    """Tags customers of one account.

    `told` with what happened; `undo_wanted` from the way back in it; `job_wanted(TagCustomers)` when there are
    too many customers for edits one by one.
    """

    told = Signal(Toast)
    job_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, account: EditedAccount, lookup: Lookup, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._lookup = lookup
        self._last: Tagging | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._asking = TagAsking(account, lookup, kit, window)
        self._asking.chosen.connect(self._on_chosen)
        self._asking.made.connect(self._on_made)

    @property
    def asking(self) -> TagAsking:
        """The picker and what it asks next."""
        return self._asking

    def choose(self, people: People | Many, place: QRect) -> None:
        """Open the picker at a place on the screen for these customers."""
        self._asking.open(people, place)

    def repeat(self, people: People | Many) -> None:
        """Do the last tagging to these customers."""
        if self._last is None:
            self.told.emit(Toast(self.tr("Nothing to repeat yet: T tags, . does the same again"), Tone.NEWS))
            return
        last = self._last
        people.when_read(lambda: self._tag(people, last))

    def remove(self, customer_id: str, tag_id: str) -> None:
        """Take one tag from one customer."""
        people = People(self._account, (customer_id,))
        people.when_read(lambda: self._tag(people, Tagging(remove=(tag_id,)), keep=False))

    def _on_chosen(self, people: People | Many, tagging: Tagging) -> None:
        people.when_read(lambda: self._tag(people, tagging))

    def _on_made(self, people: People | Many, tagging: Tagging, name: str, group: str, group_is_new: bool) -> None:
        people.when_read(lambda: self._make(people, tagging, name, group, group_is_new=group_is_new))

    def _make(self, people: People | Many, tagging: Tagging, name: str, group: str, *, group_is_new: bool) -> None:
        local = local_id(uuid4().hex)
        intent: CreateTag | CreateTagGroup
        if group_is_new:
            intent = CreateTagGroup(name=group, color=NEW_COLOUR, tags=(name,), local=local)
            tag, group = nth_local(local, 0), local
        else:
            intent, tag = CreateTag(group=group, name=name, local=local), local
        try:
            check(intent, self._account.collections.tag_groups, self._account.collections.tags)
        except InvalidInput as error:
            self._refused(error, lambda: self._asking.open_again(name))
            return
        self._names[tag] = (group, name)
        wanted = Tagging((*tagging.add, tag), tagging.remove)
        if isinstance(people, Many):
            self._start_job(people, wanted, intent)
        else:
            self._submit(people, wanted, [intent, *intents_of(wanted, people.held())], created=name)

    def _start_job(self, people: Many, tagging: Tagging, make: CreateTag | CreateTagGroup | None = None) -> None:
        self._remember(tagging)
        self.job_wanted.emit(TagCustomers(tuple(people.ids), tagging.add, tagging.remove, make))

    def _tag(self, people: People | Many, tagging: Tagging, *, keep: bool = True) -> None:
        known = self._known(tagging)
        gone = [
            self._names.get(tag, ("", self._lookup.tag(tag).text))[1] for tag in known.tags if self._is_gone(tag)
        ]
        wanted = known.without(tag for tag in known.tags if self._is_gone(tag))
        if gone and keep:
            self.told.emit(Toast(gone_text(gone), Tone.ERROR))
        if isinstance(people, Many):
            if wanted:
                self._start_job(people, wanted)
            return
        intents = intents_of(wanted if keep else known, people.held())
        if intents:
            self._submit(people, wanted if keep else known, intents, keep=keep)
        elif not gone:
            self.told.emit(Toast(self.tr("Nothing to change: the tags are as wanted already"), Tone.NEWS))

    def _submit(
        self,
        people: People,
        tagging: Tagging,
        intents: Sequence[Intent],
        *,
        created: str = "",
        keep: bool = True,
    ) -> None:
        spoken = Tagging(tagging.add[:-1], tagging.remove) if created else tagging
        changed = {one.entity for one in intents}
        names = [one.name for one in people.found.values() if f"customer:{one.id}" in changed]
        text = tagged_text(spoken, self._lookup, names, created)

        def stored() -> None:
            if keep:
                self._remember(tagging)
            self.told.emit(Toast(text, Tone.DONE, self.tr("Undo"), self.undo_wanted.emit, "edit"))

        self._store(intents, text, stored)

    def _store(self, intents: Sequence[Intent], label: str, then: Callable[[], None]) -> None:
        def again() -> None:
            self._account.outbox.submit(
                intents, label=label, answer=lambda _: then(), failed=lambda error: self._refused(error, again)
            )

        again()

    def _refused(self, error: AppError, again: Callable[[], None]) -> None:
        self.told.emit(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), again))

    def _remember(self, tagging: Tagging) -> None:
        self._last = tagging
        tags = self._account.collections.tags
        self._names.update({tag: (tags[tag].group_id, tags[tag].name) for tag in tagging.tags if tag in tags})

    def _known(self, tagging: Tagging) -> Tagging:
        """Return the tagging with the ids the server gave to tags that were made here."""
        return Tagging(tuple(map(self._known_id, tagging.add)), tuple(map(self._known_id, tagging.remove)))

    def _known_id(self, tag_id: str) -> str:
        if not self._is_gone(tag_id) or tag_id not in self._names:
            return tag_id
        _, name = self._names[tag_id]
        tags = self._account.collections.tags.values()
        return next((tag.id for tag in tags if tag.name == name and tag_id.startswith("local")), tag_id)

    def _is_gone(self, tag_id: str) -> bool:
        return tag_id not in self._account.collections.tags
