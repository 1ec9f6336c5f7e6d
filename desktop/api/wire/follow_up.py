"""Stages, behaviours, follow-up records (003 "Query All Customer Behaviors" ... "Set Customer Stage")."""

from collections.abc import Mapping

from desktop.api.request import Call, get
from desktop.api.wire.record import RecordUnreadable, read_list
from desktop.api.wire.values import id_of, int_of, str_of
from desktop.domain.dictionaries import Stage
from desktop.domain.json import Json

_STAGES = "/api/scrm/5/user_stage"


def stages() -> Call[tuple[Stage, ...]]:
    """Build "Query Follow-up Stage"."""
    return Call(get(f"{_STAGES}/query_list_by_type"), lambda reply: read_list(reply, _stage))


def _stage(raw: Mapping[str, Json]) -> Stage:
    identity = id_of(raw, "id")
    if not identity:
        raise RecordUnreadable("id_missing")
    return Stage(identity, str_of(raw, "name"), int_of(raw, "sortnum"))
