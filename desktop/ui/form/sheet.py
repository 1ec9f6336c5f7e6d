"""What a form holds: what the record says, and what the user made of it. Pure: no widgets."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.json import Json

Values: TypeAlias = Mapping[str, Json]
"""Values by the names of `fields.FIELDS`; a custom field stands alone as "custom:<its id>"."""

CUSTOM = "custom:"


def same(one: Json, other: Json) -> bool:
    """Tell whether two values mean the same: a field that is absent and one that is blank do."""
    return one == other or (_blank(one) and _blank(other))


def _blank(value: Json) -> bool:
    return value is None or value in ("", [])


def values_of(customer: Customer | None, names: Iterable[str]) -> dict[str, Json]:
    """Return what a record says under these names, blank for what it does not have."""
    custom: dict[str, Json] = {}
    held = customer.fields.get("custom_fields", ()) if customer else ()
    for one in held if isinstance(held, tuple) else ():
        if isinstance(one, CustomValue):
            custom[CUSTOM + one.field_id] = one.value
    return {name: custom.get(name, "") if name.startswith(CUSTOM) else _plain(customer, name) for name in names}


def to_set(values: Values) -> dict[str, Json]:
    """Return values as an intent holds them: custom fields together, by their ids."""
    plain = {name: value for name, value in values.items() if not name.startswith(CUSTOM)}
    custom = {name.removeprefix(CUSTOM): value for name, value in values.items() if name.startswith(CUSTOM)}
    return {**plain, "custom_fields": custom} if custom else plain


def from_set(wanted: Values) -> dict[str, Json]:
    """Return the values of an intent as a form holds them."""
    plain = {name: value for name, value in wanted.items() if name != "custom_fields"}
    custom = wanted.get("custom_fields")
    if isinstance(custom, Mapping):
        plain |= {CUSTOM + field: value for field, value in custom.items()}
    return plain


def _plain(customer: Customer | None, name: str) -> Json:
    kind = FIELD[name].kind
    if customer is None:
        return None if kind is Kind.CODE else [] if kind is Kind.LIST else ""
    if kind is Kind.CODE:
        return customer.number(name)
    return list(customer.ids(name)) if kind is Kind.LIST else customer.text(name)


class Sheet:
    """The values of a form, part by part: a part is one field, or several that are chosen together.

    `parts` names the fields of each part. A part nobody touched follows the record, a touched one keeps what the
    user entered.
    """

    def __init__(self, parts: Mapping[str, tuple[str, ...]], base: Values) -> None:
        self._parts = parts
        self._base = dict(base)
        self._typed: dict[str, dict[str, Json]] = {}
        self._met: dict[str, dict[str, Json]] = {}

    @property
    def touched(self) -> list[str]:
        """The parts the user changed, in the order of the form."""
        return [part for part in self._parts if part in self._typed]

    def base(self, part: str) -> dict[str, Json]:
        """Return what the record says now."""
        return {name: self._base.get(name) for name in self._parts[part]}

    def shown(self, part: str) -> dict[str, Json]:
        """Return what the form shows: what the user entered, else what the record says."""
        return dict(self._typed.get(part) or self.base(part))

    def put(self, part: str, values: Values) -> None:
        """Take what the user entered; what is as the record says is no change."""
        base = self.base(part)
        typed = {name: values.get(name) for name in self._parts[part]}
        if all(same(typed[name], base[name]) for name in typed):
            self.take_back(part)
        else:
            self._typed[part] = typed
            self._met.setdefault(part, base)

    def take_back(self, part: str) -> None:
        """Let a part be as the record says."""
        self._typed.pop(part, None)
        self._met.pop(part, None)

    def moved(self, part: str) -> bool:
        """Tell whether the record got another value since the user touched a part."""
        met = self._met.get(part)
        return met is not None and not all(same(met[name], self._base.get(name)) for name in met)

    def follow(self, base: Values) -> list[str]:
        """Take a newer record; return the parts that show something else now."""
        before = {part: self.shown(part) for part in self._parts}
        self._base = dict(base)
        for part in self.touched:
            self.put(part, self._typed[part])
        return [part for part, values in before.items() if values != self.shown(part)]

    def changes(self) -> dict[str, Json]:
        """Return what is to be saved: the fields of the parts the user changed, but those that were and are blank.

        The fields of a part are saved together, so that somebody else's change of one of them is noticed.
        """
        return {
            name: value
            for part in self.touched
            for name, value in self._typed[part].items()
            if not (_blank(value) and _blank(self._base.get(name)))
        }

    def to_json(self) -> dict[str, Json]:
        """Return what the user entered, for keeping it."""
        return {"typed": {**self._typed}, "met": {**self._met}}

    def restore(self, kept: Json) -> list[str]:
        """Take back what `to_json` returned, as far as its parts still exist; return the parts restored."""
        typed, met = (_tables(kept, name) for name in ("typed", "met"))
        for part, values in typed.items():
            if part in self._parts:
                self.put(part, {**self.base(part), **values})
                if part in self._typed and set(met.get(part, ())) == set(self._parts[part]):
                    self._met[part] = dict(met[part])
        return self.touched


def _tables(kept: Json, name: str) -> dict[str, dict[str, Json]]:
    held = kept.get(name) if isinstance(kept, Mapping) else None
    if not isinstance(held, Mapping):
        return {}
    return {str(part): dict(values) for part, values in held.items() if isinstance(values, Mapping)}
