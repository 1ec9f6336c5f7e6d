"""Answers the calls on the blacklist."""

from desktop.demo.blacklist import Entry
from desktop.demo.people import Record
from desktop.demo.world import Asked, Handler, World


def query(world: World, asked: Asked) -> Record:
    """Query the customer list on the blacklist; those released stay listed with type 0."""
    values = asked.values
    user = values.get("user_id", "").strip()
    low, high = values.get("start_time"), values.get("end_time")
    shown = [
        _shown(world, entry)
        for entry in world.blacklist.entries()
        if world.customers.has(entry.number)
        and (not user or world.customers.people.id(entry.number) == user)
        and ("black_type" not in values or entry.kind == values["black_type"])
        and (low is None or entry.start >= low)
        and (high is None or entry.start <= high)
    ]
    return world.paged(shown, asked, 15)


def _shown(world: World, entry: Entry) -> Record:
    record = world.customers.record(entry.number)
    return {
        "user_id": record["id"],
        "black_type": entry.kind,
        **({"black_reason": entry.reason} if entry.reason or not entry.black else {}),
        "nick": record["nick"],
        "black_time": entry.start,
        "black_end_time": entry.end,
        "is_black": int(entry.black),
        "user_status": record["user_status"],
    }


def add(world: World, asked: Asked) -> Record:
    """Add to customer blacklist."""
    values = asked.values
    number = world.known(values["user_id"])
    world.blacklist.add(number, values["black_type"], values["black_reason"], world.clock.seconds())
    return {}


def remove(world: World, asked: Asked) -> Record:
    """Remove from customer blacklist."""
    world.blacklist.remove(world.known(asked.values["user_id"]), world.clock.seconds())
    return {}


HANDLERS: dict[str, Handler] = {
    "user/query_black_list": query,
    "user/add_black_list": add,
    "user/remove_black_list": remove,
}
