"""What happened to customers: every change leaves an entry, and older ones are made up from the dice."""

import json
from typing import Any

from desktop.demo.customers import Customers
from desktop.demo.people import Record
from desktop.demo.phrases import RECORDS
from desktop.demo.tenant import AGENTS, MYSELF, STAGE, STAGES, Agent, Stage, named, stable_id

GROUPS = {
    "groupService": frozenset({"user_record"}),
    "groupUser": frozenset(
        {
            "user_create",
            "user_update",
            "user_stage_update",
            "user_assign",
            "user_recycle",
            "user_black",
            "user_unblack",
        }
    ),
    "groupOther": frozenset({"user_label_update"}),
}
"""The behaviours each `biz_type` filter stands for."""

_STAGE_KINDS = {
    1: ("Follow-up process", "跟进过程"),
    2: ("Follow-up result", "跟进结果"),
    21: ("order", "成交"),
    22: ("Failed order", "失败"),
    23: ("invalid", "无效"),
}


class Behaviours:
    """The behaviours of every customer. Texts in two languages are kept as pairs until they are shown."""

    def __init__(self, customers: Customers) -> None:
        self._customers = customers
        self._noted: dict[int, list[Record]] = {}

    def note(self, number: int, kind: str, content: Record, at: float) -> None:
        """Add an entry; creation is noted in milliseconds, all else in seconds, as the document's examples are."""
        entries = self._noted.setdefault(number, [])
        entries.append(self._entry(number, len(entries), kind, content, at, MYSELF))

    def shown(self, number: int, group: str, language: str, *, as_text: bool) -> list[Record]:
        """Return a customer's entries, the newest first, of a group or ("") of all."""
        entries = [*reversed(self._noted.get(number, [])), *self._earlier(number)]
        return [
            {**entry, "biz_content": _content(entry["biz_content"], language, as_text=as_text)}
            for entry in entries
            if not group or entry["biz_type"] in GROUPS[group]
        ]

    def _entry(self, number: int, place: int | str, kind: str, content: Record, at: float, by: Agent) -> Record:
        id_ = self._customers.people.id(number)
        created = kind == "user_create"
        return {
            "id": stable_id(f"behaviour {id_}", place),
            "userid": id_,
            "biz_type": kind,
            "biz_time": int(at * 1000) if created else int(at),
            "biz_content": {**content, "bizOperatorType": 1, "bizOperatorId": by.id, "bizOperatorName": by.name},
            "create_time": 0 if created else int(at),
        }

    def _earlier(self, number: int) -> list[Record]:
        if self._customers.is_new(number):
            return []
        record = self._customers.people.record(number)
        d = self._customers.people.dice(number)
        created, updated = record["create_time"], record["update_time"]
        agent = AGENTS[d[57] % len(AGENTS)]
        fields: Record = {name: record[name] for name in ("nick", "sex", "source") if name in record}
        entries = [self._entry(number, "created", "user_create", creation(fields), created + 0.807, agent)]
        step = max(1, (updated - created) // 8)
        for place in range(d[40] % 4):
            text = {"remark": RECORDS[d[41 + place] % len(RECORDS)]}
            entries.append(
                self._entry(number, f"r{place}", "user_record", text, created + step * (place + 1), agent)
            )
        stage = self._customers.people.stage(number)
        if stage:
            content = stage_change(STAGE[stage], "", STAGES[0] if stage != STAGES[0].id else None)
            entries.append(self._entry(number, "stage", "user_stage_update", content, created + step * 5, agent))
        return entries[::-1]


def _content(content: Record, language: str, *, as_text: bool) -> object:
    shown = {
        name: named(value, language) if isinstance(value, tuple) else value for name, value in content.items()
    }
    return json.dumps(shown, ensure_ascii=False) if as_text else shown


def creation(fields: Record) -> Record:
    """Return the content of a creation."""
    return {
        "userStage": None,
        "liableServiceName": None,
        "helperServiceName": None,
        "bizIdType": None,
        "bizId": None,
        "bizOperatorTypeName": ("Create manually", "手动创建"),
        "datas": [_datum(name, value, None) for name, value in fields.items()],
    }


def edit(before: Record, after: Record) -> Record:
    """Return the content of a change: the fields that differ, before and after."""
    names = [name for name in (*before, *(set(after) - set(before))) if before.get(name) != after.get(name)]
    return {
        "bizOperatorTypeName": ("Edit manually", "手动编辑"),
        "datas": [_datum(name, after.get(name), before.get(name)) for name in names if name != "update_time"],
    }


def stage_change(stage: Stage, name: str, before: Stage | None, kind: int = 0, note: str = "") -> Record:
    """Return the content of a change of stage; `name` as sent."""
    kind = kind or stage.kind
    return {
        "stageType": str(kind),
        "stageTypeName": _STAGE_KINDS[kind],
        "stageId": stage.id,
        "stageName": name or stage.name,
        "oldStageName": before.name if before else None,
        "remark": note,
    }


def _datum(name: str, value: Any, before: Any) -> Record:  # noqa: ANN401 - any JSON
    return {"type": 1, "field": name, "name": name, "value": _text(value), "oldValue": _text(before)}


def _text(value: object) -> str | None:
    return None if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
