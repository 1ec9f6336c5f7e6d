"""Lists that were not empty and suddenly are: a fault is likelier than a clean-up, so what was known stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.errors import SuddenlyEmpty

CUSTOMERS = "customers"
MEMBERS = "members"
"""What all customers, and those of a stage, are called where lists are named."""

PATIENCE = 86_400
"""Seconds by the server's clock a list must have been found empty before that is believed."""

_FEW = 1
"""So many entries may go at once: somebody removed the last one."""


@dataclass
class Emptied:
    """Judges the lists of one pull at the server's time `now`, in seconds.

    `since` tells which lists earlier pulls found empty, and when first: "tag_group", or "tag 17" for those of one
    group.
    """

    now: int
    since: Mapping[str, int] = field(default_factory=dict)
    _read: dict[str, int | None] = field(default_factory=dict)

    def is_believed(self, name: str, known: int, came: int) -> bool:
        """Say whether a list that brought `came` entries takes the place of one of `known`.

        Where another list was suddenly empty already, not even the last entry goes.
        """
        if came or known == 0 or (known <= _FEW and not any(self._read.values())):
            self._read[name] = None
            return True
        first = self._read[name] = min(self.since.get(name, self.now), self.now)
        return self.now - first >= PATIENCE

    def found(self) -> dict[str, int]:
        """Return which lists were found empty, now or before and not read since."""
        known = {**self.since, **self._read}
        return {name: first for name, first in known.items() if first is not None}

    def told(self) -> SuddenlyEmpty | None:
        """Return what a person should know, None when no list is kept so."""
        kept = {_kind(name) for name, first in self.found().items() if self._is_told(name, first)}
        return SuddenlyEmpty(lists=",".join(sorted(kept))) if kept else None

    def _is_told(self, name: str, first: int) -> bool:
        # They are counted with complete pulls only: what one found is no news to the next.
        return self.now - first < PATIENCE and (name in self._read or _kind(name) not in {CUSTOMERS, MEMBERS})


def _kind(name: str) -> str:
    return name.partition(" ")[0]
