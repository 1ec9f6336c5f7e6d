"""What the columns of a sheet hold, guessed from their titles and, where these say nothing, from their values."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop.domain.customers.rules import tidy_phone
from desktop.domain.dictionaries import CustomField
from desktop.domain.sheets.headers import IGNORED, meant_by
from desktop.domain.sheets.sheet import Sheet

_LOOKED_AT = 200
_MOSTLY = 0.8
_PHONE = re.compile(r"(?:\+|00)?\d[\d ()-]{6,18}\d")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")


def guessed(sheet: Sheet, fields: Mapping[str, CustomField]) -> tuple[str, ...]:
    """Return the target of each column; no two columns get the same one."""
    found: list[str | None] = []
    for title in sheet.titles:
        target = meant_by(title, fields)
        found.append(IGNORED if target in found else target)
    for place, target in enumerate(found):
        if target is None:
            found[place] = _by_values([row.cells[place] for row in sheet.rows[:_LOOKED_AT]], found)
    return tuple(target or IGNORED for target in found)


def _by_values(values: Sequence[str], taken: Sequence[str | None]) -> str:
    filled = [text for value in values if (text := value.strip())]
    return next((name for name in _like(filled) if name not in taken), IGNORED) if filled else IGNORED


def _like(values: Sequence[str]) -> Iterator[str]:
    for name, shape in (("email", _EMAIL), ("phone", _PHONE)):
        if sum(1 for one in values if shape.fullmatch(tidy_phone(one))) >= _MOSTLY * len(values):
            yield name
