"""The calls on customers (003 "Create Customer" ... "Query Customer Details"), enterprises among them."""

from collections.abc import Mapping
from functools import partial

from desktop.api.checks import optional_id, paging, required
from desktop.api.page import Page
from desktop.api.request import Call, Reply, get, nothing, post
from desktop.api.wire.custom_values import submit_custom
from desktop.api.wire.customer import decode_customer
from desktop.api.wire.record import RecordUnreadable, read_id, read_page, record
from desktop.api.wire.values import id_of, str_of
from desktop.api.wire.values_out import CREATE, EDIT, NICKNAME_LONGEST, write_fields
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.drafts import CustomerChanges, CustomerDraft, EnterpriseDraft, SavedCustomer
from desktop.domain.errors import BadReply, InvalidInput, Sent
from desktop.domain.filters import CustomerFilter
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

ROOT = "/api/scrm/5/user"
_FOLLOW_UP = 3


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


def detail(customer_id: str) -> Call[Customer | None]:
    """Build "Query Customer Details"."""
    body: Json = {"id": checked_id("id", customer_id)}
    return Call(post(f"{ROOT}/detail", body, repeatable=True), _read_detail)


def _read_detail(reply: Reply) -> Customer | None:
    if not reply.get("item"):
        return None
    try:
        return decode_customer(record(reply))
    except RecordUnreadable as reason:
        raise BadReply(sent=Sent.YES, reason=str(reason)) from None


def save(draft: CustomerDraft) -> Call[SavedCustomer]:
    """Build "Create Customer"."""
    if draft.status not in range(1, 5):
        raise InvalidInput("status", "wrong_kind")
    if draft.status == _FOLLOW_UP and not draft.fields.get("agent_id"):
        raise InvalidInput("agent_id", "agent_needed")
    body = {
        "nick": required("nickname", draft.nickname, NICKNAME_LONGEST),
        "crm_status": draft.status,
        **write_fields(draft.fields, CREATE),
    }
    return Call(post(f"{ROOT}/save", body), _read_saved)


def _read_saved(reply: Reply) -> SavedCustomer:
    identity = id_of(record(reply, "data"), "userid")
    if not identity:
        raise BadReply(sent=Sent.YES, field="userid")
    action = str_of(reply, "action")
    return SavedCustomer(identity, "add" if action == "add" else "update" if action == "update" else "")


def update(customer_id: str, changes: CustomerChanges) -> Call[None]:
    """Build "Edit Customer Info"."""
    body = {
        "nick": required("nickname", changes.nickname, NICKNAME_LONGEST),
        # The server's default, 0, wipes every custom field that is not sent.
        "upset_ex_field_str": int(not changes.overwrite_custom),
        **write_fields(changes.fields, EDIT),
    }
    return Call(post(f"{ROOT}/update/{checked_id('id', customer_id)}", body), nothing)


def enterprise_save(draft: EnterpriseDraft) -> Call[str]:
    """Build "Create Enterprise"."""
    given: dict[str, Json] = {
        "proviceid": optional_id("province_id", draft.province_id),
        "provice_name": draft.province_name,
        "cityid": optional_id("city_id", draft.city_id),
        "city_name": draft.city_name,
        "areaid": optional_id("district_id", draft.district_id),
        "area_name": draft.district_name,
        "enterprise_domains": list(draft.domains),
        "extend_fields": submit_custom(draft.custom_fields),
    }
    body = {"enterprise_name": required("name", draft.name)} | {
        key: value for key, value in given.items() if value
    }
    return Call(post("/api/scrm/5/enterprise/save", body), read_id)
