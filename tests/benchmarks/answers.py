"""Answers of the search against brute force, before and after many changes: `python -m tests.benchmarks.answers`.

Queries of every class of `tests.cache.queries` are asked of the cache and of a plain table with instr. Then random
customers are written anew, added and removed, in the cache and in the plain table, and queries are asked again.
Prints one line for each round; ends with 1 when any answer differed.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.domain.customers.customer import Customer
from desktop.domain.query import Query
from tests.benchmarks.profiles import KEY, PEOPLE, Made, copied, profile
from tests.benchmarks.truth import Truth, truth_file
from tests.cache.queries import CLASSES

SIZE = 100_000
QUERIES = 50
CHANGES = 50_000
_PAGE = 500
_GONE = 0.2
_ADDED = 0.3
_KNOWN = 3_000


def differing(file: CacheFile, plain: Truth, people: Sequence[Customer], each: int, seed: int) -> tuple[int, int]:
    """Return how many queries were asked, and how many answers differed."""
    asked = wrong = 0
    for name, make in CLASSES.items():
        rng = random.Random(f"{seed} {name}")
        for _ in range(each):
            text = make(rng, people)
            mine, theirs = set(file.ids(file.keys(Query(text)))), plain.finds(text)
            asked += 1
            if mine != theirs:
                wrong += 1
                print(f"{name} {text!r}: {len(mine)} found, {len(theirs)} are right", file=sys.stderr)
    return asked, wrong


def churn(file: CacheFile, plain: Truth, size: int, changes: int) -> list[Customer]:
    """Change, add and remove so many customers; return those that were written last."""
    rng = random.Random(5)
    versions: dict[int, int] = {}
    added = size
    last: list[Customer] = []
    for _ in range(0, changes, _PAGE):
        page: list[Customer] = []
        gone: set[str] = set()
        for _ in range(_PAGE):
            chance = rng.random()
            number = rng.randrange(size)
            if chance < _GONE:
                gone.add(PEOPLE.id(number))
                continue
            if chance < _GONE + _ADDED:
                number, added = added, added + 1
            versions[number] = versions.get(number, 0) + 1
            page.append(PEOPLE.one(number, versions[number]))
        # A page of a server holds nobody twice.
        page = list({one.id: one for one in page}.values())
        file.write_page(page)
        file.remove(gone)
        plain.put(page)
        plain.remove(gone)
        last = [one for one in (*page, *last) if one.id not in gone][:_KNOWN]
    return last


def compared(made: Made, plain: Truth, each: int, changes: int) -> int:
    """Ask, change, ask again; return how many answers differed."""
    file = CacheFile.open(made.files.cache, KEY)
    rng = random.Random(9)
    people = [PEOPLE.one(rng.randrange(made.count)) for _ in range(_KNOWN)]
    total = 0
    for number, when in enumerate(("as pulled", f"after {changes:,} changes")):
        if number:
            people = [*churn(file, plain, made.count, changes), *people]
        began = time.perf_counter()
        asked, wrong = differing(file, plain, people, each, number)
        total += wrong
        print(f"{made.count:,} customers {when}: {asked:,} queries in {len(CLASSES)} classes, {wrong} differ "
              f"({time.perf_counter() - began:.0f} s)", flush=True)  # fmt: skip
    file.close()
    return total


def main() -> int:
    """Compare as asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.answers", description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="customers in the account")
    parser.add_argument("--queries", type=int, default=QUERIES, help="queries of each class")
    parser.add_argument("--changes", type=int, default=CHANGES, help="customers changed, added, removed")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "kefu-bench")
    given = parser.parse_args()
    with copied(profile(given.folder, given.size)) as made:
        path = made.files.folder / "truth.db"
        shutil.copyfile(truth_file(given.folder, given.size), path)
        plain = Truth(path)
        wrong = compared(made, plain, given.queries, given.changes)
        plain.close()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
