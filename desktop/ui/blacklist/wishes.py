"""What the outbox calls edits of the blacklist."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.bans.entry import BlackType
from desktop.domain.intents.blacklist import Blacklist
from desktop.qt.safetext import visible
from desktop.ui.blacklist.wording import CountedBans, kind_text
from desktop.ui.outbox.lines import Line
from desktop.ui.wording.lookup import Lookup


def ban_text(line: Line, _lookup: Lookup, name: Callable[[str], str]) -> str:
    """Say who is to be banned, for how long, and why."""
    people, intent = line.customers, line.intent
    kind = reason = ""
    if isinstance(intent, Blacklist):
        kind, reason = kind_text(BlackType(intent.kind)), visible(intent.reason, limit=60)
    if len(people) > 1:
        return CountedBans().banning(len(people)).format(kind=kind, reason=reason)
    text = QCoreApplication.translate("Blacklist", "Blacklist {customer} ({kind}): {reason}")
    return text.format(customer=name(people[0]), kind=kind, reason=reason)


def lift_text(line: Line, _lookup: Lookup, name: Callable[[str], str]) -> str:
    """Say whose ban is to be lifted."""
    people = line.customers
    if len(people) > 1:
        return CountedBans().lifting(len(people))
    return QCoreApplication.translate("Blacklist", "Lift the ban of {customer}").format(customer=name(people[0]))
