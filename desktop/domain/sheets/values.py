"""Cells as values of customers, as edits hold them. Everything raises InvalidInput."""

import re
from collections.abc import Callable, Mapping, Sequence

from desktop.domain.customers.custom_rules import CHOSEN, LINES, check_custom, join_options, tidy_custom
from desktop.domain.customers.rules import (
    check_each,
    check_field,
    join_several,
    split_several,
    tidy_email,
    tidy_phone,
    without_unseen,
)
from desktop.domain.customers.values import LEAD, LONGEST
from desktop.domain.dictionaries import CustomField
from desktop.domain.errors import InvalidInput
from desktop.domain.json import Json
from desktop.domain.sheets import sheet
from desktop.domain.sheets.codes import CODE_WORDS, code_of
from desktop.domain.sheets.headers import AGENT, ID
from desktop.domain.sheets.names import Keys, by_name, split
from desktop.domain.sheets.tables import Tables

_SEVERAL: Mapping[str, Callable[[str], str]] = {"phone": tidy_phone, "email": tidy_email}
_POWER = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+")
_DIGITS = frozenset({ID, "phone", "qq", "wechat", "docking_id"})


class Values:
    """Reads cells by the names of `tables`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def read(self, target: str, text: str) -> dict[str, Json]:
        """Return the values that a cell which is not blank gives, by flat names."""
        check_cell(target, text)
        if target.startswith(LEAD):
            return {target: self._custom(target, text)}
        if target == AGENT:
            key = only(self._tables.agents, target, text, "agent")
            return {AGENT: key, "agent_name": self._tables.seen.agents[key].name}
        if target == "vip_level":
            return {target: only(self._tables.level_names, target, text, "level")}
        if target in CODE_WORDS:
            return {target: _code(target, text)}
        return {target: _text(target, text)}

    def _custom(self, target: str, text: str) -> str:
        field = self._tables.seen.custom_fields.get(target.removeprefix(LEAD))
        if field is None:
            raise InvalidInput(target, "gone")
        if field.type in CHOSEN:
            return _chosen(field, target, text)
        value = tidy_custom(field.type, without_unseen(text, lines=field.type == LINES).strip())
        finding = check_custom(field.type, value)
        if finding is not None and finding.refused:
            raise InvalidInput(target, finding.word)
        return value


def only(names: Keys, target: str, text: str, what: str) -> str:
    """Return the id of the one thing called so."""
    found = names.get(text.strip().casefold(), ())
    if not found:
        raise InvalidInput(target, f"{what}_unknown", name=text.strip())
    if len(found) > 1:
        raise InvalidInput(target, f"{what}_ambiguous", name=text.strip())
    return found[0]


def check_cell(target: str, text: str) -> None:
    """Refuse what no field holds, and a number that a spreadsheet has changed."""
    if len(text) > sheet.LONGEST:
        raise InvalidInput(target, "too_long", limit=sheet.LONGEST)
    if (target in _DIGITS or target.startswith(LEAD)) and _POWER.fullmatch(text.strip()):
        raise InvalidInput(target, "number_mangled")


def _code(target: str, text: str) -> int:
    code = code_of(target, text)
    if code is None:
        raise InvalidInput(target, "word_unknown", name=text.strip())
    return code


def _text(target: str, text: str) -> str:
    tidy = _SEVERAL.get(target)
    if tidy is not None:
        value = join_several([tidy(part) for part in split_several(tidy(text))], text)
        finding = check_each(target, value)
    else:
        value = without_unseen(text, lines=target == "note").strip()
        finding = check_field(target, value)
    if finding is not None and finding.refused:
        details = {name: one for name, one in finding.error.details.items() if name != "field"}
        raise InvalidInput(target, finding.word, **details)
    if len(value) > LONGEST.get(target, sheet.LONGEST):
        raise InvalidInput(target, "too_long", limit=LONGEST.get(target, sheet.LONGEST))
    return value


def _chosen(field: CustomField, target: str, text: str) -> str:
    known = by_name((option.value, option.name) for option in field.options)
    whole = known.get(text.strip().casefold(), ())
    parts: Sequence[str] = (text,) if whole else split(text)
    return join_options([only(known, target, part, "option") for part in parts], field.options)
