"""Enterprises: SaveEnterprise."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from desktop.domain.edits.reading import Reader, one_id, text, texts
from desktop.domain.edits.rules import Rules
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.customers import SaveEnterprise
from desktop.domain.json import Json


def _values(field: str, value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise InvalidInput(field, "wrong_kind")
    for name in value:
        if name not in _READERS:
            raise InvalidInput(name, "unknown_key")
    return {name: _READERS[name](name, one) for name, one in value.items()}


def _optional_id(field: str, value: Json) -> str:
    return one_id(field, value) if value else ""


def _custom(field: str, value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping) or not all(value):
        raise InvalidInput(field, "wrong_kind")
    return {text(field, key): text(field, one) for key, one in value.items()}


_READERS: Mapping[str, Callable[[str, Json], Json]] = {
    **dict.fromkeys(("province_id", "city_id", "district_id"), _optional_id),
    **dict.fromkeys(("name", "province_name", "city_name", "district_name"), text),
    "domains": texts,
    "custom_fields": _custom,
}


class SavingEnterprises(Rules[SaveEnterprise]):
    """Making an enterprise. It cannot be read back, nor taken away again."""

    readers: ClassVar[Mapping[str, Reader]] = {"set": _values}
    irrevocable = True

    def make_sense(self, intent: SaveEnterprise) -> None:
        """Ask for a name."""
        name = intent.set.get("name")
        if not isinstance(name, str) or not name.strip():
            raise InvalidInput("enterprise_name", "empty")
