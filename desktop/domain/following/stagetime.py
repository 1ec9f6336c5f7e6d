"""How long a customer is in its stage, as its history tells. Pure."""

from collections.abc import Iterable

from desktop.domain.following.behaviour import Behaviour


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
