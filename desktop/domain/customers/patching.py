"""Records of customers with edits over them. Pure, and the same when done twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.edits.fold import fold_customer_tags
from desktop.domain.edits.rules import Patch
from desktop.domain.json import Json


def patched(customer: Customer, patches: Sequence[Patch]) -> Customer:
    """Return the customer with the patches over it, in their order."""
    if not patches:
        return customer
    fields = dict(customer.fields)
    if any(one.tags.add or one.tags.remove for one in patches):
        fields["tags"] = fold_customer_tags(customer.ids("tags"), [one.tags for one in patches])
    for one in patches:
        for name, value in one.fields.items():
            _put(fields, name, value)
    return replace(customer, fields=fields)


def _put(fields: "dict[str, FieldValue]", name: str, value: Json) -> None:
    if value is None:
        fields.pop(name, None)
        return
    kind = FIELD[name].kind if name in FIELD else Kind.TREE
    if kind is Kind.CUSTOM:
        fields[name] = _customized(fields.get(name), cast("Mapping[str, Json]", value))
    elif kind in {Kind.IDS, Kind.LIST} and isinstance(value, list | tuple):
        fields[name] = tuple(map(str, value))
    else:
        fields[name] = value


def _customized(held: "FieldValue", changes: Mapping[str, Json]) -> tuple[CustomValue, ...]:
    values = {one.field_id: one for one in held if isinstance(one, CustomValue)} if isinstance(held, tuple) else {}
    for field_id, change in changes.items():
        if not isinstance(change, Mapping):
            continue
        value, text = str(change.get("value", "")), str(change.get("text", ""))
        known = values.get(field_id)
        kind = change.get("type")
        values[field_id] = (
            CustomValue(field_id, value, text, kind if isinstance(kind, int) else 0)
            if known is None
            else known._replace(value=value, text=text)
        )
    return tuple(values.values())
