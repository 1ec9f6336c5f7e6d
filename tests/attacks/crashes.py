"""SIGKILL at random points of pull, edit, job, migration and profile change; after each the files are looked over.

`python -m tests.attacks.crashes --kills 100` kills each so often (a fifth of it for each of the five kinds of job)
and prints a row for each; ends with 1 when an acknowledged edit is lost, an edit took effect twice, a file does
not open, or an integrity check finds something.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from tests.attacks import jobkills, kills
from tests.attacks.crashing import accounts, migrations, pulls
from tests.attacks.crashing.killer import killing
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import running

_CUSTOMERS = 1_500


def of_pulls(count: int, seed: int) -> Row:
    """Kill pulls."""

    async def found(folder: Path) -> list[str]:
        with running("--customers", str(_CUSTOMERS), "--tokens", "many") as demo:
            return [wrong async for wrong in pulls.attack(demo, folder, count, seed)]

    with tempfile.TemporaryDirectory() as folder:
        return _row("SIGKILL in a pull under churn", count, asyncio.run(found(Path(folder))))


def of_edits(count: int, seed: int) -> Row:
    """Kill the command line in a stream of edits."""
    found = kills.on_a_server(count, seed)
    wrong = [f"lost {one}" for one in found.lost] + [f"twice {one}" for one in found.twice] + found.broken
    row = _row("SIGKILL in a stream of edits, faults on", found.kills, wrong)
    return row if wrong else Row(row.attack, row.tries, 0, said=kills.said(found))


def of_jobs(count: int, seed: int) -> Row:
    """Kill jobs of each kind."""
    broken: list[str] = []
    each = max(1, count // 5)
    customers = max(80, 40 + 4 * each)
    found = list(jobkills.every_kind(customers, each, seed, after=broken.extend))
    wrong = [f"{op}: {twice} more than once" for op, _, twice in found if twice]
    return _row("SIGKILL in a job of each kind of edit, faults on", each * len(found), wrong + broken)


def of_migrations(count: int, seed: int) -> Row:
    """Kill the opening of files of older versions."""
    with tempfile.TemporaryDirectory() as folder, killing(seed) as killer:
        wrong = list(migrations.attack(killer, Path(folder), count))
    return _row("SIGKILL while older files are brought up to date", count, wrong, killer.through)


def of_profiles(count: int, seed: int) -> Row:
    """Kill changes of profiles."""
    with tempfile.TemporaryDirectory() as folder, killing(seed) as killer:
        wrong = list(accounts.attack(killer, Path(folder) / "data", count, seed))
    return _row("SIGKILL while profiles are added, removed, switched", count, wrong, killer.through)


SCENES: Mapping[str, Callable[[int, int], Row]] = {
    "pull": of_pulls,
    "edit": of_edits,
    "job": of_jobs,
    "migration": of_migrations,
    "profile": of_profiles,
}


def _row(attack: str, tries: int, wrong: list[str], through: int = 0) -> Row:
    late = [f"{through} had ended before"] if through else []
    return Row(attack, tries, len(wrong), said="; ".join([*wrong[:5], *late]))


def rows(asked: Asked) -> Iterable[Row]:
    """Yield a row for each kind of work that is killed."""
    short = {"pull": 5, "edit": 4, "job": 5, "migration": 40, "profile": 20}
    for name, scene in SCENES.items():
        yield scene(asked.sized(short[name], 100), asked.seed)


def main() -> int:
    """Attack, print what was found."""
    parser = argparse.ArgumentParser(description="kill the program in all it does")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=SCENES)
    asked = parser.parse_args()
    chosen = [SCENES[asked.only]] if asked.only else list(SCENES.values())
    return ended(map(partial(_called, asked.kills, asked.seed), chosen))


def _called(count: int, seed: int, scene: Callable[[int, int], Row]) -> Row:
    return scene(count, seed)


if __name__ == "__main__":
    sys.exit(main())
