"""Who has the ids, phones and addresses of a file, as the cache knows; rows judged by it. In the file's lane."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.errors import InvalidInput
from desktop.domain.query import Query
from desktop.domain.sheets.headers import ID
from desktop.domain.sheets.judging import Judge, unmatched
from desktop.domain.sheets.matching import CONTACTS, Holders, Match, contact_keys, keys_of, matched
from desktop.domain.sheets.sheet import Row
from desktop.domain.sheets.verdicts import Claim, Verdict

Note: TypeAlias = Callable[[float], None]
"""Hears how far the work is, 0 to 1."""

_FEW = 30
"""Phones, addresses or ids that are searched for one by one: for more, everybody is looked at."""
_SEARCHED = 200
_BLOCK = 2_000
_JUDGED = 250
_DOCKING = "docking_id"
_SCAN = 0.3
"""The part of the work that looking at everybody is."""


def judged(file: CacheFile, judge: Judge, rows: Sequence[Row], note: Note) -> list[Verdict]:
    """Return the verdict on each row by itself: `judging.settled` compares them with each other."""
    keys = [keys_of(row.cells, judge.mapping) for row in rows]
    holders = _holders(file, {key for some in keys for key in some}, note)
    verdicts: list[Verdict] = []
    for start in range(0, len(rows), _JUDGED):
        block, their = rows[start : start + _JUDGED], keys[start : start + _JUDGED]
        verdicts.extend(_block(file, judge, block, their, holders))
        note(_SCAN + (1 - _SCAN) * len(verdicts) / len(rows))
    return verdicts


def _block(
    file: CacheFile, judge: Judge, rows: Sequence[Row], keys: Sequence[Sequence[Claim]], holders: Holders
) -> Iterator[Verdict]:
    found = [_matched(one, holders) for one in keys]
    wanted = {one.customer for one in found if isinstance(one, Match) and one.customer}
    known = {one.id: one for one in file.customers(sorted(wanted))}
    for row, match in zip(rows, found, strict=True):
        if isinstance(match, InvalidInput):
            yield unmatched(match)
        else:
            yield judge.judge(row.cells, match, known.get(match.customer), holders)


def _matched(keys: Sequence[Claim], holders: Holders) -> Match | InvalidInput:
    try:
        return matched(keys, holders)
    except InvalidInput as error:
        return error


def _holders(file: CacheFile, wanted: Collection[Claim], note: Note) -> Holders:
    named = [text for name, text in wanted if name == ID]
    found: dict[Claim, tuple[str, ...]] = {}
    for start in range(0, len(named), _BLOCK):
        found.update({(ID, one): (one,) for one in file.tags_of(named[start : start + _BLOCK])})
    rest = [key for key in wanted if key[0] != ID]
    pairs = _searched(file, rest) if len(rest) <= _FEW else _scanned(file, frozenset(rest), note)
    for key, customer in pairs:
        if customer not in found.get(key, ()):
            found[key] = (*found.get(key, ()), customer)
    return found


def _searched(file: CacheFile, wanted: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    for key in wanted:
        rows = file.first(Query(text=key[1]), _SEARCHED).keys[:_SEARCHED]
        some = file.customers(file.ids(list(rows)))
        yield from ((key, one.id) for one in some if key in set(contact_keys(key[0], one.text(key[0]))))


def _scanned(file: CacheFile, wanted: frozenset[Claim], note: Note) -> Iterator[tuple[Claim, str]]:
    names = tuple(name for name in (*CONTACTS, _DOCKING) if any(key[0] == name for key in wanted))
    keys = file.keys(Query())
    for start in range(0, len(keys), _BLOCK):
        for row in file.rows(keys[start : start + _BLOCK], names):
            for name, value in zip(names, row.values, strict=True):
                if isinstance(value, str):
                    yield from ((key, row.id) for key in contact_keys(name, value) if key in wanted)
        note(_SCAN * start / len(keys))


def customers_of(file: CacheFile, keys: Sequence[int]) -> Iterator[Customer]:
    """Yield the customers in these rows of the cache, in their order, read block by block."""
    for start in range(0, len(keys), _JUDGED):
        yield from file.customers(file.ids(keys[start : start + _JUDGED]))
