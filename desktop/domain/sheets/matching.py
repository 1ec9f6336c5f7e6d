"""Who is meant by a row: found by id, docking id, phone or e-mail, as the server would find it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.customers.contacts import email_key, phone_key
from desktop.domain.customers.rules import split_several, tidy_phone
from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.headers import ID
from desktop.domain.sheets.verdicts import Claim

Holders: TypeAlias = Mapping[Claim, tuple[str, ...]]
"""Ids of customers by what they have: ("id", id), ("docking_id", text), ("phone", key), ("email", key)."""

CONTACTS = ("phone", "email")
KEYS = (ID, "docking_id", *CONTACTS)
"""The columns that tell who is meant, the surest first."""


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant, "" for somebody new, and by which column."""

    customer: str = ""
    by: str = ""


def keys_of(cells: Sequence[str], mapping: Sequence[str]) -> tuple[Claim, ...]:
    """Return what a row tells of who is meant."""
    given = dict(zip(mapping, cells, strict=True))
    return tuple(key for name in KEYS for key in contact_keys(name, given.get(name, "")))


def contact_keys(name: str, text: str) -> Iterator[Claim]:
    """Yield the keys in one column: each phone or address of those that stand in it."""
    if name in CONTACTS:
        key = phone_key if name == "phone" else email_key
        yield from ((name, key(part)) for part in split_several(tidy_phone(text) if name == "phone" else text))
    elif text.strip():
        yield name, text.strip()


def matched(keys: Sequence[Claim], holders: Holders) -> Match:
    """Return who is meant. Raises InvalidInput: id_unknown, several_have, two_customers."""
    for name in (ID, "docking_id"):
        own = [key for key in keys if key[0] == name]
        found = _holders(own, holders)
        if name == ID and own and not found:
            raise InvalidInput(ID, "id_unknown")
        if found:
            return Match(_only(found, name), name)
    by_phone, by_email = (_holders([key for key in keys if key[0] == name], holders) for name in CONTACTS)
    both = [one for one in by_phone if one in by_email]
    if by_phone and by_email and not both:
        raise InvalidInput("phone", "two_customers")
    found = both or by_phone or by_email
    by = "phone" if by_phone else "email"
    return Match(_only(found, by), by) if found else Match()


def _holders(keys: Iterable[Claim], holders: Holders) -> list[str]:
    return list(dict.fromkeys(one for key in keys for one in holders.get(key, ())))


def _only(found: Sequence[str], name: str) -> str:
    if len(found) > 1:
        raise InvalidInput(name, "several_have", count=len(found))
    return found[0]
