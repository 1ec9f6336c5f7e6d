"""Kills the program while it carries a job of each kind of edit out, with faults on, and asks the server's ledger.

`python -m tests.attacks.jobkills --customers 320 --kills 3` prints a line for each kind and ends with 1 when any
customer was written other than once.
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.attacks.crashing.pulls import looked_over
from tests.demo_control import Applied, DemoHandle, running
from tests.workspace.test_jobs_killed import drive

_FAULTS = ("cut_before", "cut_after", "error_after", "html")
_WHO = ("userid", "user_id", "confirmids", "/id")

Edit = dict[str, Any]


def edits(demo: DemoHandle) -> dict[str, tuple[str, Edit]]:
    """Return an edit of each kind by its "op", with the endpoint that it writes to."""
    with demo.client() as http:
        stage = http.get("/user_stage/query_list_by_type").json()["items"][1]["id"]
    return {
        "set_stage": ("user_stage/stage_save", {"stage": stage}),
        "add_record": ("user_stage/record_save", {"content": "called back"}),
        "update_customer": ("user/update", {"set": {"qq": "10001"}}),
        "blacklist": ("user/add_black_list", {"kind": 24, "reason": "spam"}),
        "recycle": ("public_user/confirm", {"valid": True}),
    }


def customer_of(entry: Applied) -> str:
    """Return whom a write was about."""
    return next(str(entry.params[name]) for name in _WHO if name in entry.params)


def attack(
    demo: DemoHandle,
    folder: Path,
    edit: Edit,
    endpoint: str,
    kills: list[int],
    after: Callable[[list[str]], object],
) -> Counter[str]:
    """Kill the job at these numbers of settled customers, let it end; return how often each was written.

    `after` hears after each kill what is wrong with the cache.
    """
    customers = folder / "customers.json"
    customers.write_text(json.dumps(demo.ids()), "utf-8")
    for place, fault in enumerate(_FAULTS):
        demo.misbehave(fault, f"*{endpoint}*", probability=0.01, seed=place)
    before = len(demo.ledger())
    first = True
    for kill_at in (*kills, None):
        drive(demo, folder / "p", str(customers) if first else "", json.dumps(edit) if first else "", kill_at)
        after(looked_over(folder / "p"))
        first = False
    demo.behave()
    return Counter(customer_of(one) for one in demo.ledger()[before:])


def every_kind(
    customers: int, kills: int, seed: int, only: str = "", after: Callable[[list[str]], object] = len
) -> Iterator[tuple[str, int, int]]:
    """Attack a server of its own with each kind; yield it, how many were written, how many more than once."""
    chance = random.Random(seed)
    with running("--customers", str(customers), "--tokens", "many") as demo:
        for op, (endpoint, values) in edits(demo).items():
            if only not in {"", op}:
                continue
            demo.reset(customers=customers, tokens="many")
            demo.expect_broken()
            points = sorted(chance.sample(range(1, customers - 40), kills))
            with tempfile.TemporaryDirectory() as folder:
                edit = {"op": op, "customer": "-", **values}
                written = attack(demo, Path(folder), edit, endpoint, points, after)
            yield op, len(written), sum(times > 1 for times in written.values())


def main() -> int:
    """Attack a server of its own with every kind, print what was found."""
    parser = argparse.ArgumentParser(description="kill the program while it carries jobs out")
    parser.add_argument("--customers", type=int, default=320)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    bad = 0
    for op, written, twice in every_kind(asked.customers, asked.kills, asked.seed, asked.only):
        bad += twice
        print(f"{op}: {written} of {asked.customers} written, {twice} more than once")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
