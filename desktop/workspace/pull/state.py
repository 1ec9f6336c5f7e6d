"""Where a pull stands: kept in the cache as JSON, written in the same transaction as the rows it speaks of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from desktop.domain.json import Json
from desktop.workspace.pull.slices import Slice

VERSION = 1

Doing: TypeAlias = Literal["idle", "sweep", "created", "changes"]
"""sweep: everything by update time; created: everything by creation time; changes: what changed since."""


@dataclass(frozen=True, slots=True)
class PullState:
    """What a pull has left to do. All times by the server's clock, in seconds.

    `sweep` numbers the complete pulls, `todo` are the slices left, newest first, under the frozen `bound`; `done`
    and `total` count their rows. `since` is the time up to which the cache is complete (0: never), `stages_since`
    the same for the follow-up stages. `widen` are the seconds slices are asked wider for (`Source.widen`).

    `unstaged`: rows came since the stages were last read. Left over from a complete pull: `audit` (compare with
    the server's count), `missing` (look up customers it did not bring), `stages` (ids of the stages to read whole;
    `staged` is the sweep they were last read for).
    `regions` are the ids of the provinces to read, `emptied` the lists found suddenly empty, and when first.
    """

    doing: Doing = "idle"
    sweep: int = 0
    bound: int = 0
    todo: tuple[Slice, ...] = ()
    done: int = 0
    total: int = 0
    since: int = 0
    stages_since: int = 0
    widen: int = 0
    audit: bool = False
    missing: bool = False
    unstaged: bool = False
    staged: int = 0
    stages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    emptied: Mapping[str, int] = field(default_factory=dict)

    @property
    def stamp(self) -> int:
        """The sweep rows are written under: 0 once the complete pull is over, so that newer rows stand first."""
        return self.sweep if self.doing in {"sweep", "created"} or self.audit or self.missing else 0

    def replaced(self, old: Slice, parts: Iterable[Slice]) -> "PullState":
        """Return the state with a slice cut into parts, or done when there are none."""
        at = self.todo.index(old)
        return replace(self, todo=(*self.todo[:at], *parts, *self.todo[at + 1 :]))


_NUMBERS = ("sweep", "bound", "done", "total", "since", "stages_since", "widen", "staged")
_FLAGS = ("audit", "missing", "unstaged")
_IDS = ("stages", "regions")


def to_json(state: PullState) -> dict[str, Json]:
    """Return the state as it is kept in the cache; "as_of" is there for `CacheFile.counts`."""
    return {
        "version": VERSION,
        "as_of": state.since or None,
        "doing": state.doing,
        "todo": [[one.low, one.high, one.module, one.axis, one.tries] for one in state.todo],
        **{name: getattr(state, name) for name in (*_NUMBERS, *_FLAGS)},
        **{name: list(getattr(state, name)) for name in _IDS},
        "emptied": dict(state.emptied),
    }


def from_json(value: Mapping[str, Json]) -> PullState:
    """Return the state read from the cache; a fresh one when there is none or it is of another version."""
    if value.get("version") != VERSION:
        return PullState()
    kept: dict[str, Any] = {name: value[name] for name in ("doing", *_NUMBERS)}
    kept |= {name: bool(value.get(name)) for name in _FLAGS}
    ids: dict[str, Any] = {name: tuple(_list(value[name])) for name in _IDS}
    emptied: Any = value.get("emptied", {})
    return PullState(**kept, **ids, emptied=emptied, todo=tuple(_slice(one) for one in _list(value["todo"])))


def _list(value: Json) -> Sequence[Any]:
    return value if isinstance(value, Sequence) else ()


def _slice(value: Sequence[Any]) -> Slice:
    low, high, module, axis, tries = value
    return Slice(low, high, module=module, axis=axis, tries=tries)
