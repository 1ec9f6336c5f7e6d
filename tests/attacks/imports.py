"""Imports a table with broken rows, kills the program while it sends, and asks the server what came of it.

`python -m tests.attacks.imports --rows 10000 --broken 300 --kills 3` prints what the dry run said beside what the
server has, and ends with 1 when they differ.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.query import Query
from desktop.domain.sheets.rejected import rejected
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.sheets.reading import read_sheet
from desktop.sheets.writing import write_csv, write_xlsx
from desktop.workspace.sheets.looking import customers_of
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running
from tests.workspace.jobrig import Desk, desk
from tests.workspace.sheetrig import judged, started
from tests.workspace.test_jobs_killed import drive

TITLES = ("客户 ID", "昵称", "手机号", "邮箱", "备注", "性别", "业务标签")
_FAULTS = ("cut_before", "cut_after", "error_after")


@dataclass
class Planned:
    """A table and what is right: how many rows of each kind, who is to have which note, the names of new ones."""

    rows: list[list[str]] = field(default_factory=list)
    counts: Counter[Kind] = field(default_factory=Counter)
    notes: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)
    """What the dry run said, by kind."""

    def add(self, kind: Kind, row: list[str]) -> None:
        self.rows.append(row)
        self.counts[kind] += 1


async def planned(one: Desk, rows: int, broken: int, chance: random.Random) -> Planned:
    """Return a table of this many rows: a third are new, a third change, the rest are as they are or broken."""
    people = await asyncio.wrap_future(
        one.account.files.look_up.submit(lambda file: list(customers_of(file, list(file.keys(Query())))))
    )
    tag = next(one.name for one in one.account.collections.tags.values() if one.name)
    plan = Planned()
    for place in range(broken):
        plan.add(Kind.INVALID, _broken(place))
    new = (rows - broken) // 3
    for place in range(new):
        plan.names.append(f"Import {place}")
        phone = f"+1555{place:07}"
        plan.add(
            Kind.CREATE,
            ["", plan.names[-1], phone, f"i{place}@example.com", "new", "女", tag if place % 4 == 0 else ""],
        )
    for place, person in enumerate(people[: rows - broken - new]):
        changes = place % 2 == 0
        note = f"imported {place}" if changes else person.text("note")
        if changes:
            plan.notes[person.id] = note
        kind = Kind.UPDATE if changes else Kind.SAME
        plan.add(kind, [person.id, person.text("nickname"), person.text("phone"), "", note, "", ""])
    chance.shuffle(plan.rows)
    return plan


def _broken(place: int) -> list[str]:
    """Return a row that nobody can import, for one of six reasons."""
    name, note = f"Broken {place}", "broken"
    return (
        ["no-such-id", name, "", "", note, "", ""],
        ["", name, "call me", "", note, "", ""],
        ["", name, "", "not an address", note, "", ""],
        ["", name, f"1.3{place % 10}E+10", "", note, "", ""],
        ["", name, "", f"b{place}@example.com", note, "perhaps", ""],
        ["", name, "", f"b{place}@example.com", note, "", "no such tag"],
    )[place % 6]


async def prepared(
    demo: DemoHandle, folder: Path, rows: int, broken: int, chance: random.Random
) -> tuple[Planned, Path]:
    """Fetch everything, write the table, store the job that imports it; return what is right, and the table."""
    async with desk(demo, folder / "p") as one:
        await one.settled(lambda: bool(one.account.collections.tags))
        plan = await planned(one, rows, broken, chance)
    path = folder / "people.xlsx"
    write_xlsx(path, TITLES, plan.rows)
    async with desk(demo, folder / "p", pulls=False, online=False) as one:
        began = time.perf_counter()
        sheet, verdicts = await judged(one, path)
        plan.told = _told(verdicts)
        print(f"dry run: {plan.told} in {time.perf_counter() - began:.1f} s", flush=True)
        write_csv(folder / "errors.csv", *rejected(sheet, verdicts, {}, "zh"))
        await started(one, path.name, verdicts)
    return plan, path


def _told(verdicts: Sequence[Verdict]) -> dict[str, int]:
    return {kind.value: count for kind, count in Counter(one.kind for one in verdicts).items()}


async def compared(demo: DemoHandle, folder: Path, path: Path, plan: Planned) -> list[str]:
    """Return what is not as it should be."""
    wrong: list[str] = []
    if plan.told != {kind.value: count for kind, count in plan.counts.items()}:
        wrong.append(f"the dry run said {plan.told}")
    names = Counter(str(one.params["nick"]) for one in demo.ledger("user/save"))
    if names != Counter(plan.names):
        wrong.append(f"customers made: {names.total()} of {len(plan.names)}, {len(names)} names")
    updates = Counter(one.params["/id"] for one in demo.ledger("user/update"))
    if updates != Counter(plan.notes.keys()):
        extra = updates - Counter(plan.notes.keys())
        wrong.append(f"customers changed: {updates.total()} calls for {len(plan.notes)}, {extra.total()} too many")
    noted = [who for who, note in plan.notes.items() if demo.customer(who).get("remark") != note]
    wrong += [f"without their note: {len(noted)}"] if noted else []
    errors: Sheet = read_sheet(folder / "errors.csv")
    if len(errors.rows) != plan.counts[Kind.INVALID] or not all(row.cells[-1] for row in errors.rows):
        wrong.append(f"the file of errors holds {len(errors.rows)} rows")
    async with desk(demo, folder / "p") as one:
        _, again = await judged(one, path)
        print(f"the same file again: {_told(again)}", flush=True)
        if _told(again) != {
            "unchanged": len(plan.rows) - plan.counts[Kind.INVALID],
            "invalid": plan.counts[Kind.INVALID],
        }:
            wrong.append("importing the file again would change something")
    return wrong


def attack(rows: int, broken: int, kills: int, seed: int) -> tuple[list[str], str]:
    """Import a table into a server of its own; return what is wrong, and what was done."""
    chance = random.Random(seed)
    arguments = ("--customers", str(rows), "--tokens", "many")
    with running(*arguments) as demo, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan, path = asyncio.run(prepared(demo, folder, rows, broken, chance))
        demo.expect_broken()
        for place, fault in enumerate(_FAULTS):
            demo.misbehave(fault, "*user/update*", probability=0.01, seed=place)
            demo.misbehave(fault, "*user/save*", probability=0.01, seed=place + 9)
        writes = len(plan.notes) + len(plan.names)
        began = time.perf_counter()
        for kill_at in sorted(chance.sample(range(1, max(2, writes - 60)), kills)):
            drive(demo, folder / "p", "", "", kill_at)
        drive(demo, folder / "p", "", "", None)
        took = time.perf_counter() - began
        demo.behave()
        wrong = asyncio.run(compared(demo, folder, path, plan))
    counts = {kind.value: count for kind, count in plan.counts.items()}
    return wrong, f"{counts}, {kills} kills, sent in {took:.0f} s" + "".join(f"; {one}" for one in wrong)


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the row of the table."""
    size, broken, kills = asked.sized(300, 10_000), asked.sized(12, 300), asked.sized(1, 3)
    wrong, said = attack(size, broken, kills, asked.seed)
    yield Row("SIGKILL while a table is imported, faults on", size, len(wrong), said=said)


def main() -> int:
    """Attack a server of its own, print what was found."""
    parser = argparse.ArgumentParser(description="kill the program while it imports a table")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--broken", type=int, default=300)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong, said = attack(asked.rows, asked.broken, asked.kills, asked.seed)
    return ended([Row("SIGKILL while a table is imported, faults on", asked.rows, len(wrong), said=said)])


if __name__ == "__main__":
    sys.exit(main())
