"""Values of customers as edits hold them: JSON by the names of `fields.FIELDS`. Pure.

The intents hold custom fields together, `{"custom_fields": {id: data_value}}`. Where each field stands for itself
(what was found, what clashes) it is called "custom:" and its id.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.edits.reading import Reader, integer, text
from desktop.domain.errors import InvalidInput
from desktop.domain.ids import is_id
from desktop.domain.json import Json

CUSTOM: Final = "custom_fields"
LEAD: Final = "custom:"

LONGEST: Final[Mapping[str, int]] = {"nickname": 50, "real_name": 50}
"""Characters of texts (003 "Create Customer")."""

EDITABLE: Final = frozenset(
    {
        "nickname",
        "real_name",
        "email",
        "phone",
        "qq",
        "wechat",
        "docking_id",
        "gender",
        "agent_id",
        "agent_name",
        "country_id",
        "province_id",
        "province_name",
        "city_id",
        "city_name",
        "district_id",
        "district_name",
        "note",
        "enterprise_id",
        "enterprise_name",
        "is_vip",
        "vip_level",
        "custom_fields",
        "app_union_id",
        "visitor_ids",
        "wechat_external_ids",
        "wechat_union_ids",
        "wechat_open_ids",
        "whatsapp_ids",
        "facebook_ids",
        "instagram_ids",
        "line_ids",
        "telegram_ids",
        "discord_ids",
        "timezone_id",
        "language",
    }
)
"""What can be changed (003 "Edit Customer Info")."""

CREATABLE: Final = EDITABLE - {"vip_level"} | {"status"}
"""What can be given when creating (003 "Create Customer")."""

ID_FIELDS: Final = frozenset({"agent_id", "country_id", "province_id", "city_id", "district_id", "enterprise_id"})
CODES: Final[Mapping[str, frozenset[Json]]] = {
    "gender": frozenset({1, 2}),
    "is_vip": frozenset({0, 1}),
    "status": frozenset({1, 2, 3, 4}),
}
"""The values codes may be given (003 "Create Customer")."""


def reader(allowed: frozenset[str]) -> Reader:
    """Return the reader of `set`. It raises InvalidInput naming the field: unknown_key, not_editable, wrong_kind.

    It reads everything a customer may have had before: what a stored edit holds is never lost to a rule.
    """

    def read(field: str, value: Json) -> Mapping[str, Json]:
        if not isinstance(value, Mapping):
            raise InvalidInput(field, "wrong_kind")
        return {name: _read(name, one, allowed) for name, one in value.items()}

    return read


def check_values(values: Mapping[str, Json]) -> None:
    """Raise InvalidInput for what the document forbids, naming the field: empty, too_long, bad_id, wrong_kind."""
    for name, value in values.items():
        if isinstance(value, str):
            _check_text(name, value)
        elif name in CODES and value not in CODES[name]:
            raise InvalidInput(name, "wrong_kind")


def flat(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return the values of an intent, each field standing for itself."""
    single = {name: value for name, value in values.items() if name != CUSTOM}
    custom = values.get(CUSTOM)
    return single | {LEAD + key: value for key, value in custom.items()} if isinstance(custom, Mapping) else single


def joined(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return flat values as an intent holds them."""
    single = {name: value for name, value in values.items() if not name.startswith(LEAD)}
    custom = {name.removeprefix(LEAD): value for name, value in values.items() if name.startswith(LEAD)}
    return {**single, CUSTOM: custom} if custom else single


def held(customer: Customer, names: Iterable[str]) -> dict[str, Json]:
    """Return what a customer has under flat names, None where it has nothing."""
    values = customer.fields.get(CUSTOM)
    entries = values if isinstance(values, tuple) else ()
    custom = {one.field_id: one.value for one in entries if isinstance(one, CustomValue)}
    return {
        name: plain(custom.get(name.removeprefix(LEAD)) if name.startswith(LEAD) else customer.fields.get(name))
        for name in names
    }


def plain(value: object) -> Json:
    """Return a value as JSON; a blank one, however it is written, is None."""
    if isinstance(value, tuple | list):
        return [part for one in value if (part := str(one).strip())] or None
    return None if value == "" else cast("Json", value)


def blank(name: str) -> Json:
    """Return the value that clears a field, None for one that cannot be cleared."""
    kind = Kind.TEXT if name.startswith(LEAD) else FIELD[name].kind
    return _BLANKS.get(kind)


_BLANKS: Mapping[Kind, Json] = {Kind.TEXT: "", Kind.LIST: ()}


def _read(name: str, value: Json, allowed: frozenset[str]) -> Json:
    if name not in FIELD:
        raise InvalidInput(name, "unknown_key")
    if name not in allowed:
        raise InvalidInput(name, "not_editable")
    return _BY_KIND[FIELD[name].kind](name, value)


def _check_text(name: str, value: str) -> None:
    longest = LONGEST.get(name)
    if longest and len(value) > longest:
        raise InvalidInput(name, "too_long", limit=longest)
    if name == "nickname" and not value.strip():
        raise InvalidInput(name, "empty")
    if name in ID_FIELDS and value and not is_id(value):
        raise InvalidInput(name, "bad_id")


def _list(name: str, value: Json) -> Json:
    if not isinstance(value, list | tuple):
        raise InvalidInput(name, "wrong_kind")
    return tuple(text(name, one) for one in value)


def _custom(name: str, value: Json) -> Json:
    if not isinstance(value, Mapping) or not all(value):
        raise InvalidInput(name, "wrong_kind")
    return {text(name, key): text(LEAD + key, one) for key, one in value.items()}


_BY_KIND: Mapping[Kind, Callable[[str, Json], Json]] = {
    Kind.TEXT: text,
    Kind.CODE: integer,
    Kind.LIST: _list,
    Kind.CUSTOM: _custom,
}
