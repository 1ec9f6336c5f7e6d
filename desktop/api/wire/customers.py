"""The calls on customers (003 "Query Customer List", "Query Customer Details", "Create Customer", "Edit ...")."""

from collections.abc import Mapping
from functools import partial

from desktop.api.checks import optional_id, paging
from desktop.api.page import Page
from desktop.api.request import Call, Reply, checked_id, get, post
from desktop.api.wire.customer import decode_customer
from desktop.api.wire.record import RecordUnreadable, read_page, record
from desktop.domain.customer import Customer
from desktop.domain.errors import BadReply, InvalidInput, Sent
from desktop.domain.filters import CustomerFilter
from desktop.domain.json import Json

ROOT = "/api/scrm/5/user"


def list_by_page(wanted: CustomerFilter, number: int, size: int) -> Call[Page[Customer]]:
    """Build "Query Customer List"."""
    params = _filters(wanted) | paging(number, size)
    return Call(
        get(f"{ROOT}/list_by_page", params),
        partial(read_page, read=decode_customer, number=number, size=size),
    )


def _filters(wanted: CustomerFilter) -> dict[str, str]:
    if (wanted.search_in is None) != (not wanted.search.strip()):
        raise InvalidInput("search", "search_incomplete")
    given: Mapping[str, str | int | None] = {
        "search_type": wanted.search_in.value if wanted.search_in else None,
        "search_value": wanted.search or None,
        "wx_build_unionId": optional_id("app_union_id", wanted.app_union_id),
        "stageid": optional_id("stage_id", wanted.stage_id),
        "create_start_time": wanted.created_from,
        "create_end_time": wanted.created_to,
        "user_label": ",".join(checked_id("tags", tag) for tag in wanted.tags),
        "isblack": None if wanted.blacklisted is None else int(wanted.blacklisted),
        "module_type": wanted.module.value if wanted.module else None,
        "external_userid": optional_id("external_user_id", wanted.external_user_id),
        "development_mode": wanted.development_mode,
        "update_start_time": wanted.updated_from,
        "update_end_time": wanted.updated_to,
        "liable_serviceid": optional_id("agent_id", wanted.agent_id),
    }
    return {name: str(value) for name, value in given.items() if value is not None and value != ""}


def detail(customer_id: str) -> Call[Customer]:
    """Build "Query Customer Details"."""
    body: Json = {"id": checked_id("id", customer_id)}
    return Call(post(f"{ROOT}/detail", body, repeatable=True), _read_detail)


def _read_detail(reply: Reply) -> Customer:
    try:
        return decode_customer(record(reply))
    except RecordUnreadable as reason:
        raise BadReply(sent=Sent.YES, reason=str(reason)) from None
