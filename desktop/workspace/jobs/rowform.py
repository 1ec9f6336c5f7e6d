"""How the rows of a job read: what each wants of its customer, what of it shows, which entry it stands for."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.cache.jobstore import StoredRow
from desktop.cache.pending import OF_JOBS, PendingEdit
from desktop.domain.edits.fold import TagDelta
from desktop.domain.edits.outbox import Base, Entry, State
from desktop.domain.edits.rules import Patch
from desktop.domain.edits.table import rules_of
from desktop.domain.intents.customers import CreateCustomer
from desktop.domain.intents.intent import Intent
from desktop.domain.intents.lines import dump, parse
from desktop.domain.json import Json

_ANYBODY = "-"


def entry_of(number: int, place: int) -> str:
    """Return the name under which the cache knows a row."""
    return f"{OF_JOBS}{number}:{place}"


def place_of(entry: str) -> tuple[int, int]:
    """Return the number of the job and the place of the row that the cache knows under a name."""
    number, _, place = entry.removeprefix(OF_JOBS).partition(":")
    return int(number), int(place)


def joined(tags: Iterable[str]) -> str:
    """Return tag ids as a row holds them."""
    return ",".join(tags)


def split(text: str) -> tuple[str, ...]:
    """Return the tag ids that a row holds."""
    return tuple(text.split(",")) if text else ()


def delta_of_row(row: StoredRow) -> TagDelta:
    """Return what a row does to the tags of its customer."""
    return TagDelta(split(row.added), split(row.removed))


def text_of(base: Base) -> str:
    """Return what an edit found as a row holds it."""
    return json.dumps(base, ensure_ascii=False, separators=(",", ":"), default=dict)


def edit_text(intent: Intent) -> str:
    """Return an edit of one customer as a row holds it."""
    return json.dumps(dump(intent), ensure_ascii=False, separators=(",", ":"))


def of(edit: Intent, customer: str) -> Intent:
    """Return an edit of any customer as one of this customer."""
    of_one: Any = edit
    return replace(of_one, customer=customer)  # type: ignore[no-any-return]


def new_name(row: StoredRow) -> str:
    """Return what a customer is called that a row was to make, "" for a row about one that is there."""
    intent = parse(json.loads(row.edit)) if row.edit else None
    return str(intent.set.get("nickname", "")) if isinstance(intent, CreateCustomer) else ""


def named(row: StoredRow, ids: Mapping[str, str]) -> StoredRow:
    """Return a row under the server's id of its customer, where known; one that made it keeps its own."""
    own = ids.get(row.customer)
    if own is None or (row.edit and isinstance(parse(json.loads(row.edit)), CreateCustomer)):
        return row
    return replace(row, customer=own, edit=row.edit.replace(row.customer, own))


def edit_to_json(edit: Intent | None) -> Mapping[str, Json] | None:
    """Return an edit of no customer yet as JSON."""
    return None if edit is None else dump(of(edit, _ANYBODY))


def edit_from_json(value: Mapping[str, Any] | None) -> Intent | None:
    """Read it."""
    return None if value is None else of(parse(value), "")


@dataclass(frozen=True, slots=True)
class RowForm:
    """The rows of the job `number`, whose place among the edits is `seq`, and which was made at `created`.

    Without `edit` they change tags. With it each makes this edit of its customer, or the one it holds itself.
    """

    number: int
    seq: int
    edit: Intent | None = None
    created: float = 0.0

    def name(self, row: StoredRow) -> str:
        """Return the name under which the cache knows a row."""
        return entry_of(self.number, row.place)

    def intent(self, row: StoredRow) -> Intent:
        """Return what a row wants."""
        if row.edit or self.edit is None:
            return parse(json.loads(row.edit))
        return of(self.edit, row.customer)

    def base(self, row: StoredRow) -> Base:
        """Return what its edit found."""
        found: Base = json.loads(row.base) if row.base else {}
        return found

    def shown(self, rows: Iterable[StoredRow]) -> list[PendingEdit]:
        """Return what shows of rows as the cache holds it."""
        return [
            PendingEdit(self.name(row), row.customer, self.seq, patch.tags, patch.fields)
            for row in rows
            if (patch := self._patch(row)) is not None
        ]

    def entry(self, row: StoredRow, state: State, base: str | None = None) -> Entry:
        """Return a row as the entry that kinds of edits deal with; `base` when it found more since."""
        found = self.base(row) if base is None else json.loads(base)
        return Entry(
            self.name(row),
            self.seq,
            self.intent(row),
            state,
            self.created,
            self.created,
            found,
            row.attempts,
            row.sent,
            job=f"{OF_JOBS}{self.number}",
        )

    def _patch(self, row: StoredRow) -> Patch | None:
        if self.edit is None:
            return Patch(delta_of_row(row))
        intent = self.intent(row)
        rules = rules_of(intent)
        return rules.patch(intent, self.base(row), {}) if rules.on_customer else None
