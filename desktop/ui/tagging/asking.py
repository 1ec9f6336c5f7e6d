"""Asking which tags: the picker, kept up to date while it is open, and the group of a tag that is made in it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.qt.choices import Choice
from desktop.qt.picker import PickerPopup
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.tagging.choices import group_choices, tag_choices, wecom_choices
from desktop.ui.tagging.deltas import Tagging, tagging_of
from desktop.ui.tagging.picker import TagPicker
from desktop.ui.tagging.wording import gone_text
from desktop.ui.whom.people import Chosen
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.spelling import Spelling
from desktop.workspace.events import AccountEvent, CollectionChanged


class TagAsking(QObject):
    """Opens pickers of one account.

    `chosen(people, tagging)` when it is applied; `made(people, tagging, name, group, is_new)` when a new tag goes
    with it: `group` is the id of its group, or with `is_new` the name of a group to make too.
    """

    chosen = Signal(object, object)
    made = Signal(object, object, str, str, bool)

    def __init__(self, account: EditedAccount, lookup: Lookup, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._lookup = lookup
        self._kit = kit
        self._window = window
        self._picker: TagPicker | None = None
        self._people: Chosen | None = None
        self._place = QRect()
        self._group = ""
        self._spelling = Spelling(account.readings, self)
        self._spelling.learned.connect(self._offer)

    @property
    def picker(self) -> TagPicker | None:
        """The picker that is open."""
        return self._picker

    def open(self, people: Chosen, place: QRect) -> None:
        """Open the picker at a place on the screen."""
        picker = TagPicker(self._kit, self._window)
        self._picker, self._people, self._place = picker, people, place
        picker.offer(self._choices())
        picker.applied.connect(lambda changes: self._on_applied(people, changes))
        picker.asked_new.connect(lambda name: self._ask_group(people, name, self._tagging(picker.changed)))
        unsubscribe = self._account.subscribe(self._on_event)
        picker.closed.connect(unsubscribe)
        picker.closed.connect(lambda: self._on_closed(picker))
        picker.closed.connect(picker.deleteLater)
        picker.open_over(place, self._window)
        people.when_read(lambda: self._learn(picker, people))
        self._learn_names()

    def open_again(self, typed: str) -> None:
        """Open the picker as it was opened last, with a text typed."""
        if self._people is not None:
            self.open(self._people, self._place)
            if self._picker is not None:
                self._picker.field.setText(typed)

    def _learn(self, picker: TagPicker, people: Chosen) -> None:
        if picker is self._picker:
            picker.offer(self._choices())
            picker.learn(people.states())

    def _choices(self) -> list[Choice]:
        wecom = self._people.wecom_tags() if self._people else ()
        return [*tag_choices(self._account.collections, self._spelling.of), *wecom_choices(wecom, self._lookup)]

    def _learn_names(self) -> None:
        of = self._account.collections
        tags, groups = of.tags.values(), of.tag_groups.values()
        self._spelling.learn([*(one.name for one in tags), *(one.name for one in groups)])

    def _offer(self) -> None:
        if self._picker is not None:
            self._picker.offer(self._choices())

    def _on_event(self, event: AccountEvent) -> None:
        if isinstance(event, CollectionChanged) and event.kind in {"tag", "tag_group"} and self._picker:
            gone = self._picker.offer(self._choices())
            if gone:
                self._picker.tell(gone_text([choice.text for choice in gone]))
            self._learn_names()

    def _on_closed(self, picker: TagPicker) -> None:
        if self._picker is picker:
            self._picker = None

    def _tagging(self, changes: Mapping[str, bool]) -> Tagging:
        return tagging_of(changes, self._account.collections.tag_groups, self._account.collections.tags)

    def _on_applied(self, people: Chosen, changes: dict[str, bool]) -> None:
        self.chosen.emit(people, self._tagging(changes))

    def _ask_group(self, people: Chosen, name: str, tagging: Tagging) -> None:
        picker = PickerPopup(self._kit.look, self._kit.icons, self._window)
        picker.set_title(self.tr("Group of the new tag “{tag}”").format(tag=name))
        groups = group_choices(self._account.collections, self._spelling.of)
        groups.sort(key=lambda choice: choice.key != self._group)
        picker.set_choices(groups)
        picker.offer_new(self.tr("Create group “{}”"))
        picker.picked.connect(lambda group: self._on_group(people, tagging, name, group))
        picker.asked_new.connect(lambda group: self.made.emit(people, tagging, name, group, True))
        picker.closed.connect(picker.deleteLater)
        picker.open_over(self._place, self._window)

    def _on_group(self, people: Chosen, tagging: Tagging, name: str, group: str) -> None:
        self._group = group
        self.made.emit(people, tagging, name, group, False)
