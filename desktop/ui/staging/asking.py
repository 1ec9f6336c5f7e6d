"""Asking for a stage: the picker, kept up to date while it is open."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from desktop.domain.following.behaviour import StageKind
from desktop.qt.choices import Choice
from desktop.ui.kit import Kit
from desktop.ui.outbox.ports import EditedAccount
from desktop.ui.staging.people import Staged, staged
from desktop.ui.staging.picker import StagePicker
from desktop.ui.staging.setting import StageSetting, Stored
from desktop.ui.staging.wording import gone_text
from desktop.ui.whom.people import Many, People
from desktop.ui.wording.spelling import Spelling
from desktop.workspace.events import AccountEvent, CollectionChanged


class StageAsking(QObject):
    """Opens pickers of one account and has what they answer set."""

    def __init__(self, account: EditedAccount, setting: StageSetting, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._setting = setting
        self._kit = kit
        self._window = window
        self._spelling = Spelling(account.readings, self)
        self._spelling.learned.connect(self._offer)
        self._picker: StagePicker | None = None
        self._current = ""
        self._names: Mapping[str, str] = {}

    @property
    def picker(self) -> StagePicker | None:
        """The picker that is open."""
        return self._picker

    def open(
        self,
        people: People | Many,
        place: QRect,
        kind: StageKind = StageKind.PROCESS,
        stored: Stored | None = None,
    ) -> None:
        """Open the picker at a place on the screen; `kind` is chosen at first."""
        picker = StagePicker(self._kit, self._window)
        self._picker, self._current = picker, ""
        picker.kinds.choose(kind)
        self._offer()

        def chosen(stage: str, kind: StageKind, note: str) -> None:
            people.when_read(lambda: self._put(people, stage, kind, note, stored))

        picker.chosen.connect(chosen)
        unsubscribe = self._account.subscribe(self._on_event)
        picker.closed.connect(unsubscribe)
        picker.closed.connect(lambda: self._on_closed(picker))
        picker.closed.connect(picker.deleteLater)
        picker.open_over(place, self._window)
        people.when_read(lambda: self._learn(picker, people))

    def _put(self, people: People | Many, stage: str, kind: StageKind, note: str, stored: Stored | None) -> None:
        if isinstance(people, Many):
            self._setting.put_many(people.ids, stage, kind, note)
        else:
            self._setting.put(_of(people), stage, kind, note, stored=stored)

    def _learn(self, picker: StagePicker, people: People | Many) -> None:
        if picker is self._picker and isinstance(people, People):
            self._current = _of(people).stage
            self._offer()

    def _offer(self) -> None:
        if self._picker is not None:
            stages = self._account.collections.stages
            self._names = {key: stage.name for key, stage in stages.items()}
            self._picker.offer([self._choice(key, name) for key, name in self._names.items()], self._current)
            self._spelling.learn(self._names.values())

    def _choice(self, key: str, name: str) -> Choice:
        here = key == self._current
        return Choice(
            key,
            name,
            detail=self.tr("current stage") if here else "",
            keywords=self._spelling.of(name),
            icon="check" if here else "",
        )

    def _on_event(self, event: AccountEvent) -> None:
        if isinstance(event, CollectionChanged) and event.kind == "stage" and self._picker is not None:
            gone = [name for key, name in self._names.items() if key not in self._account.collections.stages]
            self._offer()
            for name in gone:
                self._picker.tell(gone_text(name))

    def _on_closed(self, picker: StagePicker) -> None:
        if self._picker is picker:
            self._picker = None


def _of(people: People) -> Staged:
    return staged(people.found.values())
