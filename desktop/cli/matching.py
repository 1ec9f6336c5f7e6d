"""Conditions on fields that stand in no column of the cache: decided on the record."""

from collections.abc import Sequence

from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.folding import fold
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf


def matches(customer: Customer, conditions: Sequence[Condition]) -> bool:
    """Return whether a customer meets every condition."""
    return all(_meets(customer, condition) for condition in conditions)


def _meets(customer: Customer, condition: Condition) -> bool:
    match condition:
        case OneOf(field, values):
            held = _parts(customer.fields.get(field))
            return any(value in held if value != "" else not held for value in values)
        case Contains(field, text):
            return any(fold(text) in fold(str(part)) for part in _parts(customer.fields.get(field)))
        case Between(field, low, high):
            number = customer.number(field)
            return number is not None and (low is None or low <= number) and (high is None or number <= high)
        case Filled(field, yes):
            return bool(_parts(customer.fields.get(field))) == yes
        case _:
            return False


def _parts(value: "FieldValue | None") -> list[str | int]:
    """Return what a field holds, one by one: its texts, of a custom field what is submitted and what is read."""
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str | int) and value != "" else []


def _texts(part: object) -> list[str]:
    found = [part.value, part.text] if isinstance(part, CustomValue) else [part] if isinstance(part, str) else []
    return [text for text in found if text]
