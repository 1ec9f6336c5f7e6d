"""Several changes as one: what a listener would know after hearing all of them."""

from desktop.domain.change import Change

MANY = 2_000
"""Ids beyond which reading anew is cheaper than following."""


def merged(first: Change, second: Change) -> Change:
    """Return what both say one after the other."""
    if first.everything or second.everything:
        return Change(everything=True)
    added = dict.fromkeys((*first.added, *second.added))
    updated = dict.fromkeys((*first.updated, *second.updated))
    removed = dict.fromkeys((*first.removed, *second.removed))
    for one in second.removed:
        added.pop(one, None)
        updated.pop(one, None)
    for one in second.added:
        removed.pop(one, None)
    if len(added) + len(updated) + len(removed) > MANY:
        return Change(everything=True)
    return Change(tuple(added), tuple(one for one in updated if one not in added), tuple(removed))
