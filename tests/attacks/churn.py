"""Pulls of an account whose customers change at every request, and of a server that suddenly answers empty lists.

`python -m tests.attacks.churn --customers 5000` prints both rows; ends with 1 when a customer is missed, wrongly
removed or shown as of before, or when a list that came back empty took anything away or was not told.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running
from tests.workspace.pullrig import PullRig, pulls

_LISTS = (
    "*/user/list_by_page",
    "*/label_group/list",
    "*/label/list",
    "*/user_stage/query_list_by_type",
    "*/query_black_list",
    "*/user_dynamic/getsource",
    "*/user/user_list",
    "*/custom_field/*",
    "*/enterprise/query_custom_field_list",
    "*/user/get_*",
    "*",
)
_KINDS = ("tag_group", "tag", "stage", "agent", "department", "source", "vip_level", "custom_field", "country")


async def changing(demo: DemoHandle, folder: Path, customers: int, seed: int) -> Row:
    """Pull everything twice while one customer changes at each request and every tenth of a percent is removed."""
    demo.reset(customers=customers, tokens="many", seed=seed)
    gone: set[str] = set()
    async with pulls(demo, folder) as rig:
        for _ in range(2):
            demo.churn(changes=1, additions=1, seed=seed)
            await rig.pull(full=True)
            demo.churn()
            for one in demo.ids()[:: max(1, customers // 5)]:
                gone.add(one)
                demo.remove(one)
        await rig.pull(full=True)
        held = {one.id: one.number("updated") for one in await rig.customers(*await rig.ids())}
        there = set(demo.ids())
        missed, kept = there - held.keys(), held.keys() - there
        old = [one for one in there - missed if demo.customer(one)["update_time"] != held[one]]
    said = (
        f"{len(missed)} missed, {len(kept)} kept that are gone, {len(old)} as of before; {len(gone)} were removed"
    )
    losses = len(missed) + len(kept) + len(old)
    return Row("pull while a customer changes at each request", len(there), losses, said=said)


async def emptied(demo: DemoHandle, folder: Path) -> Row:
    """Let each list come back empty in turn, then all."""
    demo.reset(customers=300, tokens="many")
    wrong: list[str] = []
    async with pulls(demo, folder) as rig:
        await rig.pull()
        before = await rig.ask(_held)
        for path in _LISTS:
            demo.misbehave("emptied", path)
            told = await rig.pull(full=True)
            demo.behave()
            if await rig.ask(_held) != before:
                wrong.append(f"{path} took something away")
            if told is None:
                wrong.append(f"{path} was not told")
        await _recovered(rig, wrong)
    return Row("lists that suddenly come back empty", len(_LISTS), len(wrong), said="; ".join(wrong))


async def _recovered(rig: PullRig, wrong: list[str]) -> None:
    if await rig.pull(full=True) is not None:
        wrong.append("something is told when all is well again")


def _held(file: CacheFile) -> object:
    tables = [file.dictionary(kind, "zh") for kind in _KINDS]
    customers = file.customers(sorted(file.unseen(10**9)))
    return [table and table[0] for table in tables], customers, sorted(map(repr, file.bans.all()[0]))


def both(customers: int, seed: int) -> Iterable[Row]:
    """Yield both rows."""
    with running("--customers", "10") as demo, tempfile.TemporaryDirectory() as folder:
        for name in ("changing", "emptied"):
            (Path(folder) / name).mkdir()
        yield asyncio.run(changing(demo, Path(folder) / "changing", customers, seed))
        yield asyncio.run(emptied(demo, Path(folder) / "emptied"))


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the rows of the table."""
    yield from both(asked.sized(500, 5_000), asked.seed)


def main() -> int:
    """Attack, print what was found."""
    parser = argparse.ArgumentParser(description="pull a moving account")
    parser.add_argument("--customers", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    return ended(both(asked.customers, asked.seed))


if __name__ == "__main__":
    sys.exit(main())
