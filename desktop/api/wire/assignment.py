"""Assigning customers (003 "Assign Customer", "Recycle ...", "Customer Assignment Records", "... Statistics")."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from desktop.api.checks import checked_ids, required
from desktop.api.page import Page
from desktop.api.request import Call, nothing, post
from desktop.api.wire.record import RecordUnreadable, needed, read_list, read_page
from desktop.api.wire.values import id_of, int_of, rest_of, seconds, str_of
from desktop.domain.dictionaries import Agent
from desktop.domain.errors import InvalidInput
from desktop.domain.following.assignment import AssignKind, AssignmentCount, AssignmentRecord
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_PUBLIC = "/api/scrm/5/public_user"
_USER = "/api/scrm/5/user"
_ZONE = re.compile(r"[+-]\d{2}:\d{2}")
_MONTH = timedelta(days=31)
_RECORD_KEYS = frozenset({"userid", "nick", "assign_time", "companyid"})


def assign(customer_ids: Iterable[str], agents: Sequence[Agent], kind: AssignKind) -> Call[None]:
    """Build "Assign Customer": the ids in one string, the agents in a list."""
    if not agents:
        raise InvalidInput("agents", "empty")
    body: Json = {
        "confirmids": ",".join(checked_ids("customer_ids", customer_ids)),
        "liable_list": [_liable(agent) for agent in agents],
        "assign_biz_type": str(kind.value),
    }
    return Call(post(f"{_PUBLIC}/assign", body), nothing)


def _liable(agent: Agent) -> dict[str, Json]:
    liable: dict[str, Json] = {
        "liable_serviceid": checked_id("agent_id", agent.id),
        "liable_service_name": required("agent_name", agent.name),
    }
    department = agent.department_path or agent.department_id
    return {**liable, "liable_departmentid": department} if department else liable


def recycle(customer_ids: Iterable[str], valid: bool) -> Call[None]:
    """Build "Recycle to Customer Pool"."""
    body: Json = {
        "confirmids": ",".join(checked_ids("customer_ids", customer_ids)),
        "confirm_type": 1 if valid else 2,
    }
    return Call(post(f"{_PUBLIC}/confirm", body), nothing)


def records(agent_id: str, start: int, end: int) -> Call[Page[AssignmentRecord]]:
    """Build "Customer Assignment Records"."""
    if end < start:
        raise InvalidInput("end", "range_reversed")
    body: Json = {"liable_serviceid": checked_id("agent_id", agent_id), "start_time": start, "end_time": end}
    return Call(
        post(f"{_USER}/cus_distribute_records", body, repeatable=True), lambda reply: read_page(reply, _record)
    )


def _record(raw: Mapping[str, Json]) -> AssignmentRecord:
    return AssignmentRecord(
        needed(id_of(raw, "userid")),
        str_of(raw, "nick"),
        seconds(raw.get("assign_time")) or 0,
        id_of(raw, "companyid"),
        rest_of(raw, _RECORD_KEYS),
    )


def statistics(agent_id: str, first: date, last: date, zone: str) -> Call[tuple[AssignmentCount, ...]]:
    """Build "Customer Assignment Statistics"."""
    if last < first:
        raise InvalidInput("last", "range_reversed")
    if last - first > _MONTH:
        raise InvalidInput("last", "longer_than_month")
    if zone and not _ZONE.fullmatch(zone):
        raise InvalidInput("zone", "time_zone")
    body: dict[str, Json] = {
        "liable_serviceid": checked_id("agent_id", agent_id),
        "start_date": first.isoformat(),
        "end_date": last.isoformat(),
    }
    if zone:
        body["timezone"] = zone
    return Call(
        post(f"{_USER}/cus_distribute_statistics", body, repeatable=True), lambda reply: read_list(reply, _count)
    )


def _count(raw: Mapping[str, Json]) -> AssignmentCount:
    try:
        day = date.fromisoformat(str_of(raw, "assign_date").strip())
    except ValueError:
        raise RecordUnreadable("date_unreadable") from None
    return AssignmentCount(id_of(raw, "liable_serviceid"), day, int_of(raw, "assign_num"), id_of(raw, "companyid"))
