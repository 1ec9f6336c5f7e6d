"""Giving customers to agents, claiming them, putting them into the pool: from the gesture to the edits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.edits.assigning import AS_IT_STANDS, can_undo
from desktop.domain.errors import AppError
from desktop.domain.following.assigning import Standing, in_turn
from desktop.domain.following.handover import Handover, assigning, claiming, pooling, previewed
from desktop.domain.intents.following import Assign, Recycle
from desktop.domain.jobs.job import FEW, EditCustomers
from desktop.qt.dialogs import Question
from desktop.qt.lifetime import while_there
from desktop.qt.toast import Toast, Tone
from desktop.ui.assigning.asking import AgentAsking
from desktop.ui.assigning.group import Group
from desktop.ui.assigning.ports import StaffedAccount
from desktop.ui.assigning.wording import done_text, left_text, pool_question, undo_text, ways_text
from desktop.ui.kit import Kit
from desktop.ui.wording.errortext import paragraph


class CustomerAssigning(QObject):
    """Moves customers of one account between agents and the pool.

    `moved` when customers were, `told` with what happened; `undo_wanted` from the way back in it;
    `job_wanted(EditCustomers)` when there are too many customers for edits one by one.
    """

    told = Signal(Toast)
    job_wanted = Signal(object)
    undo_wanted = Signal()
    moved = Signal()

    def __init__(self, account: StaffedAccount, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._window = window
        self._number = kit.formats.number
        self.asking = AgentAsking(account, kit, window)
        self.question: Question | None = None
        """What is asked before something that cannot be taken back."""

    def close(self) -> None:
        """Close what is open: the account is going away."""
        self.asking.close()
        if self.question is not None:
            self.question.reject()

    def choose(self, group: Group, place: QRect) -> None:
        """Open the picker at a place on the screen for these customers."""

        def about(agents: Sequence[str]) -> str:
            made = previewed(group.counts, agents, self._account.people.me)
            return "\n".join(text for text in (ways_text(made, self._number), left_text(made.left)) if text)

        picker = self.asking.open(
            place, about, lambda agents: group.when_read(lambda: self._assign(group, agents))
        )
        group.when_read(while_there(picker, picker.tell_aim))

    def claim(self, group: Group, place: QRect) -> None:
        """Give the free ones of these customers to the user, asked first which agent that is."""
        if self._account.people.myself is None:
            self.asking.ask_me(place, lambda: self.claim(group, place))
            return
        group.when_read(lambda: self._claim(group, claiming(group.people, self._account.people.me)))

    def recycle(self, group: Group, *, valid: bool) -> None:
        """Put these customers into the pool, asked first where there is no way back."""
        group.when_read(lambda: self._recycle(group, pooling(group.people, valid=valid), valid=valid))

    def _assign(self, group: Group, agents: Sequence[str]) -> None:
        people = self._account.people
        # Who has least gets what is left over.
        many = Assign(customer="", agents=tuple(in_turn(agents, people.loads)), kind=AS_IT_STANDS)
        self._do(group, assigning(group.people, agents, people.loads, people.me), many)

    def _claim(self, group: Group, made: Handover) -> None:
        kinds = list(made.kinds)
        kind = kinds[0].value if len(kinds) == 1 else AS_IT_STANDS
        many = Assign(customer="", agents=(self._account.people.me,), kind=kind)
        if len(made.edits) > FEW and made.left:
            # The job is about free customers only, so its dry run tells nothing of the others.
            self.told.emit(Toast(left_text(made.left), Tone.NEWS))
        self._do(group, made, many, of=[one.customer for one in made.edits])

    def _recycle(self, group: Group, made: Handover, *, valid: bool) -> None:
        many = Recycle(customer="", valid=valid)
        stuck = sum(not can_undo(one, standing) for one, standing in _pairs(group, made))
        if not stuck:
            self._do(group, made, many)
            return
        asked, meaning = pool_question(group.name, len(made.edits), stuck, valid=valid)
        question = Question(
            self._window,
            asked,
            meaning,
            self.tr("Put into the pool"),
            self.tr("Cancel"),
        )
        self.question = question

        def ended(result: int) -> None:
            self.question = None
            question.deleteLater()
            if result:
                self._do(group, made, many)

        question.finished.connect(ended)
        question.open()

    def _do(self, group: Group, made: Handover, many: Assign | Recycle, of: Sequence[str] | None = None) -> None:
        """Make the edits; where they are too many for one by one, a job makes `many` `of` these, or of all."""
        if not made.edits:
            self.told.emit(Toast(left_text(made.left) or self.tr("Nobody is selected."), Tone.NEWS))
            return
        if len(made.edits) > FEW:
            customers = [key for key, _ in group.people] if of is None else of
            self.job_wanted.emit(EditCustomers(tuple(customers), many))
            return
        agents = self._account.collections.agents
        name = next((agents[one.agents[0]].name for one in made.edits if isinstance(one, Assign)), "")
        text = done_text(made, group.name, name, self._account.people.me)
        self._store(made, text, sum(can_undo(one, standing) for one, standing in _pairs(group, made)))

    def _store(self, made: Handover, text: str, undoable: int) -> None:
        back = undoable > 0

        def stored() -> None:
            said = "\n".join(part for part in (text, left_text(made.left), undo_text(made, undoable)) if part)
            self.moved.emit()
            undo = self.tr("Undo") if back else ""
            self.told.emit(Toast(said, Tone.DONE, undo, self.undo_wanted.emit if back else None, "edit"))

        def again() -> None:
            self._account.outbox.submit(
                made.edits,
                label=text,
                answer=lambda _: stored(),
                failed=lambda error: self._refused(error, again),
                undoable=back,
            )

        again()

    def _refused(self, error: AppError, again: Callable[[], None]) -> None:
        self.told.emit(Toast(paragraph(error), Tone.ERROR, self.tr("Try again"), again))


def _pairs(group: Group, made: Handover) -> list[tuple[Assign | Recycle, Standing]]:
    stands = dict(group.people)
    return [(one, stands[one.customer]) for one in made.edits]
