"""The lines of `kefu-desk apply` as edits: they speak of fields as the document does, and of several customers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.api.wire.given import as_given, given_values, parameter_of
from desktop.domain.customers.values import CREATABLE, EDITABLE
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.edits.reading import ids
from desktop.domain.errors import InvalidInput
from desktop.domain.following.assigning import dealt
from desktop.domain.intents.intent import Intent
from desktop.domain.intents.lines import dump, parse
from desktop.domain.json import Json
from desktop.workspace.outbox.entryjson import clashes_to_json

_ALLOWED: Mapping[str, frozenset[str]] = {"create_customer": CREATABLE, "update_customer": EDITABLE}
_OF_MANY = frozenset({"assign", "recycle"})


def edits_of(line: Json) -> list[Intent]:
    """Return the edits a line asks for: one, or one for each of its "customers". Raises InvalidInput."""
    if not isinstance(line, Mapping):
        return [parse(line)]
    op = str(line.get("op"))
    if op in _ALLOWED and "set" in line:
        return [parse({**line, "set": given_values(line["set"], _ALLOWED[op])})]
    if op in _OF_MANY and "customers" in line:
        return _of_many(line)
    return [parse(line)]


def refusal_of(line: Json, error: InvalidInput) -> InvalidInput:
    """Return why a line is refused, with the document's name of the field."""
    op = line.get("op") if isinstance(line, Mapping) else None
    if not isinstance(op, str) or op not in _ALLOWED or error.reason == "unknown_key":
        return error
    others = {name: value for name, value in error.details.items() if name != "field"}
    return InvalidInput(parameter_of(error.field), error.reason, **others)


def line_of_edit(intent: Intent) -> dict[str, Json]:
    """Return the line that asks for an edit."""
    line = dump(intent)
    values = line.get("set")
    return {**line, "set": as_given(values)} if intent.op in _ALLOWED and isinstance(values, Mapping) else line


def clashes_of(entry: Entry) -> list[Mapping[str, Json]]:
    """Return what is to be decided about an edit, with the names its line has."""
    clashes = clashes_to_json(entry.clashes)
    if entry.intent.op not in _ALLOWED:
        return clashes
    return [{**one, "field": parameter_of(str(one["field"]))} for one in clashes]


def _of_many(line: Mapping[str, Json]) -> list[Intent]:
    rest = {name: value for name, value in line.items() if name != "customers"}
    if "customer" in rest:
        raise InvalidInput("customer", "unknown_key")
    customers = ids("customers", line["customers"])
    if not customers:
        raise InvalidInput("customers", "empty")
    if "agents" not in rest:
        return [parse({**rest, "customer": one}) for one in customers]
    turns = dealt(customers, ids("agents", rest["agents"]), {})
    return [parse({**rest, "customer": one, "agents": [turns[one]] if turns else []}) for one in customers]


@dataclass(slots=True)
class EditLine:
    """A line that was stored: its number, its edits in their order, and those that are settled."""

    number: int
    edits: tuple[str, ...]
    settled: dict[str, Entry] = field(default_factory=dict)

    def settle(self, entry: Entry) -> Entry | None:
        """Note that an edit is settled; return the one that tells of the line, None while others are open."""
        self.settled[entry.id] = entry
        if len(self.settled) < len(self.edits):
            return None
        refused = (one for one in self.settled.values() if one.state is State.REJECTED)
        return next(refused, self.settled[self.edits[0]])
