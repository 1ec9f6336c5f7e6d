"""A customer's history (003 "Query All Customer Behaviors")."""

from collections.abc import Mapping
from functools import partial

from desktop.api.checks import paging
from desktop.api.page import Page
from desktop.api.request import Call, get
from desktop.api.wire.customer_fields import ALIASES, WIRE
from desktop.api.wire.parse import Unreadable, parse_json
from desktop.api.wire.record import needed, read_page
from desktop.api.wire.values import id_of, int_of, objects, rest_of, seconds, str_of
from desktop.domain.following.behaviour import Behaviour, BehaviourGroup, FieldChange
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_FIELDS = {**{wire: name for name, (wire, _) in WIRE.items()}, **ALIASES}
_KEYS = frozenset({"id", "userid", "biz_type", "biz_time", "biz_content", "create_time", "create_ime"})


def behaviours(customer_id: str, group: BehaviourGroup | None, number: int, size: int) -> Call[Page[Behaviour]]:
    """Build "Query All Customer Behaviors"."""
    customer = checked_id("customer_id", customer_id)
    params = {"userid": customer, **paging(number, size)}
    if group is not None:
        params["biz_type"] = group.value
    return Call(
        get("/api/scrm/5/user_dynamic/list_by_page", params),
        partial(read_page, read=partial(_behaviour, customer=customer), number=number, size=size),
    )


def _behaviour(raw: Mapping[str, Json], customer: str) -> Behaviour:
    content = _content(raw.get("biz_content"))
    return Behaviour(
        id=needed(id_of(raw, "id")),
        customer_id=id_of(raw, "userid") or customer,
        kind=str_of(raw, "biz_type"),
        at=seconds(raw.get("biz_time")) or 0,
        # The document's table misspells the key that its example spells.
        recorded=seconds(raw.get("create_time")) or seconds(raw.get("create_ime")) or 0,
        operator_kind=int_of(content, "bizOperatorType"),
        operator_id=id_of(content, "bizOperatorId"),
        operator_name=str_of(content, "bizOperatorName"),
        stage_id=id_of(content, "stageId"),
        stage_name=str_of(content, "stageName"),
        old_stage_name=str_of(content, "oldStageName"),
        note=str_of(content, "remark"),
        changes=tuple(_change(item) for item in objects(content.get("datas"))),
        content=content,
        extra=rest_of(raw, _KEYS),
    )


def _content(value: Json) -> Mapping[str, Json]:
    """Read the content, an object or the same as text; anything else is kept under "text"."""
    found = value
    if isinstance(value, str):
        try:
            found = parse_json(value)
        except Unreadable:
            found = value
    if isinstance(found, Mapping):
        return found
    return {} if found in (None, "") else {"text": found}


def _change(raw: Mapping[str, Json]) -> FieldChange:
    field = str_of(raw, "field")
    return FieldChange(
        _FIELDS.get(field, field), str_of(raw, "name"), str_of(raw, "value"), str_of(raw, "oldValue")
    )
