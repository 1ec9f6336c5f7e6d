"""The outbox in plain words: what an edit wants, where it stands, why."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import TokenContested
from desktop.domain.intents.intent import RemoveTag, RemoveTagGroup
from desktop.qt.columns import Mark
from desktop.qt.safetext import visible
from desktop.ui.outbox.counted import CountedWords
from desktop.ui.outbox.lines import Line
from desktop.ui.outbox.wishes import WISHES
from desktop.ui.tags.intentwords import wish
from desktop.ui.wording.errortext import words_of
from desktop.ui.wording.formats import listed
from desktop.ui.wording.lookup import Lookup
from desktop.workspace.status import Status

_SHOWN = 3
_MARKS = {
    State.QUEUED: ("clock", "secondary"),
    State.SENDING: ("upload", "accent"),
    State.UNKNOWN: ("help", "warning"),
    State.REJECTED: ("error", "danger"),
}


def what_text(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    """Return what the edits want: "Add “VIP” to 张伟"; `name` is what a customer is called."""
    said = WISHES.get(type(line.intent))
    return _tag_edit(line.entries[0]) if said is None else said(line, lookup, name)


def who_text(line: Line, name: Callable[[str], str]) -> str:
    """Return the names of the customers of a line about several, the first few of many."""
    people = line.customers
    if len(people) < 2:
        return ""
    shown = listed(name(one) for one in people[:_SHOWN])
    if len(people) == _SHOWN or len(people) < _SHOWN:
        return shown
    return QCoreApplication.translate("Outbox", "{names} and %n more", "", len(people) - _SHOWN).format(
        names=shown
    )


def state_text(line: Line) -> str:
    """Return where the edits stand."""
    if line.conflict:
        return QCoreApplication.translate("Outbox", "Changed by somebody else too")
    match line.state:
        case State.QUEUED:
            return QCoreApplication.translate("Outbox", "Waiting to be sent")
        case State.SENDING:
            return QCoreApplication.translate("Outbox", "Being sent")
        case State.UNKNOWN:
            return QCoreApplication.translate("Outbox", "Sent, being checked")
        case _:
            return QCoreApplication.translate("Outbox", "Refused")


def state_mark(line: Line) -> Mark:
    """Return the icon of the state: told by its shape as well as by its colour."""
    if line.conflict:
        return Mark("merge", "warning", "")
    return Mark(*_MARKS.get(line.state, ("clock", "secondary")), "")


def why_text(line: Line) -> str:
    """Return why it is not done yet, in one sentence; "" when it simply waits its turn."""
    return words_of(line.error).what if line.error is not None else ""


def detail_text(line: Line) -> str:
    """Return all there is to say about a line: what happened, what it means, what to do."""
    if line.error is not None:
        words = words_of(line.error)
        return " ".join(part for part in (words.what, words.meaning, words.todo) if part)
    match line.state:
        case State.UNKNOWN:
            return QCoreApplication.translate(
                "Outbox", "The answer never came. Before anything is sent again, the server is asked what it has."
            )
        case State.SENDING:
            return QCoreApplication.translate("Outbox", "It is on its way. Its answer comes in a moment.")
        case _:
            return QCoreApplication.translate("Outbox", "It is stored on this computer and leaves by itself.")


def lead_text(waiting: int, asking: int, status: Status) -> str:
    """Return how things stand as a whole, "" when nothing waits."""
    parts = []
    if asking:
        parts.append(CountedWords().asking(asking))
    if waiting:
        parts.append(_waiting_text(waiting, status))
    return " ".join(parts)


def pending_mark(asking: bool) -> Mark:
    """Return the mark of a customer with edits on their way."""
    if asking:
        return Mark("error", "danger", QCoreApplication.translate("Outbox", "An edit was refused: see the outbox"))
    return Mark("clock", "secondary", QCoreApplication.translate("Outbox", "Waiting to be sent"))


def _waiting_text(waiting: int, status: Status) -> str:
    counted = CountedWords()
    if isinstance(status.error, TokenContested):
        return counted.contested(waiting)
    if status.connection == "stopped":
        return counted.stopped(waiting)
    if status.connection == "offline":
        return counted.offline(waiting)
    return counted.leaving(waiting)


def _tag_edit(entry: Entry) -> str:
    name = entry.base.get("name")
    if isinstance(entry.intent, RemoveTag) and isinstance(name, str):
        return QCoreApplication.translate("Outbox", "Delete the tag “{name}”").format(name=visible(name, limit=60))
    if isinstance(entry.intent, RemoveTagGroup) and isinstance(name, str):
        return QCoreApplication.translate("Outbox", "Delete the group “{name}”").format(
            name=visible(name, limit=60)
        )
    asked = wish(entry.intent)
    if isinstance(name, str) and name:
        return QCoreApplication.translate("Outbox", "“{name}”: {what}").format(
            name=visible(name, limit=60), what=asked
        )
    return asked
