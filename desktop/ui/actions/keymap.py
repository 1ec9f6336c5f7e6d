"""Which keys which action has: the user's choice over the standard, and whom a key meets already."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtGui import QKeySequence

from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Section, Verb

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys the user chose, by the name of the action; actions that keep the standard are not in it."""

STANDARD: Keys = MappingProxyType({})

_EVERYWHERE = frozenset({Section.GO, Section.VIEW, Section.DATA, Section.APP})


def every_verb() -> list[Verb]:
    """Return every action there is, section by section."""
    order = list(Section)
    found = [value for value in vars(verbs).values() if isinstance(value, Verb)]
    return sorted(found, key=lambda verb: order.index(verb.section))


def verbs_of(*sections: Section) -> list[Verb]:
    """Return every action of these sections."""
    return [verb for verb in every_verb() if verb.section in sections]


def keys_of(verb: Verb, chosen: Keys) -> tuple[str, ...]:
    """Return the keys of an action."""
    return chosen.get(verb.name, verb.keys)


def normal(key: str) -> str:
    """Return a key as it is stored ("Ctrl+Shift+Z"), "" for none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def meets(verb: Verb, key: str, chosen: Keys) -> list[Verb]:
    """Return the actions that have this key already where `verb` would work."""
    wanted = normal(key)
    return [
        other
        for other in every_verb()
        if other.name != verb.name
        and wanted in map(normal, keys_of(other, chosen))
        and _together(verb, other)
        and not _apart_by_design(verb, other, wanted)
    ]


def given(verb: Verb, keys: tuple[str, ...], chosen: Keys) -> dict[str, tuple[str, ...]]:
    """Return the choice with other keys for an action."""
    changed = {name: own for name, own in chosen.items() if name != verb.name}
    if [normal(key) for key in keys] != [normal(key) for key in verb.keys]:
        changed[verb.name] = keys
    return changed


def taken_over(verb: Verb, key: str, chosen: Keys) -> dict[str, tuple[str, ...]]:
    """Return the choice with `key` as the only one of `verb`, taken from whoever has it."""
    changed = dict(chosen)
    for other in meets(verb, key, chosen):
        rest = tuple(own for own in keys_of(other, chosen) if normal(own) != normal(key))
        changed = given(other, rest, changed)
    return given(verb, (key,), changed)


def _together(one: Verb, other: Verb) -> bool:
    """Say whether both can be meant by the same press: on one page, or one of them everywhere."""
    return one.section is other.section or bool({one.section, other.section} & _EVERYWHERE)


def _apart_by_design(one: Verb, other: Verb, key: str) -> bool:
    """Say whether both have this key as a standard: each then works in a part of its own."""
    return all(key in map(normal, verb.keys) for verb in (one, other))
