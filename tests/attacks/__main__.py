"""Runs the attacks, each in a process of its own, and prints what came of them as one table.

`python -m tests.attacks` runs the short form of all, `--long` the long one, `--only NAME` one of them in this
process; ends with 1 when a bound was not met.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tests.attacks.rows import Asked, Row, dump, load, table

ATTACKS = (
    "crashes",
    "churn",
    "fuzz",
    "records",
    "imports",
    "bans",
    "twodesks",
    "callers",
    "answers",
    "sockets",
    "stalls",
    "storage",
    "fulldisk",
    "keyrings",
    "canaries",
    "texts",
    "leaving",
    "starts",
    "clocks",
    "closes",
    "day",
)
"""The modules of this folder that attack; each has `rows(asked) -> Iterable[Row]` and a `main` of its own."""

_PATIENCE = 2 * 3600.0


def here(name: str, asked: Asked) -> list[Row]:
    """Run an attack in this process."""
    return list(import_module(f"tests.attacks.{name}").rows(asked))


def apart(name: str, asked: Asked) -> list[Row]:
    """Run an attack in a process of its own; one that breaks gives a row that says so."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "rows.json"
        command = [sys.executable, "-m", "tests.attacks", "--only", name, "--seed", str(asked.seed)]
        command += ["--json", str(told), *(["--long"] if asked.long else [])]
        try:
            code: object = subprocess.run(
                command, stdout=subprocess.DEVNULL, timeout=_PATIENCE, check=False
            ).returncode
        except subprocess.TimeoutExpired:
            code = "none in time"
        if told.exists():
            return load(told.read_text("utf-8"))
    return [Row(name, 0, 0, said=f"broke off (exit {code})")]


def run(names: Sequence[str], asked: Asked) -> list[Row]:
    """Run the attacks one after the other."""
    if len(names) == 1:
        return here(names[0], asked)
    rows: list[Row] = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += apart(name, asked)
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; 1 when a bound was not met."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description="attack the app")
    parser.add_argument("--long", action="store_true", help="the long form: hours in all")
    parser.add_argument("--only", choices=ATTACKS, action="append", help="only this one (may be given again)")
    parser.add_argument("--seed", type=int, default=1, help="where all chances come from")
    parser.add_argument("--json", type=Path, help="a file that takes the rows as well")
    given = parser.parse_args(arguments)
    rows = run(given.only or ATTACKS, Asked(given.long, given.seed))
    print(table(rows))
    if given.json:
        given.json.write_text(dump(rows), "utf-8")
    return int(not all(row.held for row in rows))


if __name__ == "__main__":
    sys.exit(main())
