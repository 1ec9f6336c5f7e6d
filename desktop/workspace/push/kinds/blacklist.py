"""The blacklist on its way to the server: a ban may extend, so none is ever sent twice without a look."""

from collections.abc import Sequence

from desktop.cache.cachefile import CacheFile
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.fold import after
from desktop.domain.bans.meaning import end_of
from desktop.domain.change import Change, both
from desktop.domain.edits.blacklist import BAN, KINDS, Banning, found_ban, found_of
from desktop.domain.edits.outbox import Base, Clash, Entry
from desktop.domain.errors import NotExtended
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.workspace.push.kinds.kind import ABSENCES, Edit, Kind, Reach, Settling
from desktop.workspace.push.steps import (
    Absent,
    Applied,
    Clashing,
    Finding,
    Look,
    Made,
    Park,
    Rest,
    Send,
    Settle,
    Step,
)

_EARLIER = 5
"""Seconds a ban may seem older than the call that made it: clocks tell whole seconds, and we only estimate."""
_HOUR = 3_600


class BlacklistKind(Kind[Edit]):
    """What both edits of the blacklist share: what the server says goes into the cache's list too."""

    def settle(self, file: CacheFile, entries: Sequence[Entry], settling: Settling) -> Change:
        """Put the bans into the list, and the mark into the records."""
        change = super().settle(file, entries, settling)
        customers = [entry.lane.partition(":")[2] for entry in entries]
        made = [
            after(customer, file.bans.of(customer), entry, settling.at)
            for customer, entry in zip(customers, entries, strict=True)
        ]
        file.bans.put([one for one in made if one is not None])
        # The mark was there since the edit was made; the list is new to whoever shows it.
        return both(change, Change(updated=tuple(customers)))


class BanKind(BlacklistKind[Blacklist]):
    """A ban, new or in place of another."""

    looks_first = True

    async def send(self, reach: Reach, intent: Blacklist, _base: Base, _step: Send) -> Made:
        """Put the customer on the list."""
        await reach.client.blacklist.add(intent.customer, KINDS[intent.kind], intent.reason)
        return Made()

    async def find(self, reach: Reach, intent: Blacklist, entry: Entry, _look: Look) -> Finding:
        """Read the customer's place on the list: ours, none, or somebody else's that ours would cut short."""
        held = await _listed(reach, intent.customer)
        if held is None:
            return Absent()
        if _is_ours(held, intent, entry):
            return Applied()
        if not _is_stronger(held, intent, entry):
            return Absent()
        yours = Banning().wanted(intent)[BAN]
        return Clashing((Clash(BAN, entry.base.get(BAN), yours, found_of(held)[BAN]),))

    def after_success(self, entry: Entry, made: Made) -> Step:
        """Look whether the server gave a ban that was there its new end; a new ban is as it was said."""
        return Settle({}, made.learned) if found_ban(entry.base) is None else Look(sure=True)

    def after_absence(self, entry: Entry, look: Look, absences: int) -> Step:
        """Ask a person when the server took the call and kept the old end: the old ban is still there."""
        if look.sure:
            return Rest(None, unknown=True) if absences < ABSENCES else Park(NotExtended())
        return super().after_absence(entry, look, absences)


class LiftKind(BlacklistKind[Unblacklist]):
    """A ban that goes: safe to repeat."""

    async def send(self, reach: Reach, intent: Unblacklist, _base: Base, _step: Send) -> Made:
        """Take the customer off the list."""
        await reach.client.blacklist.remove(intent.customer)
        return Made()

    async def find(self, reach: Reach, intent: Unblacklist, entry: Entry, _look: Look) -> Finding:
        """Look whether the customer is listed still; a ban somebody made after ours was lifted stays."""
        held = await _listed(reach, intent.customer)
        if held is None or (entry.sent and (held.since or 0) > entry.sent + _EARLIER):
            return Applied()
        return Absent()


async def _listed(reach: Reach, customer: str) -> BlacklistEntry | None:
    page = await reach.client.blacklist.list(customer_id=customer)
    return next((one for one in page.items if one.customer_id == customer and one.active), None)


def _is_ours(held: BlacklistEntry, intent: Blacklist, entry: Entry) -> bool:
    """Say whether a ban is what the edit wants: made by its call, or as good as that."""
    if held.type is not KINDS[intent.kind]:
        return False
    end = end_of(held)
    if end is None:
        return held.reason.strip() == intent.reason.strip() or _is_since(held.since, entry)
    return _is_since(held.since, entry) or _is_since(end - intent.kind * _HOUR, entry)


def _is_since(at: int | None, entry: Entry) -> bool:
    return bool(entry.sent) and at is not None and at >= entry.sent - _EARLIER


def _is_stronger(held: BlacklistEntry, intent: Blacklist, entry: Entry) -> bool:
    """Say whether somebody made a ban since this edit was, that lasts longer than the wanted one would."""
    wanted = None if intent.kind < 0 else intent.kind * _HOUR
    if wanted is None or _is_known(held, entry.base):
        return False
    end = end_of(held)
    return end is None or end > (entry.sent or entry.created) + wanted + _EARLIER


def _is_known(held: BlacklistEntry, base: Base) -> bool:
    ban = found_ban(base)
    if ban is None:
        return False
    if ban.get("kind") != (None if held.type is None else held.type.value):
        return False
    end = ban.get("until")
    return not isinstance(end, int) or held.until is None or abs(end - held.until) <= _EARLIER
