"""Answers the calls that make and change customers and enterprises, assign and recycle."""

from itertools import cycle

from desktop.demo import behaviours, codes
from desktop.demo.editing import answers_after, sent_fields
from desktop.demo.people import Record
from desktop.demo.tenant import AGENT, COMPANY, MYSELF, stable_id
from desktop.demo.world import Asked, Handler, World

_NOT_UPSERTED = ("crm_status", "liable_serviceid", "liable_service_name")
_FROM_STATUS = {"1": {2}, "2": {4}, "3": {4}, "4": {3}, "5": {3}}


def save(world: World, asked: Asked) -> Record:
    """Create Customer: who has the phone or e-mail already is updated instead."""
    fields = sent_fields(asked.values)
    number = world.finder.by_contact(fields.get("tel", ""), fields.get("email", ""))
    if number is None:
        return {"data": {"userid": _create(world, asked, fields)}, "action": "add"}
    for name in _NOT_UPSERTED:
        fields.pop(name, None)
    if "ex_field_str" in asked.values:
        held = world.customers.record(number).get("ex_field_str", "")
        fields["ex_field_str"] = answers_after(held, asked.values["ex_field_str"], merge=True)
    _edit(world, number, fields)
    return {"data": {"userid": world.customers.people.id(number)}, "action": "update"}


def _create(world: World, asked: Asked, fields: Record) -> str:
    now = world.clock.seconds()
    if "ex_field_str" in asked.values:
        fields["ex_field_str"] = answers_after("", asked.values["ex_field_str"], merge=False)
    number = world.customers.add(
        {
            "pid": COMPANY,
            "is_vip": "0",
            "extend_fields": {},
            "fixed_fields": {},
            "source": 8,
            "status": 8,
            "user_status": 0,
            "create_type": 1,
            "create_date": now - (now + 8 * 3600) % 86400,
            "create_serviceid": MYSELF.id,
            "create_service_name": MYSELF.name,
            **fields,
        },
        now,
    )
    world.behaviours.note(number, "user_create", behaviours.creation(asked.values), world.clock.now())
    if fields.get("liable_serviceid"):
        world.assignments.note(fields["liable_serviceid"], number, now)
    return world.customers.people.id(number)


def update(world: World, asked: Asked) -> Record:
    """Edit Customer Info: custom fields that are not sent are wiped unless `upset_ex_field_str` is 1."""
    number = world.known(asked.values["/id"])
    fields = sent_fields(asked.values)
    merge = asked.values.get("upset_ex_field_str", 0) == 1
    sent = asked.values.get("ex_field_str")
    if sent is not None or not merge:
        held = world.customers.record(number).get("ex_field_str", "")
        fields["ex_field_str"] = answers_after(held, sent, merge=merge)
    _edit(world, number, fields)
    return {}


def _edit(world: World, number: int, fields: Record) -> None:
    before = world.customers.record(number)
    now = world.clock.seconds()
    world.customers.change(number, fields, now)
    world.behaviours.note(number, "user_update", behaviours.edit(before, world.customers.record(number)), now)
    agent = fields.get("liable_serviceid")
    if agent and agent != before.get("liable_serviceid"):
        world.assignments.note(agent, number, now)


def save_enterprise(world: World, asked: Asked) -> Record:
    """Create Enterprise."""
    if not asked.values["enterprise_name"].strip():
        raise codes.Refused(codes.BAD_PARAMETER)
    world.enterprises.append(asked.values)
    return {"item": stable_id("new enterprise", len(world.enterprises))}


def assign(world: World, asked: Asked) -> Record:
    """Assign Customer: to the agents in turn; the customers are in follow-up then."""
    values = asked.values
    numbers = _all_known(world, values["confirmids"])
    agents = [entry["liable_serviceid"] for entry in values["liable_list"]]
    if not agents or not AGENT.keys() >= set(agents):
        raise codes.Refused(codes.BAD_PARAMETER)
    allowed = _FROM_STATUS[values["assign_biz_type"]]
    if any(world.customers.record(number)["crm_status"] not in allowed for number in numbers):
        raise codes.Refused(codes.NOT_ALLOWED)
    now = world.clock.seconds()
    for number, agent in zip(numbers, cycle(agents), strict=False):
        name = AGENT[agent].name
        fields = {"crm_status": 3, "liable_serviceid": agent, "liable_service_name": name}
        world.customers.change(number, fields, now)
        world.assignments.note(agent, number, now)
        world.behaviours.note(number, "user_assign", {"liableServiceId": agent, "liableServiceName": name}, now)
    return {}


def recycle(world: World, asked: Asked) -> Record:
    """Recycle to Customer Pool: without agent and stage."""
    numbers = _all_known(world, asked.values["confirmids"])
    now = world.clock.seconds()
    content = {"confirmType": asked.values["confirm_type"]}
    for number in numbers:
        fields = {"crm_status": 4, "liable_serviceid": None, "liable_service_name": None}
        world.customers.change(number, fields, now, stage="")
        world.behaviours.note(number, "user_recycle", content, now)
    return {}


def _all_known(world: World, joined: str) -> list[int]:
    ids = [part.strip() for part in joined.split(",") if part.strip()]
    if not ids:
        raise codes.Refused(codes.BAD_PARAMETER)
    return [world.known(id_) for id_ in dict.fromkeys(ids)]


HANDLERS: dict[str, Handler] = {
    "user/save": save,
    "user/update": update,
    "enterprise/save": save_enterprise,
    "public_user/assign": assign,
    "public_user/confirm": recycle,
}
