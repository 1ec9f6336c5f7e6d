"""What one run of the fuzzer does: drawn from a seed before anything happens, so that it can be shortened."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_WEIGHTS = {
    "edit": 46,
    "colleague": 18,
    "pull": 7,
    "wait": 6,
    "online": 6,
    "decide": 5,
    "offline": 4,
    "turn": 4,
    "fault": 4,
    "behave": 4,
    "cut": 3,
    "die": 3,
    "clock": 2,
    "server_clock": 2,
    "full_pull": 1,
    "bustle": 1,
}
"""The kinds of actions and how often each is drawn."""


@dataclass(frozen=True, slots=True)
class Action:
    """One action: `number` is its place in the plan, `draws` are chances from [0, 1) that settle the rest."""

    number: int
    kind: str
    draws: tuple[float, ...]

    def pick(self, place: int, some: Sequence[T]) -> T:
        """Return one of `some` by the chance at `place`."""
        return some[int(self.draws[place] * len(some))]


def planned(seed: int, count: int) -> list[Action]:
    """Return so many actions. In every second run nothing is undone: there each edit arrives exactly once."""
    chance = random.Random(seed)
    weights = dict(_WEIGHTS)
    if seed % 2:
        del weights["turn"]
    kinds = chance.choices(list(weights), list(weights.values()), k=count)
    return [Action(number, kind, tuple(chance.random() for _ in range(6))) for number, kind in enumerate(kinds)]
