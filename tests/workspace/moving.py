"""A model of the server's customer list that moves with every request, and of a cache that survives kills."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.change import Change
from desktop.domain.customers.customer import Customer, Quarantined
from desktop.workspace.pull.slices import Slice
from desktop.workspace.pull.source import Rows
from desktop.workspace.pull.state import PullState, from_json, to_json

START = 1_600_000_000


class Killed(BaseException):
    """The process ended here."""


@dataclass
class Record:
    """What the server knows of a customer; `updated` None for one without an update time."""

    id: str
    created: int
    updated: int | None
    module: int


@dataclass(frozen=True)
class World:
    """How the server behaves."""

    size: int = 10
    order: str = "newest"
    changes: int = 0
    additions: int = 0
    busy_for: int = 10**9
    per_second: int = 1
    open_low: bool = False
    open_high: bool = False


@dataclass
class MovingServer:
    """Answers slices; before each answer customers change, arrive, and time passes."""

    world: World
    records: list[Record]
    clock: int
    chance: random.Random
    widen: int = 0
    requests: int = 0
    kills: set[int] = field(default_factory=set)

    def calm_down(self) -> None:
        """Let nothing change any more, and some time pass."""
        self.world = replace(self.world, busy_for=0)
        self.clock += 60

    async def now(self) -> int:
        return self.clock

    async def all_of_them(self) -> int:
        self._tick()
        return len(self.records)

    async def page(self, slice_: Slice, number: int) -> Rows:
        self._tick()
        low, high = slice_.low - self.widen, slice_.high + self.widen
        found = [one for one in self.records if self._within(one, slice_, low, high)]
        found.sort(key=self._order)
        start = (number - 1) * self.world.size
        return Rows(len(found), tuple(_customer(one) for one in found[start : start + self.world.size]))

    def _within(self, one: Record, slice_: Slice, low: int, high: int) -> bool:
        at = one.created if slice_.axis == "created" else one.updated
        if at is None or (slice_.module and slice_.module != one.module):
            return False
        above = at > low if self.world.open_low else at >= low
        below = at < high if self.world.open_high else at <= high
        return above and below

    def _order(self, one: Record) -> tuple[int, str]:
        match self.world.order:
            case "newest":
                return (-(one.updated or 0), one.id)
            case "oldest":
                return (one.updated or 0, one.id)
            case _:
                return (0, one.id[::-1])

    def _tick(self) -> None:
        self.requests += 1
        if self.requests in self.kills:
            raise Killed
        if self.requests > self.world.busy_for:
            return
        self.clock += self.requests % self.world.per_second == 0
        for _ in range(self.world.changes if self.records else 0):
            one = self.chance.choice(self.records)
            one.updated = self.clock
            one.module = self.chance.randint(2, 5)
        for _ in range(self.world.additions):
            self.records.append(Record(f"new{len(self.records)}", self.clock, self.clock, 2))


def _customer(one: Record) -> Customer:
    fields: dict[str, int] = {"status": one.module - 1}
    if one.updated is not None:
        fields["updated"] = one.updated
    return Customer(one.id, fields)


@dataclass
class Kept:
    """A cache in memory: rows, the sweep they were last seen in, and the state as JSON text."""

    rows: dict[str, Customer] = field(default_factory=dict)
    sweeps: dict[str, int] = field(default_factory=dict)
    text: str = "{}"
    largest: int = 0

    async def write(
        self,
        customers: Sequence[Customer],
        quarantined: Sequence[Quarantined],
        sweep: int,
        state: PullState | None,
    ) -> Change:
        self.largest = max(self.largest, len(customers) + len(quarantined))
        for customer in customers:
            self.rows[customer.id] = customer
            self.sweeps[customer.id] = sweep
        if state is not None:
            self.text = json.dumps(to_json(state))
        return Change(added=tuple(customer.id for customer in customers))

    def state(self) -> PullState:
        return from_json(json.loads(self.text))

    async def seen(self, sweep: int) -> int:
        return sum(1 for one in self.sweeps.values() if one == sweep)
