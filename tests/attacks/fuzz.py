"""Two desktops on one account, a colleague on the server, thousands of seeded actions: at rest all three agree.

`python -m tests.attacks.fuzz --actions 10000` runs seed after seed, prints those that fail with what is wrong, and
ends with 1 when any did; `--seed 17 --runs 1` plays one again, `--shrink` looks for fewer actions that still fail.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.attacks.fuzzing.plan import Action, planned
from tests.attacks.fuzzing.run import run
from tests.attacks.rows import Asked, Row
from tests.demo_control import DemoHandle, running

LENGTH = 120
"""Actions of one run."""


def once(demo: DemoHandle, seed: int, plan: Sequence[Action]) -> list[str]:
    """Carry one plan out; return what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(demo, Path(folder), seed, plan))


def shrunk(demo: DemoHandle, seed: int, plan: Sequence[Action]) -> list[Action]:
    """Return a part of a plan that still fails; real time has its say, so that it may not be the smallest."""
    left = list(plan)
    size = len(left) // 2
    while size:
        at = 0
        while at < len(left):
            fewer = [*left[:at], *left[at + size :]]
            if once(demo, seed, fewer):
                left = fewer
            else:
                at += size
        size //= 2
    return left


def attack(seed: int, runs: int, length: int) -> Iterable[tuple[int, list[str]]]:
    """Yield each seed from `seed` on with what is wrong after it."""
    with running("--customers", "40") as demo:
        for number in range(seed, seed + runs):
            yield number, once(demo, number, planned(number, length))


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the row of the table."""
    runs = asked.sized(8, 84)
    failed = {seed: wrong for seed, wrong in attack(asked.seed, runs, LENGTH) if wrong}
    said = "; ".join(f"seed {seed}: {wrong[0]}" for seed, wrong in failed.items())
    yield Row(
        "two desktops and a colleague, actions at random",
        runs * LENGTH,
        sum(map(len, failed.values())),
        said=said or f"seeds {asked.seed} to {asked.seed + runs - 1}",
    )


def main() -> int:
    """Run seed after seed, print what failed."""
    parser = argparse.ArgumentParser(description="fuzz two desktops on one account")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--actions", type=int, help="actions in all, instead of --runs")
    parser.add_argument("--length", type=int, default=LENGTH, help="actions of one run")
    parser.add_argument("--shrink", action="store_true")
    asked = parser.parse_args()
    runs = -(-asked.actions // asked.length) if asked.actions else asked.runs
    began, bad = time.monotonic(), 0
    for seed, wrong in attack(asked.seed, runs, asked.length):
        print(f"seed {seed}: {len(wrong)} wrong, {time.monotonic() - began:.0f} s", flush=True)
        bad += bool(wrong)
        print(*(f"  {one[:1500]}" for one in wrong[:12]), sep="\n", end="\n" if wrong else "", flush=True)
        if wrong and asked.shrink:
            with running("--customers", "40") as demo:
                left = shrunk(demo, seed, planned(seed, asked.length))
                print(*(f"  {one}" for one in left), *once(demo, seed, left)[:5], sep="\n", flush=True)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
