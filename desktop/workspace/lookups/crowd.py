"""Many customers at once, by what was selected of a result: who they are and which tags they have.

These functions run in a reader's lane: at a million customers they take longer than a frame.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile
from desktop.domain.query import Query


@dataclass(frozen=True, slots=True)
class Crowd:
    """Customers by id, and how many of them have each business tag that any has."""

    ids: Sequence[str]
    tags: dict[str, int]


def crowd_of(file: CacheFile, query: Query, ids: Collection[str], everything: bool) -> Crowd:
    """Return these customers, or with `everything` all that the query finds but them."""
    if not everything:
        named = [(key, one) for one in sorted(ids) if (key := file.key_of(one)) is not None]
        return Crowd([one for _, one in named], file.tag_counts_among([key for key, _ in named]))
    left_out = {key for one in ids if (key := file.key_of(one)) is not None}
    keys = [key for key in file.keys(query) if key not in left_out]
    return Crowd(file.ids(keys), file.tag_counts_among(keys))
