"""The blacklist (003 "Query the customer list on the blacklist", "Add to ...", "Remove from ...")."""

from collections.abc import Mapping
from functools import partial

from desktop.api.checks import optional_id, paging, required
from desktop.api.page import Page
from desktop.api.request import Call, get, nothing, post
from desktop.api.wire.record import needed, read_page
from desktop.api.wire.values import code, id_of, int_of, rest_of, seconds, str_of
from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_USER = "/api/scrm/5/user"
_TYPES = {kind.value: kind for kind in BlackType}
_KEYS = frozenset(
    {"user_id", "nick", "black_type", "black_reason", "black_time", "black_end_time", "is_black", "user_status"}
)


def query(
    customer_id: str, kind: BlackType | None, start: int | None, end: int | None, number: int, size: int
) -> Call[Page[BlacklistEntry]]:
    """Build "Query the customer list on the blacklist"."""
    given: Mapping[str, str | int | None] = {
        "user_id": optional_id("customer_id", customer_id) or None,
        "black_type": kind.value if kind else None,
        "start_time": start,
        "end_time": end,
    }
    params = {name: str(value) for name, value in given.items() if value is not None}
    return Call(
        get(f"{_USER}/query_black_list", params | paging(number, size)),
        partial(read_page, read=_entry, number=number, size=size),
    )


def _entry(raw: Mapping[str, Json]) -> BlacklistEntry:
    kind = _TYPES.get(code(raw.get("black_type")) or 0)
    return BlacklistEntry(
        customer_id=needed(id_of(raw, "user_id")),
        nickname=str_of(raw, "nick"),
        type=kind,
        reason=str_of(raw, "black_reason"),
        since=seconds(raw.get("black_time")) or None,
        until=None if kind is BlackType.FOREVER else seconds(raw.get("black_end_time")) or None,
        active=int_of(raw, "is_black") == 1,
        user_status=int_of(raw, "user_status"),
        extra=rest_of(raw, _KEYS),
    )


def add(customer_id: str, kind: BlackType, reason: str) -> Call[None]:
    """Build "Add to customer blacklist"."""
    body: Json = {
        "user_id": checked_id("customer_id", customer_id),
        "black_type": kind.value,
        "black_reason": required("reason", reason),
    }
    return Call(post(f"{_USER}/add_black_list", body), nothing)


def remove(customer_id: str) -> Call[None]:
    """Build "Remove from customer blacklist"."""
    body: Json = {"user_id": checked_id("customer_id", customer_id)}
    return Call(post(f"{_USER}/remove_black_list", body), nothing)
