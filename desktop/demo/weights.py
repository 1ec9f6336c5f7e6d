"""Skewed choices made cheap: a table in which the early entries stand more often."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def skewed(entries: Sequence[T], size: int, *, flat: float = 6.0) -> list[T]:
    """Return a table of `size` entries where the k-th stands about 1 / (k + flat) as often."""
    weights = [1 / (place + flat) for place in range(len(entries))]
    scale = size / sum(weights)
    table = [
        entry for entry, weight in zip(entries, weights, strict=True) for _ in range(max(1, round(weight * scale)))
    ]
    return (table + list(entries) * size)[:size] if len(table) < size else table[:size]
