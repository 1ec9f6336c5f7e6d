"""Kills the program at random points of a stream of edits, with faults on, and asks the server's ledger.

`python -m tests.attacks.kills --kills 200` prints what was found and ends with 1 when an edit is lost that was
acknowledged, or any edit took effect twice.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.settings.folder import data_folder
from desktop.settings.profiles import Profiles
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault
from tests.cli.conftest import PASSPHRASE, Kefu
from tests.demo_control import DemoHandle, running

FAULTS = ("cut_before", "cut_after", "cut_within", "error_after", "error_before", "truncated", "html", "too_many")
_CALLS = ("/api/scrm/5/label*", "/api/scrm/5/user/*")
_NAMED = {"user/update": "remark", "user/save": "nick"}
_PROBABILITY = 0.04
_LINES = 30


@dataclass
class Found:
    """What came out: edits sent in, acknowledged before the kill, lost, applied twice, and how all ended."""

    kills: int = 0
    lines: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unsettled: list[dict[str, Any]] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


class Edits:
    """Edits that each leave a trace of their own in the ledger: a key that no other edit has."""

    def __init__(self, demo: DemoHandle, chance: random.Random) -> None:
        self._chance = chance
        self._people = demo.ids()
        self._number = 0
        with demo.client() as http:
            page = {"page_no": "1", "page_size": "1000"}
            groups = http.get("/label_group/list", params=page).json()["items"]
            self._groups = [group["id"] for group in groups if group["is_multiple_choice"]]
            tags = [
                tag["id"]
                for group in self._groups
                for tag in http.get("/label/list", params={"groupid": group, **page}).json()["items"]
            ]
        self._renamed = [group["id"] for group in groups if not group["is_multiple_choice"]]
        held = {who: demo.customer(who).get("biz_label", "") for who in demo.ids()}
        self._pairs = [(who, tag) for who, labels in held.items() for tag in tags if tag not in labels]
        chance.shuffle(self._pairs)

    def one(self) -> tuple[str, dict[str, Any]]:
        """Return the key of a new edit, and its line."""
        self._number += 1
        kind, name = self._chance.random(), f"made {self._number}"
        if kind < 0.25:
            return name, {"op": "update_customer", "customer": self._one(), "set": {"remark": name}}
        if kind < 0.3:
            fields = {"nick": name, "crm_status": 1, "tel": f"139{self._number:08}"}
            return name, {"op": "create_customer", "set": fields}
        if kind < 0.7:
            who, tag = self._pairs.pop()
            return f"{who} {tag}", {"op": "add_tags", "customer": who, "tags": [tag]}
        if kind < 0.85:
            return name, {"op": "create_tag", "group": self._chance.choice(self._groups), "name": name}
        if kind < 0.95:
            return name, {"op": "update_tag_group", "group": self._chance.choice(self._renamed), "name": name}
        return name, {"op": "create_tag_group", "name": name, "color": "#09AEB0", "tags": ["a", "b"]}

    def _one(self) -> str:
        # Few enough that several edits of one customer wait for each other.
        return self._chance.choice(self._people[:40])


def key_of(edit: dict[str, Any]) -> str:
    """Return the key of an edit as the outbox lists it."""
    match edit["op"]:
        case "add_tags":
            return f"{edit['customer']} {edit['tags'][0]}"
        case "update_customer":
            return str(edit["set"]["remark"])
        case "create_customer":
            return str(edit["set"]["nick"])
        case _:
            return str(edit["name"])


def applied(demo: DemoHandle) -> Counter[str]:
    """Return how often each key took effect."""
    counted: Counter[str] = Counter()
    for entry in demo.ledger():
        if entry.endpoint == "label/update_biz_label":
            counted.update(f"{entry.params['userid']} {tag}" for tag in entry.params.get("add_tag", ()))
        else:
            counted[str(entry.params[_NAMED.get(entry.endpoint, "name")])] += 1
    return counted


def attack(kefu: Kefu, demo: DemoHandle, *, kills: int, seed: int) -> Found:
    """Kill the command line so often, then let it finish with the faults off, and compare."""
    chance = random.Random(seed)
    edits, found = Edits(demo, chance), Found()
    keys: list[str] = []
    acknowledged: list[str] = []
    for number in range(kills):
        demo.behave()
        for place, fault in enumerate(FAULTS):
            chances = {"probability": _PROBABILITY, "seed": seed + 100 * number + place, "seconds": 0.1}
            for calls in _CALLS:
                demo.misbehave(fault, calls, **chances)
        some = [edits.one() for _ in range(_LINES)]
        keys += [key for key, _ in some]
        heard = killed(kefu, [line for _, line in some], chance)
        acknowledged += [some[line - 1][0] for line in heard]
        found.kills += 1
        found.broken += looked_over(kefu.data)
    demo.behave()
    finish(kefu, found)
    counted = applied(demo)
    found.lines, found.acknowledged = len(keys), len(acknowledged)
    asked = {key_of(one["edit"]) for one in found.unsettled}
    found.lost = [key for key in acknowledged if not counted[key] and key not in asked]
    found.twice = [key for key in keys if counted[key] > 1]
    return found


def killed(kefu: Kefu, lines: list[dict[str, Any]], chance: random.Random) -> list[int]:
    """Feed the lines, kill the program at some point; return the numbers of the lines it had acknowledged."""
    process = subprocess.Popen(
        kefu.command("apply", "-", "--json"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=kefu.env(),
    )
    assert process.stdin
    assert process.stdout
    heard: list[int] = []
    enough = threading.Event()
    wanted = chance.randint(0, len(lines))
    extra = chance.random() * 1.5

    def listen(output: Iterator[str]) -> None:
        for text in output:
            line = json.loads(text)
            if line["state"] == "queued" and line["line"] is not None and line["line"] not in heard:
                heard.append(line["line"])
            if len(heard) >= wanted:
                enough.set()
        enough.set()

    reader = threading.Thread(target=listen, args=(process.stdout,))
    reader.start()
    process.stdin.write("".join(json.dumps(line) + "\n" for line in lines))
    process.stdin.flush()
    enough.wait(20)
    time.sleep(extra)
    process.kill()
    process.wait()
    reader.join()
    process.stdin.close()
    process.stdout.close()
    return heard


def looked_over(data: Path) -> list[str]:
    """Return what is wrong with the files of the only profile."""
    folder = data_folder(data)
    keys = Vault(folder, SystemKeyring()).unlock(Profiles.load(folder).all[0], PASSPHRASE)
    files = ProfileFiles(keys.folder)
    OutboxFile.open(files.outbox, keys.file_key).close()
    with closing(CacheFile.open(files.cache, keys.file_key)) as cache:
        return cache.check()


def finish(kefu: Kefu, found: Found) -> None:
    """Let the program settle what waits, and note what it could not."""
    ended = kefu("apply", "-", "--json")
    for line in ended.objects():
        found.states[line["state"]] += 1
    found.unsettled = kefu("outbox", "--json").objects()


def on_a_server(kills: int, seed: int) -> Found:
    """Attack a server and a data directory of their own."""
    with tempfile.TemporaryDirectory() as folder, running("--customers", "400") as demo:
        demo.reset(customers=400, tokens="many")
        kefu = Kefu(Path(folder) / "data")
        added = kefu("profile", "add", "Main", "--base-url", demo.url, "--appid", demo.appid, typed=demo.app_key)
        assert added.code == 0, added.err
        return attack(kefu, demo, kills=kills, seed=seed)


def main() -> int:
    """Attack a server of its own, print what was found; 1 when something was lost or done twice."""
    parser = argparse.ArgumentParser(description="kill the program while it edits")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = on_a_server(asked.kills, asked.seed)
    print(said(found))
    return 1 if found.lost or found.twice else 0


def said(found: Found) -> str:
    """Return what was found as one line."""
    return (
        f"{found.kills} kills, {found.lines} edits, {found.acknowledged} acknowledged: {len(found.lost)} lost,"
        f" {len(found.twice)} applied twice, {len(found.unsettled)} wait for a person;"
        f" after the last start {dict(found.states)}"
    )


if __name__ == "__main__":
    sys.exit(main())
