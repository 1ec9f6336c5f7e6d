"""The blacklist: Blacklist, Unblacklist."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import lifted, new_entry
from desktop.domain.edits.outbox import Base
from desktop.domain.edits.reading import Reader, integer, text
from desktop.domain.edits.rules import Bans, CustomerRules, Ids, Patch, Seen
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.blacklist import Blacklist, Unblacklist
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json

KINDS: Final = {kind.value: kind for kind in BlackType}
"""The kinds of a ban by their value on the wire."""

BAN: Final = "ban"
"""The field of what an edit finds that holds the ban that was there."""

_UNSAID = "–"
"""The reason of a ban that is brought back and had none: Sobot takes no ban without."""


class Banning(CustomerRules[Blacklist]):
    """Putting a customer on the blacklist, or giving a ban a new end."""

    readers: ClassVar[Mapping[str, Reader]] = {**CustomerRules.readers, "kind": integer, "reason": text}
    on_customer = True

    def make_sense(self, intent: Blacklist) -> None:
        """Refuse a kind the document does not have, and a ban without a reason."""
        if intent.kind not in KINDS:
            raise InvalidInput("kind", "ban_kind")
        if not intent.reason.strip():
            raise InvalidInput("reason", "ban_reason_blank")

    def check(self, intent: Blacklist, seen: Seen) -> None:  # noqa: ARG002 - the same whatever is known
        """Refuse the same before it is stored."""
        self.make_sense(intent)

    def preimage(self, intent: Blacklist, seen: Seen) -> Base:
        """Return the ban that is there."""
        return found_of(seen.bans.get(intent.customer))

    def patch(self, _intent: Blacklist, _base: Base, _ids: Ids) -> Patch:
        """Mark the customer."""
        return Patch(fields={"blacklisted": 1})

    def wanted(self, intent: Blacklist) -> Mapping[str, Json]:
        """Return the ban: somebody else may have made another."""
        return {BAN: {"kind": intent.kind, "reason": intent.reason, "since": None, "until": None}}

    def without(self, intent: Blacklist, fields: Collection[str]) -> Blacklist | None:
        """Return None when the other ban stays."""
        return None if BAN in fields else intent

    def bans(self, intent: Blacklist, bans: Bans) -> Bans:
        """Return the bans after it; times are not known before it is sent."""
        fresh = new_entry(intent.customer, "", KINDS[intent.kind], intent.reason, 0)
        return {**bans, intent.customer: unsent(fresh)}

    def inverse(self, intent: Blacklist, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return the lifting, or the former ban: its time begins anew, for the server keeps no other."""
        return former_ban(intent.customer, base) or (Unblacklist(customer=intent.customer),)


class Lifting(CustomerRules[Unblacklist]):
    """Taking a customer off the blacklist."""

    on_customer = True

    def preimage(self, intent: Unblacklist, seen: Seen) -> Base:
        """Return the ban that goes."""
        return found_of(seen.bans.get(intent.customer))

    def patch(self, _intent: Unblacklist, _base: Base, _ids: Ids) -> Patch:
        """Take the mark from the customer."""
        return Patch(fields={"blacklisted": 0})

    def bans(self, intent: Unblacklist, bans: Bans) -> Bans:
        """Return the bans after it."""
        held = bans.get(intent.customer)
        return bans if held is None else {**bans, intent.customer: lifted(held)}

    def inverse(self, intent: Unblacklist, base: Base, _token: Callable[[], str]) -> tuple[Intent, ...]:
        """Return the ban anew; its time begins again, for the server keeps no other."""
        return former_ban(intent.customer, base)


def unsent(entry: BlacklistEntry) -> BlacklistEntry:
    """Return a ban that is not made yet: when it will begin and end is not known."""
    return replace(entry, since=None, until=None)


def found_of(entry: BlacklistEntry | None) -> Base:
    """Return what an edit finds of a customer's ban: {} when nobody is banned."""
    if entry is None or not entry.active:
        return {}
    kind: Json = None if entry.type is None else entry.type.value
    return {BAN: {"kind": kind, "reason": entry.reason, "since": entry.since, "until": entry.until}}


def found_ban(base: Base) -> Mapping[str, Json] | None:
    """Return the ban that an edit found, by its fields, None when there was none."""
    ban = base.get(BAN)
    return ban if isinstance(ban, Mapping) else None


def former_ban(customer: str, base: Base) -> tuple[Intent, ...]:
    """Return the edit that brings back the ban an edit found; () when there was none, or none that can be made."""
    ban = found_ban(base)
    kind = None if ban is None else ban.get("kind")
    if ban is None or not isinstance(kind, int) or kind not in KINDS:
        return ()
    return (Blacklist(customer=customer, kind=kind, reason=str(ban.get("reason") or "").strip() or _UNSAID),)
