"""Which bans stand where, and what that changes in a list that is shown. Pure: thousands take a while."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.bans.meaning import Ban
from desktop.ui.blacklist.filtering import BanFilter, Moment, matcher, ordered, sort_value

Runs = Sequence[tuple[int, int]]
"""Where each run of rows begins, and how long it is."""

_RUNS = 40
"""So many pieces are moved one by one; more are read anew."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed and in which order; `name` is what a ban's customer is called."""

    filter: BanFilter
    moment: Moment
    column: str
    descending: bool
    name: Callable[[Ban], str]

    def like(self, other: "Wanted") -> bool:
        """Say whether the same is wanted, be it at another time."""
        return (self.filter, self.column, self.descending) == (other.filter, other.column, other.descending)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is to be shown in place of what was: `ids` in their order, `bans` by them.

    `gone` are the runs to take out of the former list, `come` those of the new one to put in then, None: too many.
    `changed` are the ids of bans that were listed before and look different, `stirred` the runs that hold them.
    """

    ids: Sequence[str]
    bans: Mapping[str, Ban]
    changed: Collection[str]
    gone: Runs | None
    come: Runs | None
    stirred: Runs


def found(
    ids: Sequence[str], held: Mapping[str, Ban], bans: Sequence[Ban], wanted: Wanted
) -> tuple[Arrangement, int]:
    """Choose and order bans; return what leads there from those listed before, which are `held` by their `ids`.

    With it comes how many would be listed without search and filters.
    """
    matches = matcher(wanted.filter, wanted.moment, wanted.name)
    value = sort_value(wanted.column, wanted.name)
    listed = ordered(filter(matches, bans), value, descending=wanted.descending)
    everybody = len(listed)
    if wanted.filter.narrows:
        everybody = sum(map(matcher(BanFilter(), wanted.moment, wanted.name), bans))
    return arranged(ids, held, listed), everybody


def arranged(former: Sequence[str], held: Mapping[str, Ban], bans: Sequence[Ban]) -> Arrangement:
    """Return what leads from a list to these bans."""
    fresh = {ban.entry.customer_id: ban for ban in bans}
    ids = list(fresh)
    changed = frozenset(
        one for one, ban in fresh.items() if (old := held.get(one)) is not None and old is not ban and old != ban
    )
    moves = _moves(former, ids, changed)
    gone, come = (None, None) if moves is None else moves
    return Arrangement(ids, fresh, changed, gone, come, _few(_runs(ids, changed)))


def _moves(former: Sequence[str], wanted: Sequence[str], changed: Collection[str]) -> tuple[Runs, Runs] | None:
    """Return what goes or moves and what comes, None when that would be too many pieces."""
    stays = set(wanted).intersection(former)
    if _only(wanted, stays) != _only(former, stays):
        stays.difference_update(changed)
        if _only(wanted, stays) != _only(former, stays):
            return None
    gone = _runs(former, set(former) - stays)
    come = _runs(wanted, set(wanted) - stays)
    return (gone, come) if len(gone) + len(come) <= _RUNS else None


def _only(ids: Sequence[str], these: Collection[str]) -> list[str]:
    return [one for one in ids if one in these]


def _runs(ids: Sequence[str], these: Collection[str]) -> Runs:
    """Return the runs of ids that are in `these`."""
    runs: list[tuple[int, int]] = []
    for place in (place for place, one in enumerate(ids) if one in these) if these else ():
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs


def _few(runs: Runs) -> Runs:
    """Return one run over all of them where they are many."""
    return runs if len(runs) <= _RUNS else [(runs[0][0], sum(runs[-1]) - runs[0][0])]
