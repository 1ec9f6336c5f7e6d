"""The small tables of an account as JSON, one row a kind and language."""

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import apsw

from desktop.domain import dictionaries

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_CAPITAL = re.compile(r"(?<=.)([A-Z])")


def kind_of(entry: type[object]) -> str:
    """Return the kind of a dictionary class: `TagGroup` is "tag_group"."""
    return _CAPITAL.sub(r"_\1", entry.__name__).lower()


KINDS: dict[str, type[Any]] = {
    kind_of(entry): entry
    for entry in (
        dictionaries.TagGroup,
        dictionaries.Tag,
        dictionaries.Stage,
        dictionaries.Source,
        dictionaries.VipLevel,
        dictionaries.Department,
        dictionaries.Agent,
        dictionaries.CustomField,
        dictionaries.Region,
        dictionaries.Country,
        dictionaries.TimeZone,
        dictionaries.Language,
    )
}
KINDS["enterprise_field"] = dictionaries.CustomField


class DictionaryStore:
    """The table `dictionary` over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def put(self, kind: str, language: str, entries: "Sequence[DataclassInstance]", fetched: int) -> None:
        """Replace the entries of a kind; raises KeyError for a kind there is not."""
        entry = KINDS[kind]
        if not all(isinstance(one, entry) for one in entries):
            raise TypeError(f"{kind} holds {entry.__name__} only")
        names = [field.name for field in dataclasses.fields(entry)]
        values = [{name: getattr(one, name) for name in names} for one in entries]
        body = json.dumps(values, separators=(",", ":"), default=_plain)
        self._connection.execute(
            "INSERT INTO dictionary VALUES (?, ?, ?, ?) ON CONFLICT(kind, language)"
            " DO UPDATE SET fetched = excluded.fetched, body = excluded.body",
            (kind, language, fetched, body),
        )

    def get(self, kind: str, language: str) -> tuple[list[Any], int] | None:
        """Return the entries of a kind and when they were fetched, None when they never were."""
        query = "SELECT body, fetched FROM dictionary WHERE kind = ? AND language = ?"
        row = self._connection.execute(query, (kind, language)).fetchone()
        if row is None:
            return None
        body, fetched = row
        return [_entry(KINDS[kind], values) for values in json.loads(body)], int(fetched)


def _plain(value: "DataclassInstance | Mapping[str, Any]") -> object:
    """Return what stands inside an entry, an option or a read-only mapping, as JSON has it."""
    return dict(value) if isinstance(value, Mapping) else dataclasses.asdict(value)


def _entry(kind: type[Any], values: dict[str, Any]) -> object:
    known = {field.name for field in dataclasses.fields(kind)}
    kept = {name: value for name, value in values.items() if name in known}
    if "options" in kept:
        kept["options"] = tuple(_entry(dictionaries.FieldOption, option) for option in kept["options"])
    return kind(**kept)
