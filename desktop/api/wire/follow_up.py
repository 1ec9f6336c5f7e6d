"""Stages and follow-up records (003 "Add Follow-up Record", "Query Follow-up Stage", "Set Customer Stage")."""

from collections.abc import Mapping

from desktop.api.checks import required
from desktop.api.request import Call, get, nothing, post
from desktop.api.wire.record import needed, read_list
from desktop.api.wire.values import id_of, int_of, str_of
from desktop.domain.dictionaries import Stage
from desktop.domain.following.behaviour import FollowUpRecord, StageKind
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_STAGES = "/api/scrm/5/user_stage"


def stages() -> Call[tuple[Stage, ...]]:
    """Build "Query Follow-up Stage"."""
    return Call(get(f"{_STAGES}/query_list_by_type"), lambda reply: read_list(reply, _stage))


def _stage(raw: Mapping[str, Json]) -> Stage:
    return Stage(needed(id_of(raw, "id")), str_of(raw, "name"), int_of(raw, "sortnum"))


def record_save(record: FollowUpRecord) -> Call[None]:
    """Build "Add Follow-up Record"."""
    body: Json = {
        "userid": checked_id("customer_id", record.customer_id),
        "content": required("content", record.content),
    }
    return Call(post(f"{_STAGES}/record_save", body), nothing)


def stage_save(customer_id: str, stage: Stage, kind: StageKind, note: str = "") -> Call[None]:
    """Build "Set Customer Stage". The note stands in the document's example alone: sent when there is one."""
    body: dict[str, Json] = {
        "userid": checked_id("customer_id", customer_id),
        "stageid": checked_id("stage_id", stage.id),
        "stage_name": required("stage_name", stage.name),
        "stage_type": kind.value,
    }
    if note:
        body["remark"] = note
    return Call(post(f"{_STAGES}/stage_save", body), nothing)
