"""How cases ended, as far as this computer knows: said on cards, in the table and in the panel."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.edits.outbox import Entry
from desktop.domain.following.stagetime import ENDS, StageSet, end_in
from desktop.domain.intents.following import SetStage
from desktop.qt.columns import Mark
from desktop.ui.staging.wording import LOOKS, kind_text

_QUIET_MS = 200


class EndsOf(Protocol):
    """Knows whose case ended (`workspace.timeline.timelines.Timelines`)."""

    def ended(self, answer: Callable[[Mapping[str, StageSet]], None]) -> None:
        """Hand over the last change of stage of whoever was won, lost or invalid by it."""


class CaseEnds(QObject):
    """The ends of cases of one account; `changed` when there are others. An edit counts before it is sent.

    No record and no list of the server tells the kind of a stage, only histories do (003 "Query All Customer
    Behaviors", stageType): of whom no history was read here, nothing is known.
    """

    changed = Signal()

    def __init__(self, histories: EndsOf, edits: Callable[[], Iterable[Entry]], parent: QObject) -> None:
        super().__init__(parent)
        self._histories = histories
        self._edits = edits
        self._known: Mapping[str, StageSet] = {}
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self._ask)
        self._ask()

    def look(self) -> None:
        """Learn that there may be others."""
        if not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Ask no more."""
        self._soon.stop()

    def marks(self, customer_id: str, stage_id: str) -> list[Mark]:
        """Return the mark of a customer who is in a stage now: an icon and a word, [] while its case goes on."""
        kind = end_in(self._known.get(customer_id), stage_id)
        return [] if kind is None else [Mark(*LOOKS[kind], kind_text(kind), kind_text(kind))]

    def _ask(self) -> None:
        self._histories.ended(self._take)

    def _take(self, found: Mapping[str, StageSet]) -> None:
        last = {**found, **self._wanted()}
        known = {customer: change for customer, change in last.items() if change.kind in ENDS}
        if known != self._known:
            self._known = known
            self.changed.emit()

    def _wanted(self) -> dict[str, StageSet]:
        """Return what edits that are not sent will tell."""
        return {
            entry.intent.customer: StageSet(entry.intent.stage, entry.intent.type, 0)
            for entry in self._edits()
            if isinstance(entry.intent, SetStage) and entry.is_open
        }
