"""Whether columns are chosen so that rows can be understood."""

from collections.abc import Sequence

from desktop.domain.errors import InvalidInput
from desktop.domain.sheets.headers import IGNORED
from desktop.domain.sheets.matching import KEYS

_TELLING = frozenset({*KEYS, "nickname", "real_name"})


def check_mapping(mapping: Sequence[str]) -> None:
    """Raise InvalidInput: column_twice, nobody_named when no column says who a customer is."""
    used = [target for target in mapping if target != IGNORED]
    twice = next((target for target in used if used.count(target) > 1), None)
    if twice is not None:
        raise InvalidInput(twice, "column_twice", name=twice)
    if _TELLING.isdisjoint(used):
        raise InvalidInput("map", "nobody_named")
