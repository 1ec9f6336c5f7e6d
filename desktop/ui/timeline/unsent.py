"""Records that the server does not have yet, as rows on top of the history."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.edits.outbox import Entry, State
from desktop.domain.following.timeline import Section
from desktop.domain.intents.following import AddRecord
from desktop.ui.timeline.entries import Told
from desktop.ui.timeline.rows import Row, RowKind
from desktop.ui.wording.errortext import words_of

_MARKS = {
    State.QUEUED: ("clock", "secondary"),
    State.SENDING: ("upload", "accent"),
    State.UNKNOWN: ("help", "warning"),
    State.REJECTED: ("error", "danger"),
    State.DONE: ("check", "success"),
}


def records_of(entries: Iterable[Entry], customer_id: str) -> list[Entry]:
    """Return the records of a customer among edits, the last written first."""
    return [
        one
        for one in reversed(list(entries))
        if isinstance(one.intent, AddRecord) and one.intent.customer == customer_id
    ]


def content_of(entry: Entry) -> str:
    """Return the words of a record."""
    return entry.intent.content if isinstance(entry.intent, AddRecord) else ""


def can_withdraw(entry: Entry) -> bool:
    """Return whether a record certainly is not at the server: only then can it be taken back."""
    return entry.state is State.REJECTED or (entry.state is State.QUEUED and not entry.sent)


def row_of(entry: Entry) -> Row:
    """Return an unsent record as a row."""
    icon, tone = _MARKS[entry.state]
    title = QCoreApplication.translate("Timeline", "Follow-up record")
    words, content = _state(entry), content_of(entry)
    told = Told(f"unsent {entry.id}", Section.RECORDS, icon, tone, title, int(entry.created), words, content)
    return Row(RowKind.UNSENT, entry.id, told=told, withdrawable=can_withdraw(entry))


def _state(entry: Entry) -> str:
    match entry.state:
        case State.QUEUED:
            return QCoreApplication.translate("Timeline", "Waiting to be sent")
        case State.SENDING:
            return QCoreApplication.translate("Timeline", "Being sent")
        case State.DONE:
            return QCoreApplication.translate("Timeline", "Sent")
        case State.UNKNOWN:
            return QCoreApplication.translate("Timeline", "Sent, no answer came: being checked")
        case State.REJECTED:
            return words_of(entry.error).what if entry.error else ""
