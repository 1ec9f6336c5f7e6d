"""What a desk shows, as one picture to compare; and what a desk that begins anew shows, which is the truth."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.cache.columns import COLUMNS
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.fields import DETAIL_ONLY
from desktop.domain.following.assigning import standing_of
from desktop.domain.query import Query

_LANGUAGE = "zh"
_TABLES = ("tag_group", "tag", "stage", "agent", "custom_field")


@dataclass(frozen=True)
class Picture:
    """Customers by id as they are shown, small tables, the blacklist; and what is wrong within the file itself."""

    customers: Mapping[str, Customer]
    tables: Mapping[str, Mapping[str, Any]]
    bans: Mapping[str, Any]
    wrong: list[str]


def picture(file: CacheFile) -> Picture:
    """Return what a cache file shows."""
    ids = file.ids(file.keys(Query()))
    customers = {one.id: one for one in file.customers(ids)}
    tables = {
        kind: {one.id: asdict(one) for one in (file.dictionary(kind, _LANGUAGE) or ((), 0))[0]} for kind in _TABLES
    }
    bans = {one.customer_id: asdict(one) for one in file.bans.all()[0] if one.active}
    return Picture(customers, tables, bans, list(_miscounted(file, customers)))


def _miscounted(file: CacheFile, customers: Mapping[str, Customer]) -> Iterator[str]:
    """Yield what the file says of itself that a recount does not bear out."""
    people = customers.values()
    if file.counts().total != len(customers):
        yield f"counts {file.counts().total} customers, holds {len(customers)}"
    standings = Counter(standing_of(one) for one in people)
    if (told := file.standings.counts()) != standings:
        yield f"standings {_between(told, standings)}"
    tags = Counter(tag for one in people for tag in one.ids("tags"))
    if (told_tags := file.tag_counts()) != tags:
        yield f"tag counts {_between(told_tags, tags)}"
    names = [name for name in COLUMNS if name != "id"]
    for row in file.rows(file.keys(Query()), names):
        held = customers[row.id].fields
        differs = {
            name: (value, held.get(name))
            for name, value in zip(names, row.values, strict=True)
            if (value or None) != (held.get(name) or None)
        }
        if differs:
            yield f"the row of {row.id} shows {differs}"


def differences(name: str, shown: Picture, listed: Picture, whole: Picture) -> Iterator[str]:
    """Yield how a desk differs from the truth, which is `listed`, and `whole` with details read too."""
    yield from (f"{name}: {one}" for one in shown.wrong)
    for gone in listed.customers.keys() - shown.customers.keys():
        yield f"{name} lacks customer {gone}"
    for kept in shown.customers.keys() - listed.customers.keys():
        yield f"{name} keeps customer {kept}, whom the server has no more"
    for key in shown.customers.keys() & listed.customers.keys():
        yield from _of_customer(f"{name}, customer {key}", *(one.customers[key] for one in (shown, listed, whole)))
    for kind in _TABLES:
        if shown.tables[kind] != listed.tables[kind]:
            yield f"{name}: {kind} {_between(shown.tables[kind], listed.tables[kind])}"
    if shown.bans != listed.bans:
        yield f"{name}: blacklist {_between(shown.bans, listed.bans)}"


def _of_customer(name: str, shown: Customer, listed: Customer, whole: Customer) -> Iterator[str]:
    for field in sorted(shown.fields.keys() | listed.fields.keys()):
        held = shown.fields.get(field)
        wanted = (whole if field in DETAIL_ONLY else listed).fields.get(field)
        if held != wanted and not (field in DETAIL_ONLY and held is None):
            yield f"{name}: {field} is {held!r}, the server has {wanted!r}"


def _between(shown: Mapping[Any, Any], wanted: Mapping[Any, Any]) -> str:
    return "; ".join(
        f"{key}: {shown.get(key)!r} instead of {wanted.get(key)!r}"
        for key in {**shown, **wanted}
        if shown.get(key) != wanted.get(key)
    )
