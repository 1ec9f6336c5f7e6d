"""How fast the cache answers what is typed, class by class, and how fast it counts: 0 answers may be wrong."""

import random
from collections.abc import Sequence

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.query import Query
from desktop.ui.customers.columns import LISTED
from desktop.workspace.listing.reading import FIRST, open_result
from tests.benchmarks.profiles import KEY, PEOPLE, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share, timed
from tests.benchmarks.truth import truth
from tests.cache.queries import CLASSES

SAMPLES = 60
COUNTED = 12
CHECKED = 4
_KNOWN = 2_000
_CAP = 1_000
_WARM = 30


def known(count: int) -> list[Customer]:
    """Return customers that queries are made from."""
    rng = random.Random(9)
    return [PEOPLE.one(rng.randrange(count)) for _ in range(_KNOWN)]


def asked(name: str, people: Sequence[Customer], samples: int) -> list[Query]:
    """Return so many queries of a class."""
    rng = random.Random(name)
    return [Query(CLASSES[name](rng, people)) for _ in range(samples)]


def measure(bench: Bench) -> Figures:
    """Time every class and hold some answers of each against brute force."""
    made = profile(bench.folder, bench.size)
    file = CacheFile.open(made.files.cache, KEY, read_only=True)
    people = known(bench.size)
    figures: dict[str, float] = {}
    counting: list[float] = []
    exact: list[float] = []
    wrong = checked = 0
    plain = truth(bench.folder, bench.size)
    for number, name in enumerate(CLASSES):
        queries = asked(name, people, bench.times(SAMPLES, least=10))
        for query in queries[:_WARM] if number == 0 else queries[:2]:
            open_result(file, query, LISTED, FIRST)
        took = [timed(lambda query=query: open_result(file, query, LISTED, FIRST)) for query in queries]  # type: ignore[misc]
        figures[_named(name)] = share(took, 0.95)
        counted = queries[: bench.times(COUNTED)]
        counting += [timed(lambda query=query: file.count(query, _CAP)) for query in counted]  # type: ignore[misc]
        exact += [timed(lambda query=query: file.count(query)) for query in counted]  # type: ignore[misc]
        for query in queries[: bench.times(CHECKED, least=1)]:
            wrong += set(file.ids(file.keys(query))) != plain.finds(query.text)
            checked += 1
    file.close()
    found = {"count capped at 1,000, p95": share(counting, 0.95), "count exact, p95": share(exact, 0.95)}
    return figures | found | {"answers other than brute force": wrong, "answers checked": checked}


def _named(name: str) -> str:
    return f"first 100 rows, p95: {name}"


ROW = Row(
    (
        *(
            Goal(_named(name), 40.0, floor=92.0) if name == "miss" else Goal(_named(name), 3.0, floor=1.4)
            for name in CLASSES
        ),
        Goal("count capped at 1,000, p95", 3.0, floor=1.6),
        Goal("count exact, p95", 50.0, floor=41.0),
        Goal("answers other than brute force", 0.0, unit=""),
    ),
    measure,
)
