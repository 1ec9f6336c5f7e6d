"""Follow-up records: a call that must not be repeated, and whose answer tells no id."""

from typing import ClassVar

from desktop.domain.edits.outbox import Base, Entry, State
from desktop.domain.edits.records import new_ones, same_text, with_known
from desktop.domain.errors import SeveralAlike
from desktop.domain.following.behaviour import Behaviour, BehaviourGroup, FollowUpRecord
from desktop.domain.intents.following import AddRecord
from desktop.workspace.push.kinds.kind import Kind, Reach
from desktop.workspace.push.steps import Absent, Applied, Differs, Finding, Look, Made, Refused, Rest, Send, Step

WAITS = (30.0, 120.0)
"""Seconds before the second and the third reading that must miss a record before it is sent once more."""


class RecordKind(Kind[AddRecord]):
    """Writing a record.

    The history is read before it is sent: what stands there already is never taken for what was sent, whatever
    the clocks say and however often the same words are written.
    """

    looks_first: ClassVar[bool] = True

    async def send(self, reach: Reach, intent: AddRecord, _base: Base, _step: Send) -> Made:
        """Send the record."""
        await reach.client.follow_up.add_record(FollowUpRecord(intent.customer, intent.content))
        return Made()

    async def find(self, reach: Reach, intent: AddRecord, entry: Entry, _look: Look) -> Finding:
        """Read the records of the customer and look for the text."""
        history = reach.client.follow_up.history(intent.customer, BehaviourGroup.FOLLOW_UP)
        found = same_text([one async for one in history], intent.content)
        if entry.state is State.QUEUED:
            return Differs({}, "", with_known({}, found))
        return _found(new_ones(entry, found))

    def base_when_sent(self, entry: Entry, step: Send) -> Base:
        """Return what it finds with the records that were there before: stored before the call is made."""
        return {**entry.base, **step.held}

    def after_absence(self, entry: Entry, look: Look, absences: int) -> Step:
        """Wait longer each time: the lost call may still be on its way."""
        if absences <= len(WAITS):
            return Rest(None, unknown=True, wait=WAITS[absences - 1])
        return super().after_absence(entry, look, absences)


def _found(new: list[Behaviour]) -> Finding:
    if not new:
        return Absent()
    return Applied(learned={"record": new[0].id}) if len(new) == 1 else Refused(SeveralAlike(count=len(new)))
