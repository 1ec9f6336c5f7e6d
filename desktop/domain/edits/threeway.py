"""Two people changed one thing: what each changed, and where they differ. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.edits.outbox import Clash
from desktop.domain.json import Json


@dataclass(frozen=True, slots=True)
class Merge:
    """What is left to send, by field, and what a person has to decide first."""

    changes: Mapping[str, Json]
    clashes: tuple[Clash, ...]


def merge(base: Mapping[str, Json], yours: Mapping[str, Json], server: Mapping[str, Json]) -> Merge:
    """Return what of `yours` is still to be sent to a server that holds `server` now.

    Only the fields of `yours` count: what somebody else changed beside them stays. A field the server has as
    wanted is done; one it has as `base` says (or whose base is not known) is sent; any other is a clash.
    """
    changes: dict[str, Json] = {}
    clashes: list[Clash] = []
    for field, wanted in yours.items():
        held = server.get(field)
        if _same(field, held, wanted):
            continue
        if field in base and not _same(field, base[field], held):
            clashes.append(Clash(field, base[field], wanted, held))
        else:
            changes[field] = wanted
    return Merge(changes, tuple(clashes))


def _same(field: str, one: Json, other: Json) -> bool:
    if field == "color" and isinstance(one, str) and isinstance(other, str):
        # A server may spell the digits of a colour its own way.
        return one.casefold() == other.casefold()
    return one == other
