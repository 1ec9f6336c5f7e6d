"""What is said about assigning: which way it goes, what was done, what was left out and why."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.following.assigning import LeftOut
from desktop.domain.following.assignment import AssignKind
from desktop.domain.following.handover import Handover
from desktop.domain.intents.following import Assign, Recycle
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

_KINDS: Mapping[AssignKind, str] = {
    AssignKind.TO_BE_ASSIGNED: QT_TRANSLATE_NOOP("Assigning", "Assign a waiting customer"),
    AssignKind.POOL: QT_TRANSLATE_NOOP("Assigning", "Assign from the pool"),
    AssignKind.RECEIVE_FROM_POOL: QT_TRANSLATE_NOOP("Assigning", "Claim from the pool"),
    AssignKind.MINE: QT_TRANSLATE_NOOP("Assigning", "Hand over my customer"),
    AssignKind.CHANGE_AGENT: QT_TRANSLATE_NOOP("Assigning", "Change the agent"),
}


def kind_text(kind: AssignKind) -> str:
    """Return what a way to assign is called."""
    return QCoreApplication.translate("Assigning", _KINDS[kind])


def ways_text(handover: Handover, number: Callable[[int], str]) -> str:
    """Return which way the customers go, with numbers where there are several; "" when none goes."""
    kinds = sorted(handover.kinds.items(), key=lambda one: one[0].value)
    if len(kinds) == 1 and kinds[0][1] == 1:
        return kind_text(kinds[0][0])
    counted = QCoreApplication.translate("Assigning", "{way}: {count}")
    return " · ".join(counted.format(way=kind_text(kind), count=number(count)) for kind, count in kinds)


def done_text(handover: Handover, customer: str, agent: str, me: str) -> str:
    """Return what was done, to one customer by name, to several by number; `agent` is the name of the only one."""
    words = HandoverWords()
    first, count = handover.edits[0], len(handover.edits)
    if isinstance(first, Recycle):
        if count == 1 and customer:
            return _pooled_one(customer, valid=first.valid)
        return words.pooled(count, valid=first.valid)
    agents = {one.agents for one in handover.edits if isinstance(one, Assign)}
    if len(agents) > 1:
        return words.shared(count).format(agents=len(agents))
    if count == 1 and customer:
        text = QCoreApplication.translate("Assigning", "Assigned {customer} to {agent}")
        if first.agents == (me,):
            text = QCoreApplication.translate("Assigning", "{customer} is yours now")
        return text.format(customer=customer, agent=agent)
    return words.claimed(count) if agents == {(me,)} else words.assigned(count).format(agent=agent)


def _pooled_one(customer: str, *, valid: bool) -> str:
    if valid:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the pool")
    else:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the pool as invalid")
    return text.format(customer=customer)


def undo_text(handover: Handover, undoable: int) -> str:
    """Return how many of the edits there is no undo for, "" when there is for each or was asked about before."""
    stuck = len(handover.edits) - undoable
    return HandoverWords().stuck(stuck) if stuck and isinstance(handover.edits[0], Assign) else ""


def pool_question(customer: str, customers: int, stuck: int, *, valid: bool) -> tuple[str, str]:
    """Return the question before customers go into the pool, and what it means that `stuck` cannot come back.

    `customer` is the name of the only one, "" for several.
    """
    words = HandoverWords()
    if not customer:
        return words.pool_question(customers, valid=valid), words.no_way_back(stuck)
    if valid:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the pool?")
    else:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the pool as invalid?")
    meaning = QCoreApplication.translate(
        "Assigning", "Nobody follows this customer, so there is no undo: it can only be assigned anew."
    )
    return text.format(customer=customer), meaning


def left_text(left: Mapping[LeftOut, int]) -> str:
    """Return how many customers are left out and why, "" for none."""
    words = HandoverWords()
    says = {
        LeftOut.NEW: words.new,
        LeftOut.TAKEN: words.taken,
        LeftOut.ALREADY: words.already,
        LeftOut.UNKNOWN: words.unknown,
    }
    return " ".join(say(left[reason]) for reason, say in says.items() if left.get(reason))


class HandoverWords(QObject):
    """The sentences that count: plurals are found in calls of `tr` alone."""

    def load(self, customers: int) -> str:
        """Say how many customers an agent has."""
        return self.tr("%Ln customer(s)", "", customers)

    def assigned(self, customers: int) -> str:
        """Say that so many customers were given to {agent}."""
        return self.tr("Assigned %Ln customer(s) to {agent}", "", customers)

    def shared(self, customers: int) -> str:
        """Say that so many customers were shared among {agents} agents."""
        return self.tr("Assigned %Ln customer(s) to {agents} agents in turn", "", customers)

    def claimed(self, customers: int) -> str:
        """Say that the user took so many customers."""
        return self.tr("Claimed %Ln customer(s)", "", customers)

    def pooled(self, customers: int, *, valid: bool) -> str:
        """Say that so many customers were put into the pool."""
        if valid:
            return self.tr("Put %Ln customer(s) into the pool", "", customers)
        return self.tr("Put %Ln customer(s) into the pool as invalid", "", customers)

    def pool_question(self, customers: int, *, valid: bool) -> str:
        """Ask whether so many customers go into the pool."""
        if valid:
            return self.tr("Put %Ln customer(s) into the pool?", "", customers)
        return self.tr("Put %Ln customer(s) into the pool as invalid?", "", customers)

    def stuck(self, customers: int) -> str:
        """Say that so many customers stay assigned whatever is undone."""
        return self.tr("%Ln waited for an agent: no undo makes a customer wait again.", "", customers)

    def no_way_back(self, customers: int) -> str:
        """Say that so many customers cannot be brought back."""
        return self.tr(
            "%Ln of them have no agent to go back to: for these there is no undo, only a new assignment.",
            "",
            customers,
        )

    def new(self, customers: int) -> str:
        """Say that new customers are left out, and the way round it."""
        return self.tr(
            "%Ln new customer(s) left out: new ones cannot be assigned, only put into the pool first.",
            "",
            customers,
        )

    def taken(self, customers: int) -> str:
        """Say that customers of colleagues are left out."""
        return self.tr("%Ln left out: colleagues follow them. Assign changes the agent.", "", customers)

    def already(self, customers: int) -> str:
        """Say that customers are where they should be."""
        return self.tr("%Ln already so.", "", customers)

    def unknown(self, customers: int) -> str:
        """Say that it is not known where customers stand."""
        return self.tr("%Ln left out: their list is not known on this computer.", "", customers)
