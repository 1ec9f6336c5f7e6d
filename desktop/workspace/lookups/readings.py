"""Names as they are typed: in pinyin and by initials."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from desktop.cache.pinyin import searched

Readings: TypeAlias = Mapping[str, tuple[str, str]]
"""Pinyin and initials by name, for the names that have Chinese characters."""


def readings_of(_file: object, names: Sequence[str]) -> Readings:
    """Return the readings of names; runs in a lane, whose file it does not need."""
    found = {name: searched(name.casefold()) for name in dict.fromkeys(names)}
    return {name: reading for name, reading in found.items() if reading[0]}
