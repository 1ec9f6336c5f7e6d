"""A busy company: customers change and arrive while somebody pages through them."""

import random
from dataclasses import dataclass, fields

from desktop.demo.customers import Customers
from desktop.demo.names import parts
from desktop.demo.people import row_of
from desktop.demo.phrases import NOTES_EN, NOTES_ZH


class BadChurn(ValueError):
    """A churn with unknown or negative values."""


@dataclass(frozen=True, slots=True)
class Churn:
    """At each list request `changes` customers change and `additions` arrive, for `requests` requests (0: all)."""

    changes: int = 0
    additions: int = 0
    requests: int = 0
    seed: int = 1


class Bustle:
    """Carries a `Churn` out."""

    def __init__(self) -> None:
        self._churn = Churn()
        self._random = random.Random(1)  # noqa: S311 - chance that can be repeated
        self._done = 0

    def set(self, values: dict[str, object]) -> None:
        """Start over with the given fields of `Churn`; raises BadChurn."""
        known = {entry.name for entry in fields(Churn)}
        if not all(name in known and type(value) is int and value >= 0 for name, value in values.items()):
            raise BadChurn(f"churn takes whole numbers: {', '.join(sorted(known))}")
        self._churn = Churn(**values)  # type: ignore[arg-type]
        self._random = random.Random(self._churn.seed)  # noqa: S311 - chance that can be repeated
        self._done = 0

    def tick(self, customers: Customers, at: int) -> None:
        """Change and add customers for one list request."""
        churn = self._churn
        if churn.requests and self._done >= churn.requests:
            return
        self._done += 1
        for _ in range(churn.changes if len(customers) else 0):
            customers.change(self._any(customers), self._edit(), at)
        for _ in range(churn.additions):
            add_stranger(customers, self._random.getrandbits(40), at)

    def _any(self, customers: Customers) -> int:
        return customers.at(self._random.randrange(len(customers)))

    def _edit(self) -> dict[str, object]:
        note = self._random.choice(NOTES_ZH + NOTES_EN)
        return {"remark": f"{note} {self._random.choice(parts('emoji'))}{self._random.randrange(10_000)}"}


def add_stranger(customers: Customers, number: int, at: int) -> int:
    """Add somebody who was not there before; `number` says who. Return the new customer's number."""
    record = row_of(customers.people.record(number))
    fields = {name: value for name, value in record.items() if name not in {"id", "create_time", "update_time"}}
    return customers.add({**fields, "crm_status": 1, "user_status": 0, "create_date": at - at % 86400}, at)
