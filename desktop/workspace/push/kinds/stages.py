"""The stage of a customer: the state may be set again, its history would hold it twice."""

import time
from collections.abc import Callable, Sequence

from desktop.api.client import SobotClient
from desktop.cache.cachefile import CacheFile
from desktop.domain.change import Change
from desktop.domain.dictionaries import Stage
from desktop.domain.edits.outbox import Base, Clash, Entry, State
from desktop.domain.edits.stages import STAGE, is_result, name_in
from desktop.domain.errors import InvalidInput, Rejected
from desktop.domain.filters import CustomerFilter
from desktop.domain.following.behaviour import Behaviour, BehaviourGroup, StageKind
from desktop.domain.following.stagetime import StageSet
from desktop.domain.intents.following import SetStage
from desktop.workspace.push.kinds.kind import Kind, Reach, Settling
from desktop.workspace.push.steps import Absent, Applied, Clashing, Finding, Look, Made, Refused, Send, Step

_EARLIER = 5.0
"""Seconds an entry of the history may seem older than the call that made it: clocks tell whole seconds."""

_FRESH = 120.0
"""Seconds after which a wish that could not be sent is compared with what colleagues did meanwhile."""


class SetStageKind(Kind[SetStage]):
    """Setting a stage. `clock` is this machine's time in seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock

    def begin(self, entry: Entry) -> Step:
        """Read first where something is in doubt, and where the wish has waited long."""
        fresh = self._clock() - entry.created < _FRESH
        return Send() if fresh and entry.state is State.QUEUED else Look()

    async def send(self, reach: Reach, intent: SetStage, base: Base, _step: Send) -> Made:
        """Set it, under the name the stage had when the edit was made."""
        name = name_in(base) or await _name(reach.client, intent.stage)
        stage = Stage(intent.stage, name)
        await reach.client.follow_up.set_stage(intent.customer, stage, StageKind(intent.type), intent.note)
        return Made()

    def after_refusal(self, _entry: Entry, error: Rejected) -> Step:
        """Read why: the stage may be gone."""
        return Look(refusal=error)

    async def find(self, reach: Reach, intent: SetStage, entry: Entry, look: Look) -> Finding:
        """Read the customer's history: what was set, and what stands now."""
        if look.refusal is not None:
            return await _why_refused(reach.client, intent)
        changes = await _changes(reach.client, intent.customer)
        if entry.sent and any(_is_ours(one, intent, entry.sent) for one in changes):
            return Applied()
        now = changes[0].stage_id if changes else await _listed(reach.client, intent, entry.base)
        plain = not is_result(intent) and not intent.note
        if now == intent.stage and plain:
            return Applied()
        before = entry.base.get(STAGE)
        foreign = isinstance(before, str) and now is not None and now not in (before, intent.stage)
        if foreign and not entry.sent:
            return Clashing((Clash(STAGE, before, intent.stage, now),))
        return Absent()

    def settle(self, file: CacheFile, entries: Sequence[Entry], settling: Settling) -> Change:
        """Note how the cases ended, too: no record tells."""
        for entry in entries:
            intent = entry.intent
            if isinstance(intent, SetStage):
                customer = settling.ids.get(intent.customer, intent.customer)
                file.timelines.note_stage(customer, StageSet(intent.stage, intent.type, settling.at))
        return super().settle(file, entries, settling)


async def _why_refused(client: SobotClient, intent: SetStage) -> Finding:
    known = await client.follow_up.stages()
    gone = all(one.id != intent.stage for one in known)
    return Refused(InvalidInput("stage", "stage_gone")) if gone else Absent()


async def _name(client: SobotClient, stage_id: str) -> str:
    found = next((one.name for one in await client.follow_up.stages() if one.id == stage_id), None)
    if found is None:
        raise InvalidInput("stage", "stage_gone")
    return found


async def _changes(client: SobotClient, customer_id: str) -> list[Behaviour]:
    """Return the changes of a customer's stage, the newest first, whatever order the server has."""
    history = client.follow_up.history(customer_id, BehaviourGroup.STATUS)
    changes = [one async for one in history if one.stage_id]
    return sorted(changes, key=lambda one: one.at, reverse=True)


def _is_ours(change: Behaviour, intent: SetStage, sent: float) -> bool:
    kind = str(change.content.get("stageType", ""))
    alike = change.stage_id == intent.stage and kind in ("", str(intent.type))
    return alike and change.at >= sent - _EARLIER


async def _listed(client: SobotClient, intent: SetStage, base: Base) -> str | None:
    """Return the stage a customer without a history of stages is in, as far as the list tells; None: unknown."""
    detail = await client.customers.detail(intent.customer)
    created = detail.number("created") if detail is not None else None
    if created is None:
        return None
    for stage in dict.fromkeys((intent.stage, str(base.get(STAGE, "") or intent.stage))):
        wanted = CustomerFilter(stage_id=stage, created_from=created, created_to=created)
        async for page in client.customers.pages(wanted):
            if any(one.id == intent.customer for one in page.items):
                return stage
    return None
