"""What the outbox calls edits of who has a customer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.following.assignment import AssignKind
from desktop.domain.intents.following import Assign, Recycle
from desktop.qt.safetext import visible
from desktop.ui.outbox.lines import Line
from desktop.ui.wording.lookup import Lookup

_MOVES = {AssignKind.MINE.value, AssignKind.CHANGE_AGENT.value}


def assign_text(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    """Say who is given to whom."""
    intent, people = line.intent, line.customers
    agents = intent.agents if isinstance(intent, Assign) else ()
    agent = visible(lookup.agent(agents[0]), limit=40) if agents else ""
    if len(people) > 1:
        return _Counted().assign(len(people)).format(agent=agent)
    if isinstance(intent, Assign) and intent.kind in _MOVES:
        text = QCoreApplication.translate("Assigning", "Change the agent of {customer} to {agent}")
    else:
        text = QCoreApplication.translate("Assigning", "Assign {customer} to {agent}")
    return text.format(customer=name(people[0]), agent=agent)


def recycle_text(line: Line, _lookup: Lookup, name: Callable[[str], str]) -> str:
    """Say who goes into the pool."""
    intent, people = line.intent, line.customers
    valid = not isinstance(intent, Recycle) or intent.valid
    if len(people) > 1:
        return _Counted().pool(len(people)) if valid else _Counted().pool_invalid(len(people))
    if valid:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the customer pool")
    else:
        text = QCoreApplication.translate("Assigning", "Put {customer} into the customer pool as invalid")
    return text.format(customer=name(people[0]))


class _Counted(QObject):
    """The sentences that count: plurals are found in calls of `tr` alone."""

    def assign(self, customers: int) -> str:
        """Say that so many customers are given to {agent}."""
        return self.tr("Assign %Ln customer(s) to {agent}", "", customers)

    def pool(self, customers: int) -> str:
        """Say that so many customers go into the pool."""
        return self.tr("Put %Ln customer(s) into the customer pool", "", customers)

    def pool_invalid(self, customers: int) -> str:
        """Say that so many customers go into the pool as invalid."""
        return self.tr("Put %Ln customer(s) into the customer pool as invalid", "", customers)
