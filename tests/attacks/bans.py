"""500 customers banned by one job while answers are lost: each banned once, undone once.

`python -m tests.attacks.bans --customers 500` prints one line of JSON and ends with 1 when anybody was banned
twice or not at all, when a ban was not undone, or when a call broke the document's tables.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.domain.intents.blacklist import Blacklist
from desktop.domain.jobs.job import EditCustomers
from tests.attacks.rows import Asked, Row
from tests.demo_control import DemoHandle, running
from tests.workspace.jobrig import desk

ADD, REMOVE = "user/add_black_list", "user/remove_black_list"
WRONG = ("failed", "missed", "twice", "unknown_here", "left_over", "broken_calls")
FAULTS = ("cut_after", "cut_before", "error_after", "html", "truncated")


def banned(demo: DemoHandle) -> set[str]:
    """Return who is on the server's list."""
    found: set[str] = set()
    with demo.client() as http:
        for number in range(1, 100):
            page = http.get("/user/query_black_list", params={"page_size": 100, "page_no": number}).json()
            found |= {item["user_id"] for item in page["items"] if item["is_black"] == 1}
            if not page["items"]:
                break
    return found


async def attack(demo: DemoHandle, folder: Path) -> dict[str, Any]:
    """Ban everybody who is not banned yet, then undo it."""
    before = banned(demo)
    free = [one for one in demo.ids() if one not in before]
    async with desk(demo, folder) as one:
        for place, fault in enumerate(FAULTS):
            demo.misbehave(fault, f"*{ADD}", skip=9 + 40 * place, count=4)
        began = time.monotonic()
        job = await one.until(
            await one.start(EditCustomers(tuple(free), Blacklist(customer="", kind=48, reason="storm"))),
            seconds=600,
        )
        seconds = time.monotonic() - began
        demo.behave()
        made = Counter(entry.params["user_id"] for entry in demo.ledger(ADD))
        after = banned(demo)
        known = {key for key, ban in one.account.blacklist.bans.items() if ban.entry.active}
        back = await one.until(await one.undo(job.id), seconds=600)
        lifted = Counter(entry.params["user_id"] for entry in demo.ledger(REMOVE))
    return {
        "customers": len(free),
        "seconds": round(seconds, 1),
        "failed": job.failed + back.failed,
        "missed": len(set(free) - after),
        "twice": sum(count > 1 for count in made.values()),
        "unknown_here": len(after - known),
        "lifted": len(lifted),
        "left_over": len(banned(demo) - before),
        "broken_calls": len(demo.broken()),
    }


def on_a_server(customers: int) -> dict[str, Any]:
    """Attack a server and a data directory of their own."""
    with (
        running("--customers", str(customers), "--tokens", "many") as demo,
        tempfile.TemporaryDirectory() as folder,
    ):
        return asyncio.run(attack(demo, Path(folder)))


def rows(asked: Asked) -> Iterable[Row]:
    """Yield the row of the table."""
    found = on_a_server(asked.sized(250, 500))
    said = ", ".join(f"{name} {value}" for name, value in found.items())
    yield Row(
        "a bulk ban and its undo, answers cut", found["customers"], sum(found[one] for one in WRONG), said=said
    )


def main() -> int:
    """Attack a server of its own, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=500)
    found = on_a_server(parser.parse_args().customers)
    print(json.dumps(found))
    return int(any(found[name] for name in WRONG))


if __name__ == "__main__":
    sys.exit(main())
