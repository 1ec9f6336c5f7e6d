"""How fast the cache answers: `python -m tests.benchmarks.search [FOLDER [COUNT ...]]`.

Prints for each class of search texts how long the first 100 rows take, for counts, sorting and filters too. The
profiles are made in FOLDER and reused. `--json` prints one object a profile.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.walking import Walk
from desktop.domain.customer import Customer
from desktop.domain.query import Between, Contains, OneOf, Order, Query, Tagged
from tests.benchmarks.profiles import KEY, PEOPLE, Made, profile
from tests.cache.people import NEWEST
from tests.cache.queries import CLASSES

FIRST = 100
COLUMNS = (
    "nickname", "phone", "email", "enterprise_name", "tags", "stage_id", "agent_name", "vip_level", "updated",
)  # fmt: skip
SORTED = ("updated", "nickname", "phone", "email", "enterprise_name", "agent_name", "status", "vip_level")
FILTERS = {
    "status": Query("", (OneOf("status", (1,)),)),
    "stage": Query("", (OneOf("stage_id", (PEOPLE.stages[0],)),)),
    "agent": Query("", (OneOf("agent_id", (PEOPLE.agents[0][0],)),)),
    "two tags": Query("", (Tagged("all", tuple(PEOPLE.tags[:2])),)),
    "any of five tags": Query("", (Tagged("any", tuple(PEOPLE.tags[:5])),)),
    "created": Query("", (Between("created", NEWEST - 2_000_000, NEWEST - 1_000_000),)),
    "status and source": Query("", (OneOf("status", (1,)), OneOf("source", ("9",)))),
    "company contains": Query("", (Contains("enterprise_name", "物流"),)),
    "text and status": Query("王", (OneOf("status", (1,)),)),
}


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def quantiles(samples: Sequence[float]) -> dict[str, float]:
    """Return median and 95th percentile."""
    ordered = sorted(samples)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p95": round(ordered[max(0, round(len(ordered) * 0.95) - 1)], 2),
    }


def first_rows(file: CacheFile, query: Query) -> object:
    """Do what a listing does for its first screenful."""
    return file.rows(file.first(query, FIRST).keys[:FIRST], COLUMNS)


def searches(file: CacheFile, people: Sequence[Customer], samples: int) -> dict[str, dict[str, object]]:
    """Time every class of search texts."""
    figures: dict[str, dict[str, object]] = {}
    for name, make in CLASSES.items():
        rng = random.Random(name)
        queries = [Query(make(rng, people)) for _ in range(samples)]
        figures[name] = {
            "first": quantiles([timed(lambda query=query: first_rows(file, query)) for query in queries]),
            "capped": quantiles([timed(lambda query=query: file.count(query, 1000)) for query in queries]),
            "exact": quantiles([timed(lambda query=query: file.count(query)) for query in queries[:20]]),
            "ordered": quantiles([timed(lambda query=query: file.keys(query)) for query in queries[:20]]),
        }
    return figures


def sorts(file: CacheFile, total: int) -> dict[str, dict[str, object]]:
    """Time the first, a middle and the last page of the whole account in every order."""

    def page(walk: Walk, skip: int) -> object:
        return file.rows([row for _, row in file.page(walk, skip, FIRST)], COLUMNS)

    figures: dict[str, dict[str, object]] = {}
    for order in [Order(name, down) for name in SORTED for down in (False, True)]:
        begin, end = Walk(order), Walk(order, None, backwards=True)
        figures[f"{order.field} {'down' if order.descending else 'up'}"] = {
            "first": quantiles([timed(partial(page, begin, 0)) for _ in range(20)]),
            "last": quantiles([timed(partial(page, end, 0)) for _ in range(20)]),
            "middle": quantiles([timed(partial(page, begin, total // 2)) for _ in range(5)]),
        }
    return figures


def filters(file: CacheFile) -> dict[str, dict[str, object]]:
    """Time every kind of filter."""
    return {
        name: {
            "first": quantiles([timed(lambda query=query: first_rows(file, query)) for _ in range(10)]),
            "exact": quantiles([timed(lambda query=query: file.count(query)) for _ in range(5)]),
            "ordered": quantiles([timed(lambda query=query: file.keys(query)) for _ in range(5)]),
        }
        for name, query in FILTERS.items()
    }


def measure(made: Made, samples: int) -> dict[str, object]:
    """Return every figure of one profile."""
    file = CacheFile.open(made.files.cache, KEY, read_only=True)
    rng = random.Random(9)
    people = [PEOPLE.one(rng.randrange(made.count)) for _ in range(2_000)]
    figures: dict[str, object] = {
        "customers": made.count,
        "written a second": round(made.rate),
        "bytes a customer": round(made.bytes_per_customer),
        "search": searches(file, people, samples),
        "sort": sorts(file, made.count),
        "filter": filters(file),
    }
    file.close()
    return figures


def table(figures: dict[str, object]) -> str:
    """Return figures as lines to read."""
    lines = []
    for name, value in figures.items():
        if not isinstance(value, dict):
            lines.append(f"{name}: {value:,}")
            continue
        lines.append(f"\n{name} (ms, p50 / p95)")
        for label, row in value.items():
            cells = [f"{column} {cell['p50']:8.2f} /{cell['p95']:8.2f}" for column, cell in row.items()]
            lines.append(f"  {label:20} " + "   ".join(cells))
    return "\n".join(lines)


def main() -> None:
    """Make the profiles and print what they take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".local", "benchmarks"))
    parser.add_argument("counts", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for count in options.counts:
        figures = measure(profile(options.folder, count), options.samples)
        sys.stdout.write((json.dumps(figures) if options.json else table(figures)) + "\n")


if __name__ == "__main__":
    main()
