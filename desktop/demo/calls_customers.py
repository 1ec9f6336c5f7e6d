"""Answers the calls on customers: the list, the detail."""

from desktop.demo import codes
from desktop.demo.listing import wanted
from desktop.demo.people import Record
from desktop.demo.world import Asked, Handler, World


def list_by_page(world: World, asked: Asked) -> bytes:
    """Query Customer List; the body is put together from rows that are JSON already."""
    number, size = world.page_of(asked, 15, world.options.page_cap)
    numbers, total = world.finder.page(wanted(asked.values), (number - 1) * size, size)
    rows = b",".join([world.customers.row(each, asked.language) for each in numbers])
    counters = world.counters(total, number, size)
    if not world.options.quirks.page_no:
        del counters["page_no"]
    return b'{"items":[' + rows + b"]," + world.ending(counters, asked.language)


def detail(world: World, asked: Asked) -> Record:
    """Query Customer Details."""
    number = world.customers.find(asked.values["id"])
    if number is not None:
        return {"item": world.rows.detail(world.customers.record(number), asked.language)}
    gone = world.options.quirks.gone
    if gone == "refused":
        raise codes.Refused(codes.NO_CUSTOMER)
    removed = gone == "status" and world.customers.was_removed(asked.values["id"])
    return {"item": {"id": asked.values["id"], "nick": "", "status": "9"} if removed else None}


HANDLERS: dict[str, Handler] = {
    "user/list_by_page": list_by_page,
    "user/detail": detail,
}
