"""Records whose answers get lost, and records of a program that is killed.

`python -m tests.attacks.records 100` cuts the answers of so many records, `... 100 --kills 20` then kills the
command line so often among others; both tell how many arrived, which twice, which never. The second one waits out
the real pauses before a record is sent again: some minutes.
"""

import argparse
import asyncio
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.intents.following import AddRecord
from desktop.workspace.push.kinds import records
from tests.attacks.kills import FAULTS, killed
from tests.attacks.rows import Asked, Row
from tests.cli.conftest import Kefu
from tests.demo_control import DemoHandle, running
from tests.workspace.pushrig import pushing

_CUSTOMERS = 5
_KILLED = 30
_PATIENCE = 1_800.0


async def cut_replies(demo: DemoHandle, folder: Path, count: int) -> dict[str, int]:
    """Write so many records while every answer is cut; return how many arrived, and how many twice or not at all.

    Every second call is cut before it takes effect at its first try; the customers are few and the words are the
    same again and again, so that one record could be taken for another.
    """
    customers = demo.ids()[:_CUSTOMERS]
    before = sum((on_server(demo, one) for one in customers), Counter[str]())
    written = Counter[str]()
    async with pushing(demo, folder) as rig:
        demo.misbehave("cut_before", path="*/user_stage/record_save", probability=0.5, count=count // 2)
        demo.misbehave("cut_after", path="*/user_stage/record_save")
        for number in range(count):
            customer = customers[number % len(customers)]
            content = f"{customer}: no answer" if number % 2 else f"{customer}: call {number}"
            written[content] += 1
            await rig.submit(AddRecord(customer=customer, content=content))
        await rig.quiet(120)
        left = len(rig.account.outbox.entries())
    after = sum((on_server(demo, one) for one in customers), Counter[str]()) - before
    assert not left, f"{left} wait for a person"
    return {
        "on the server": after.total(),
        "twice": (after - written).total(),
        "lost": (written - after).total(),
    }


def on_server(demo: DemoHandle, customer: str) -> Counter[str]:
    """Return the records of a customer by their text, as the server's ledger has them."""
    saved = demo.ledger("user_stage/record_save")
    return Counter(str(one.params["content"]) for one in saved if one.params["userid"] == customer)


def attack(kefu: Kefu, demo: DemoHandle, kills: int, seed: int) -> dict[str, int]:
    """Kill the command line so often while it writes records with faults on, then let it finish."""
    chance = random.Random(seed)
    customers = demo.ids()[:_KILLED]
    written: set[str] = set()
    known: set[str] = set()
    for number in range(kills):
        demo.behave()
        for place, fault in enumerate(FAULTS):
            demo.misbehave(
                fault, "*/user_stage/*", probability=0.05, seed=seed + 100 * number + place, seconds=0.1
            )
        some = [f"round {number} record {place}" for place in range(_KILLED)]
        edits = [
            {"op": "add_record", "customer": who, "content": content}
            for who, content in zip(customers, some, strict=True)
        ]
        heard = killed(kefu, edits, chance)
        written.update(some)
        known.update(some[line - 1] for line in heard)
    demo.behave()
    # A record that never arrived is looked for three times before it is sent again; those of a customer in turn.
    drained = subprocess.run(
        kefu.command("apply", "-"),
        env=kefu.env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        timeout=_PATIENCE,
        check=False,
    )
    asked = {json.dumps(one["edit"]["content"]) for one in kefu("outbox", "--json").objects()}
    counted = sum((on_server(demo, one) for one in customers), Counter[str]())
    return {
        "kills": kills,
        "acknowledged": len(known),
        "on the server": counted.total(),
        "twice": sum(counted[one] > 1 for one in written),
        "lost": sum(not counted[one] and json.dumps(one) not in asked for one in known),
        "asked": len(asked),
        "exit": drained.returncode,
    }


def cut(count: int) -> dict[str, int]:
    """Cut the answers of so many records, on a server of its own and with short pauses."""
    pauses, records.WAITS = records.WAITS, (0.05, 0.1)
    try:
        with running("--customers", "10") as demo, tempfile.TemporaryDirectory() as folder:
            demo.reset(customers=10, tokens="many")
            return asyncio.run(cut_replies(demo, Path(folder), count))
    finally:
        records.WAITS = pauses


def kill(kills: int, seed: int) -> dict[str, int]:
    """Kill the command line so often, on a server of its own."""
    with tempfile.TemporaryDirectory() as folder, running("--customers", "60") as demo:
        demo.reset(customers=60, tokens="many")
        kefu = Kefu(Path(folder) / "data")
        added = kefu("profile", "add", "Main", "--base-url", demo.url, "--appid", demo.appid, typed=demo.app_key)
        assert added.code == 0, added.err
        return attack(kefu, demo, kills, seed)


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the rows of the table; the kills, which wait out real pauses, only in the long form."""
    count = asked.sized(30, 200)
    found = cut(count)
    yield Row("answers to follow-up records cut", count, found["twice"] + found["lost"], said=str(found))
    if asked.long:
        found = kill(20, asked.seed)
        yield Row("SIGKILL while records are written", 20, found["twice"] + found["lost"], said=str(found))


def main() -> int:
    """Attack servers of its own, print what was found; 1 when a record is lost or there twice."""
    parser = argparse.ArgumentParser(description="lose the answers to records")
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = [cut(asked.count), *([kill(asked.kills, asked.seed)] if asked.kills else [])]
    for one in found:
        print(one)
    return int(any(one["twice"] or one["lost"] for one in found))


if __name__ == "__main__":
    sys.exit(main())
