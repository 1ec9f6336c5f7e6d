"""Asking which agents: the picker, kept up to date while it is open, and which agent the user is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from desktop.qt.picker import PickerPopup
from desktop.ui.assigning.choices import agent_choices, answers
from desktop.ui.assigning.picker import AgentPicker
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.kit import Kit
from desktop.ui.wording.spelling import Spelling
from desktop.workspace.events import AccountEvent, CollectionChanged


class AgentAsking(QObject):
    """Opens pickers of the agents of one account."""

    def __init__(self, account: StaffedAccount, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._kit = kit
        self._window = window
        self._spelling = Spelling(account.readings, self)
        self._spelling.learned.connect(self._offer)
        self.picker: AgentPicker | None = None
        """The picker that is open."""
        self.me_picker: PickerPopup | None = None
        """The one that asks which agent the user is."""

    def open(
        self, place: QRect, about: Callable[[Sequence[str]], str], chosen: Callable[[list[str]], None]
    ) -> AgentPicker:
        """Open the picker at a place on the screen; `about` says what giving to these agents would do."""
        picker = AgentPicker(self._kit, self._window)
        self.picker = picker
        stops = [
            self._account.subscribe(self._on_event),
            self._account.people.events.subscribe(lambda _event: self._offer()),
        ]

        def closed() -> None:
            for stop in stops:
                stop()
            if self.picker is picker:
                self.picker = None
            picker.deleteLater()

        picker.closed.connect(closed)
        picker.chosen.connect(chosen)
        picker.aimed.connect(lambda agents: picker.tell(about(agents)))
        self._offer()
        picker.open_over(place, self._window)
        self._learn_names()
        return picker

    def ask_me(self, place: QRect, then: Callable[[], None]) -> PickerPopup:
        """Ask which agent the user is, keep it, then go on."""
        picker = PickerPopup(self._kit.look, self._kit.icons, self._window, matcher=answers, width=360)
        people = self._account.people
        picker.set_title(self.tr("Which agent are you?"))

        def picked(agent_id: str) -> None:
            people.set_me(agent_id)
            then()

        def closed() -> None:
            if self.me_picker is picker:
                self.me_picker = None
            picker.deleteLater()

        self.me_picker = picker
        picker.picked.connect(picked)
        picker.closed.connect(closed)
        self._offer()
        picker.open_over(place, self._window)
        self._learn_names()
        return picker

    def close(self) -> None:
        """Close what is open: the account is going away."""
        for picker in (self.picker, self.me_picker):
            if picker is not None:
                picker.close_popup()

    def _offer(self) -> None:
        people, spelled = self._account.people, self._spelling.of
        if self.picker is not None:
            self.picker.offer(agent_choices(people.desks(), spelled, people.me))
        if self.me_picker is not None:
            self.me_picker.set_choices(agent_choices(people.desks(), spelled))

    def _learn_names(self) -> None:
        of = self._account.collections
        agents, departments = of.agents.values(), of.departments.values()
        self._spelling.learn([*(one.name for one in agents), *(one.name for one in departments)])

    def _on_event(self, event: AccountEvent) -> None:
        if isinstance(event, CollectionChanged) and event.kind in {"agent", "department"}:
            self._offer()
            self._learn_names()
