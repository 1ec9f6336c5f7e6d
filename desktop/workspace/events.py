"""What an account tells its listeners, and how they listen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from desktop.domain.change import Change
from desktop.domain.errors import AppError
from desktop.workspace.status import Status

if TYPE_CHECKING:
    from desktop.domain.edits.outbox import Entry

Failed: TypeAlias = Callable[[AppError], None]
"""Hears why there is no answer."""

Unsubscribe: TypeAlias = Callable[[], None]

EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The connection, the pull or the counts have changed."""

    status: Status


@dataclass(frozen=True, slots=True)
class CollectionChanged:
    """The entries of one kind of the account's collections were read anew."""

    kind: str


@dataclass(frozen=True, slots=True)
class CustomersChanged:
    """A committed write changed customers in the cache."""

    change: Change


@dataclass(frozen=True, slots=True)
class ViewsChanged:
    """A saved view was added, changed, moved or removed."""


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """Edits were made, sent or discarded: `waiting` go on by themselves, `asking` wait for a person."""

    waiting: int
    asking: int


@dataclass(frozen=True, slots=True)
class EntrySettled:
    """An edit is done, or it was refused and waits for a person; the entry says which and why."""

    entry: "Entry"


AccountEvent: TypeAlias = (
    StatusChanged | CollectionChanged | CustomersChanged | ViewsChanged | OutboxChanged | EntrySettled
)


class Subscribers(Generic[EventT]):
    """The listeners of one object; all in one thread."""

    def __init__(self) -> None:
        self._listeners: dict[int, Callable[[EventT], None]] = {}
        self._next = 0

    def subscribe(self, listener: Callable[[EventT], None]) -> Unsubscribe:
        """Call `listener` with every later event; returns the function that ends it (harmless twice)."""
        number = self._next
        self._next += 1
        self._listeners[number] = listener

        def unsubscribe() -> None:
            self._listeners.pop(number, None)

        return unsubscribe

    def tell(self, event: EventT) -> None:
        """Hand the event to every listener that still listens."""
        for number in tuple(self._listeners):
            listener = self._listeners.get(number)
            if listener is not None:
                listener(event)

    def clear(self) -> None:
        """Forget all listeners."""
        self._listeners.clear()
