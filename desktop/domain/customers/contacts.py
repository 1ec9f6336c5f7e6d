"""Whether a customer has a phone or an e-mail, and what a new customer would change of one who has. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.customers.customer import Customer
from desktop.domain.customers.rules import split_several
from desktop.domain.customers.values import flat, held, plain
from desktop.domain.json import Json

NOT_UPSERTED = ("status", "agent_id", "agent_name")
"""What the server leaves alone when it takes a new customer for one that is there (003 "Create Customer")."""

_FEWEST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that would be changed: what it is, what it would be."""

    field: str
    theirs: Json
    yours: Json


def shared_contacts(customer: Customer, phone: str, email: str) -> tuple[str, ...]:
    """Return by which fields a customer has one of these phones or addresses, each exactly: "phone", "email"."""
    return tuple(
        field
        for field, wanted in (("phone", phone), ("email", email))
        if any(has_contact(customer, field, one) for one in split_several(wanted))
    )


def has_contact(customer: Customer, field: str, wanted: str) -> bool:
    """Say whether a customer has exactly this phone or e-mail, maybe among others."""
    alike = phone_key if field == "phone" else email_key
    return alike(wanted) in {alike(one) for one in split_several(customer.text(field))}


def differences(customer: Customer, values: Mapping[str, Json]) -> tuple[Difference, ...]:
    """Return what values as in `CreateCustomer.set` would change of a customer."""
    yours = {name: plain(value) for name, value in flat(values).items() if name not in NOT_UPSERTED}
    theirs = held(customer, yours)
    return tuple(
        Difference(name, theirs[name], value)
        for name, value in yours.items()
        if value is not None and value != theirs[name]
    )


def phone_key(text: str) -> str:
    """Return the digits of a phone without what people write between them, the text itself when it is short."""
    digits = "".join(char for char in text if char.isdecimal())
    if len(digits) < _FEWEST_DIGITS:
        return text.strip()
    for lead in ("0086", "86"):
        if text.lstrip().startswith(("+", "00")) and digits.startswith(lead):
            return digits.removeprefix(lead)
    return digits


def email_key(text: str) -> str:
    """Return an address as it is compared: case aside."""
    return text.strip().casefold()
