"""What the outbox page lists: the edits of one gesture that stand alike are one line. Pure."""

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from desktop.domain.edits.lanes import OF_CUSTOMER
from desktop.domain.edits.outbox import Entry, State
from desktop.domain.errors import AppError
from desktop.domain.intents.intent import Intent
from desktop.domain.intents.lines import dump


@dataclass(frozen=True, slots=True)
class Line:
    """Edits that were made in one go, want the same and stand alike; `entries` is never empty."""

    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The id of the first edit: the line's own as long as that one waits."""
        return self.entries[0].id

    @property
    def intent(self) -> Intent:
        """What the first edit wants."""
        return self.entries[0].intent

    @property
    def state(self) -> State:
        """Where the edits stand."""
        return self.entries[0].state

    @property
    def error(self) -> AppError | None:
        """Why they were refused, or what the last try met."""
        return self.entries[0].error

    @property
    def since(self) -> int:
        """When the first was made, seconds since the epoch."""
        return int(min(entry.created for entry in self.entries))

    @property
    def attempts(self) -> int:
        """How often the one tried most was sent."""
        return max(entry.attempts for entry in self.entries)

    @property
    def asking(self) -> bool:
        """Whether a person has to decide."""
        return self.state is State.REJECTED

    @property
    def conflict(self) -> bool:
        """Whether somebody else changed the same thing."""
        return bool(self.entries[0].clashes)

    @property
    def customers(self) -> tuple[str, ...]:
        """The customers it is about."""
        return tuple(dict.fromkeys(one for entry in self.entries if (one := _customer(entry.intent))))


def lines_of(entries: Iterable[Entry]) -> list[Line]:
    """Return the lines: what waits for a person first, then in the order the edits were made."""
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_likeness(entry), []).append(entry)
    lines = [Line(tuple(group)) for group in groups.values()]
    return sorted(lines, key=lambda line: (not line.asking, line.entries[0].seq))


def customers_of(entries: Iterable[Entry]) -> dict[str, bool]:
    """Return the customers with edits on their way, by id: whether one of the edits waits for a person."""
    found: dict[str, bool] = {}
    for entry in entries:
        if customer := _customer(entry.intent):
            found[customer] = found.get(customer, False) or entry.state is State.REJECTED
    return found


def _likeness(entry: Entry) -> Hashable:
    intent = entry.intent
    if not _customer(intent) or entry.clashes:
        return entry.id
    word = entry.error.word if entry.error else ""
    wish = json.dumps({**dump(intent), "customer": ""}, sort_keys=True, default=dict)
    return (entry.job or entry.gesture or entry.id, wish, entry.state, word)


def _customer(intent: Intent) -> str:
    return intent.entity.removeprefix(OF_CUSTOMER) if intent.entity.startswith(OF_CUSTOMER) else ""
