"""What a row of the benchmark is: its goals, and the function that yields its figures."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Figures: TypeAlias = Mapping[str, float | str]
"""Figures by name; a text in the place of a number says why there is none."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure of that name should be: at most `limit`, or at least where `least`.

    `floor` is what a prototype reached, None where there was none.
    """

    name: str
    limit: float
    unit: str = "ms"
    floor: float | None = None
    least: bool = False

    def share(self, figure: float) -> float:
        """Return the figure against the goal: 1 or less is met."""
        if self.least:
            return self.limit / figure if figure else math.inf
        return figure / self.limit if self.limit else float(figure > 0)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a row measures with: `folder` keeps profiles, `size` customers are in the account.

    `samples` scales how often things are done (1: enough for the percentiles, less for a look).
    """

    folder: Path
    size: int
    samples: float = 1.0

    def times(self, count: int, *, least: int = 5) -> int:
        """Return how often to do what is done `count` times for a trustworthy figure."""
        return max(least, round(count * self.samples))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `screen` says that it paints, `grows` that its figures are looked at over the sizes."""

    goals: Sequence[Goal]
    measure: Callable[[Bench], Figures]
    screen: bool = False
    grows: bool = True


def share(found: Sequence[float], part: float) -> float:
    """Return a percentile: the smallest value that `part` (0-1) of all are no larger than."""
    ordered = sorted(found)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(part * len(ordered)) - 1))]


def timed(work: Callable[[], object]) -> float:
    """Return how many ms `work` takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
