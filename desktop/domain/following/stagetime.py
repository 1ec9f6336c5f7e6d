"""How long a customer is in its stage and how its case ended, as its history tells. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.following.behaviour import Behaviour, StageKind

ENDS: Mapping[int, StageKind] = {kind.value: kind for kind in StageKind if kind is not StageKind.PROCESS}
"""The kinds of a change of stage that tell how a case ended."""


@dataclass(frozen=True, slots=True)
class StageSet:
    """A change of a customer's stage: into `stage`, as which kind (`StageKind`, 0: not told), when in seconds."""

    stage: str
    kind: int
    at: int


def stage_since(history: Iterable[Behaviour], stage_id: str) -> int | None:
    """Return when a customer came into the stage it is in now, seconds since the epoch.

    None when the history does not tell: it says nothing of stages, or of another one as the last.
    """
    changes = sorted((one for one in history if one.stage_id and one.at), key=lambda one: one.at, reverse=True)
    since: int | None = None
    for change in changes:
        if change.stage_id != stage_id:
            break
        # How a case ended is told without leaving the stage.
        since = change.at
    return since


def last_set(history: Iterable[Behaviour]) -> StageSet | None:
    """Return the last change of stage a history tells of, None when it tells of none."""
    changes = [one for one in history if one.stage_id and one.at]
    if not changes:
        return None
    last = max(changes, key=lambda one: one.at)
    kind = str(last.content.get("stageType") or "")
    return StageSet(last.stage_id, int(kind) if kind.isascii() and kind.isdecimal() else 0, last.at)


def end_in(last: StageSet | None, stage_id: str) -> StageKind | None:
    """Return how the case of a customer ended who is in a stage now; None: it goes on, or nobody told."""
    return ENDS.get(last.kind) if last is not None and last.stage == stage_id else None
