"""A cache that forgets the oldest, one for each newcomer: emptying a full one at once would cost a frame."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """At most `limit` made values by key, in the order they were made."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of `key`, made now if it is not there."""
        found = self._held.get(key)
        return self.put(key, make()) if found is None else found

    def peek(self, key: K) -> V | None:
        """Return the value of `key` if it is there."""
        return self._held.get(key)

    def put(self, key: K, value: V) -> V:
        """Keep a value; the oldest goes when there are too many."""
        self._held[key] = value
        if len(self._held) > self._limit:
            self._held.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()
