"""Edits of the blacklist on their way, folded over what the server said of a customer. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import Ban, Wish, end_of, lifted, new_entry
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.intents.blacklist import Blacklist, Unblacklist

_SLACK = 120
"""Seconds by which two readings of one ban may differ in its end."""


def is_of_blacklist(entry: Entry) -> bool:
    """Say whether an edit is one of the blacklist."""
    return isinstance(entry.intent, Blacklist | Unblacklist)


def folded(customer_id: str, base: BlacklistEntry | None, edits: Sequence[Entry]) -> Ban | None:
    """Return what is shown of a customer; None when the customer is on no list and nothing is wanted.

    `edits` are those of the customer that are not done, in their order. One that waits shows as if it were done;
    one that was refused changes nothing, and is named.
    """
    ban = None if base is None else Ban(base, listed=base.active)
    for one in edits:
        if isinstance(one.intent, Blacklist):
            ban = _banned(ban, one, one.intent, customer_id)
        elif isinstance(one.intent, Unblacklist):
            ban = _lifted(ban, one)
    return ban


def after(customer_id: str, base: BlacklistEntry | None, done: Entry, at: int) -> BlacklistEntry | None:
    """Return what the server has of a customer once an edit is done at `at`, as far as can be known here."""
    if isinstance(done.intent, Blacklist):
        nickname = base.nickname if base is not None else ""
        return new_entry(customer_id, nickname, BlackType(done.intent.kind), done.intent.reason, at)
    return None if base is None else lifted(base)


def same_ban(one: BlacklistEntry, other: BlacklistEntry) -> bool:
    """Say whether two readings tell of one ban: its kind, and its end but for two minutes."""
    if (one.active, one.type) != (other.active, other.type):
        return False
    mine, theirs = end_of(one), end_of(other)
    return mine == theirs or (mine is not None and theirs is not None and abs(mine - theirs) <= _SLACK)


def _banned(ban: Ban | None, edit: Entry, intent: Blacklist, customer_id: str) -> Ban:
    held = ban is not None and ban.entry.active
    nickname = ban.entry.nickname if ban is not None else ""
    fresh = new_entry(customer_id, nickname, BlackType(intent.kind), intent.reason, int(edit.created))
    wish: Wish = "extend" if held else "add"
    if edit.state is not State.REJECTED:
        return Ban(fresh, listed=ban is not None and ban.listed, wish=wish, edit=edit.id)
    entry = ban.entry if ban is not None and held else lifted(fresh)
    return Ban(entry, ban is not None and ban.listed, wish, edit.id, edit.error)


def _lifted(ban: Ban | None, edit: Entry) -> Ban | None:
    if ban is None:
        return None
    if edit.state is State.REJECTED:
        return replace(ban, wish="lift", edit=edit.id, refused=edit.error)
    return replace(ban, entry=lifted(ban.entry), wish="lift", edit=edit.id, refused=None)
