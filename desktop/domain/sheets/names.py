"""Names of tags, stages, agents, levels in cells: written so that they are found again, and found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""Ids by what they are called, case aside."""

_PARTS = re.compile(r'\s*("(?:[^"]|"")*"|[^,，;；、\n]*)\s*(?:[,，;；、\n]|$)')
_SEPARATORS = re.compile(r'[,，;；、\n"]|^\s|\s$')


def joined(names: Iterable[str]) -> str:
    """Return names as one cell; one that holds what separates them stands in quotes."""
    return ", ".join(_quoted(name) if _SEPARATORS.search(name) else name for name in names)


def split(text: str) -> tuple[str, ...]:
    """Return the names in a cell, each once."""
    return tuple(dict.fromkeys(_parts(text)))


def by_name(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return ids by name, from pairs of id and name; an id is a name of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for key, name in named:
        for called in {key.casefold(), name.strip().casefold()}:
            known = found.get(called, ())
            found[called] = known if key in known else (*known, key)
    return found


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _parts(text: str) -> Iterator[str]:
    for match in _PARTS.finditer(text):
        part = match[1]
        if len(part) > 1 and part.startswith('"'):
            yield part[1:-1].replace('""', '"')
        elif part.strip():
            yield part.strip()
