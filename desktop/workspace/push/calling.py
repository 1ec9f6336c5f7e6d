"""One call about an edit and what follows from it: made, or asked about."""

from desktop.domain.edits.outbox import Entry
from desktop.domain.edits.references import resolved
from desktop.domain.errors import AppError
from desktop.workspace.push.deciding import after_look, after_send
from desktop.workspace.push.kinds.kind import Reach
from desktop.workspace.push.kinds.table import kind_of
from desktop.workspace.push.resting import Resting
from desktop.workspace.push.steps import Look, Send, Step


async def sent(reach: Reach, entry: Entry, step: Send) -> Step:
    """Make the call of an entry, `entry` as before it, and return the step after it."""
    intent = resolved(entry.intent, reach.ids())
    try:
        made = await kind_of(intent).send(reach, intent, entry.base, step)
    except AppError as error:
        return after_send(entry, error)
    return after_send(entry, made)


async def looked(reach: Reach, entry: Entry, look: Look, rest: Resting) -> Step:
    """Read what the server has of an entry, noted in `rest`, and return the step after that."""
    look = rest.look_of(entry.id, look)
    intent = resolved(entry.intent, reach.ids())
    try:
        finding = await kind_of(intent).find(reach, intent, entry, look)
    except AppError as error:
        return after_look(entry, look, error, absences=0)
    return after_look(entry, look, finding, absences=rest.absence(entry.id))
