"""Answers the calls on behaviours, follow-up records, stages and assignments."""

import re
from calendar import monthrange
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone

from desktop.demo import codes
from desktop.demo.behaviours import stage_change
from desktop.demo.people import Record
from desktop.demo.tenant import COMPANY, STAGE
from desktop.demo.world import Asked, Handler, World

_ZONE = re.compile(r"([+-])(\d{2}):(\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CHINA = timezone(timedelta(hours=8))
_PAGE = 15


def behaviours(world: World, asked: Asked) -> Record:
    """Query All Customer Behaviors."""
    number = world.known(asked.values["userid"])
    as_text = world.options.quirks.biz_content == "string"
    entries = world.behaviours.shown(number, asked.values.get("biz_type", ""), asked.language, as_text=as_text)
    return world.paged(entries, asked, 100)


def save_record(world: World, asked: Asked) -> Record:
    """Add Follow-up Record; every call adds one."""
    number = world.known(asked.values["userid"])
    content = asked.values["content"]
    if not content.strip():
        raise codes.Refused(codes.BAD_PARAMETER)
    world.behaviours.note(number, "user_record", {"remark": content}, world.clock.now())
    return {}


def save_stage(world: World, asked: Asked) -> Record:
    """Set Customer Stage."""
    values = asked.values
    number = world.known(values["userid"])
    stage = STAGE.get(values["stageid"].strip())
    if stage is None:
        raise codes.Refused(codes.BAD_PARAMETER)
    before = STAGE.get(world.customers.stage(number))
    now = world.clock.seconds()
    world.customers.change(number, {}, now, stage=stage.id)
    content = stage_change(stage, values["stage_name"], before, values["stage_type"], values.get("remark", ""))
    world.behaviours.note(number, "user_stage_update", content, now)
    return {}


def assignment_records(world: World, asked: Asked) -> Record:
    """Customer Assignment Records: the first page, for the call has no page parameters."""
    values = asked.values
    found = world.assignments.of(values["liable_serviceid"], values["start_time"], values["end_time"])
    items = [
        {
            "companyid": COMPANY,
            "userid": world.customers.people.id(each.number),
            "nick": world.customers.record(each.number)["nick"],
            "assign_time": each.at,
        }
        for each in found[:_PAGE]
    ]
    return {"items": items, **world.counters(len(found), 1, _PAGE)}


def assignment_statistics(world: World, asked: Asked) -> Record:
    """Customer Assignment Statistics: a day each, over a month at most."""
    values = asked.values
    first, last = _day(values["start_date"]), _day(values["end_date"])
    if last < first or last > _month_after(first):
        raise codes.Refused(codes.BAD_PARAMETER)
    zone = _zone(values.get("timezone", ""))
    start = int(datetime.combine(first, time(), zone).timestamp())
    end = int(datetime.combine(last + timedelta(days=1), time(), zone).timestamp()) - 1
    agent = values["liable_serviceid"]
    days = Counter(
        datetime.fromtimestamp(each.at, zone).date().isoformat()
        for each in world.assignments.of(agent, start, end)
    )
    return {
        "items": [
            {"liable_serviceid": agent, "companyid": COMPANY, "assign_num": count, "assign_date": day}
            for day, count in sorted(days.items())
        ]
    }


def _day(text: str) -> date:
    try:
        # fromisoformat alone takes "20220601" and "2022-W22-3" too.
        return date.fromisoformat((_DATE.fullmatch(text) and text) or "")
    except ValueError:
        raise codes.Refused(codes.BAD_PARAMETER) from None


def _month_after(day: date) -> date:
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _zone(text: str) -> timezone:
    if not text:
        return _CHINA
    match = _ZONE.fullmatch(text)
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        raise codes.Refused(codes.BAD_PARAMETER)
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-offset if match[1] == "-" else offset)


HANDLERS: dict[str, Handler] = {
    "user_dynamic/list_by_page": behaviours,
    "user_stage/record_save": save_record,
    "user_stage/stage_save": save_stage,
    "user/cus_distribute_records": assignment_records,
    "user/cus_distribute_statistics": assignment_statistics,
}
