"""A list of records to entities: what cannot be read is set aside with its reason, the rest is kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from desktop.api.page import Page
from desktop.api.request import Reply
from desktop.api.wire.parse import to_json
from desktop.api.wire.values import code, id_of
from desktop.domain.customers.customer import Quarantined
from desktop.domain.errors import BadReply, Sent
from desktop.domain.json import Json

T = TypeVar("T")


class RecordUnreadable(ValueError):
    """A record that cannot be kept; the first argument is the reason."""


def records(reply: Reply, key: str = "items") -> Sequence[Json]:
    """Return the list at `key`, empty when missing or null. Raises BadReply when it is something else."""
    value = reply.get(key)
    if value is None:
        return ()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return value
    raise BadReply(sent=Sent.YES, field=key)


def record(reply: Reply, key: str = "item") -> Mapping[str, Json]:
    """Return the object at `key`. Raises BadReply when there is none."""
    value = reply.get(key)
    if not isinstance(value, Mapping):
        raise BadReply(sent=Sent.YES, field=key)
    return value


def read_id(reply: Reply) -> str:
    """Return the id that stands as `item`. Raises BadReply when there is none."""
    identity = id_of(reply, "item")
    if not identity:
        raise BadReply(sent=Sent.YES, field="item")
    return identity


def needed(identity: str) -> str:
    """Return the id. Raises RecordUnreadable when it is empty."""
    if not identity:
        raise RecordUnreadable("id_missing")
    return identity


def read_each(
    items: Sequence[Json], read: Callable[[Mapping[str, Json]], T]
) -> tuple[tuple[T, ...], tuple[Quarantined, ...]]:
    """Read each record with `read`, which raises RecordUnreadable for one that cannot be kept."""
    good: list[T] = []
    bad: list[Quarantined] = []
    for item in items:
        if type(item) is not dict:
            bad.append(Quarantined("not_an_object", to_json(item)))
            continue
        try:
            good.append(read(item))
        except RecordUnreadable as reason:
            bad.append(Quarantined(str(reason), to_json(item)))
    return tuple(good), tuple(bad)


def read_list(reply: Reply, read: Callable[[Mapping[str, Json]], T]) -> tuple[T, ...]:
    """Read a list that comes whole, leaving out the records that cannot be kept."""
    return read_each(records(reply), read)[0]


def read_page(reply: Reply, read: Callable[[Mapping[str, Json]], T], *, number: int = 1, size: int = 0) -> Page[T]:
    """Read one page; `number` and `size` are those asked for, used where the server does not echo them."""
    good, bad = read_each(records(reply), read)
    total = code(reply.get("total_count"))
    size = code(reply.get("page_size")) or size
    count = code(reply.get("page_count"))
    if count is None:
        count = -(-total // size) if total is not None and size > 0 else number
    return Page(good, total, code(reply.get("page_no")) or number, count, size, bad)
