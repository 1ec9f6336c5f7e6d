"""The region that the cells of province, city and district name together."""

from collections.abc import Mapping, Sequence

from desktop.domain.customers.customer import Customer
from desktop.domain.customers.placefinder import Path, PlaceFinder
from desktop.domain.errors import InvalidInput
from desktop.domain.json import Json
from desktop.domain.sheets.headers import PLACES
from desktop.domain.sheets.texts import alike

_IDS = ("province_id", "city_id", "district_id")


def placed(finder: PlaceFinder, named: Mapping[str, str], customer: Customer | None) -> dict[str, Json]:
    """Return the values that these cells give a customer, {} when it is there already.

    `named` are cells that are not blank, by PLACES. What lies deeper than they say is cleared. Raises
    InvalidInput: place_unknown.
    """
    if customer is not None and all(alike(text, customer.text(name)) for name, text in named.items()):
        return {}
    above = [] if customer is None else [customer.text(name) for name in _coarser(named)]
    path = _path(finder, [text.strip() for text in named.values()], above)
    if not path:
        raise InvalidInput(next(iter(named)), "place_unknown", name=" ".join(named.values()))
    values: dict[str, Json] = {}
    for level, (key, name) in enumerate(zip(_IDS, PLACES, strict=True)):
        region = path[level] if level < len(path) else None
        values[key] = "" if region is None else region.id
        values[name] = "" if region is None else region.name
    return _differing(values, customer)


def _path(finder: PlaceFinder, given: Sequence[str], above: Sequence[str]) -> Path:
    parts = list(dict.fromkeys(given))
    for further in ([], [text for text in above if text]):
        path, hit = finder.meeting((*parts, *further))
        if path and all(part in hit for part in parts):
            return path
    return ()


def _coarser(named: Mapping[str, str]) -> Sequence[str]:
    return PLACES[: PLACES.index(next(name for name in PLACES if name in named))]


def _differing(values: dict[str, Json], customer: Customer | None) -> dict[str, Json]:
    if customer is None:
        return {name: value for name, value in values.items() if value}
    same = all((customer.text(name) or "") == value for name, value in values.items() if name in _IDS)
    return {} if same else values
