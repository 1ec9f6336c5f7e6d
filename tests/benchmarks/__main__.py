"""Measures every row of the speed goals on the real classes: `python -m tests.benchmarks`.

Makes the accounts it needs in `--folder` and reuses them. Prints a table: row, figure, goal, what was measured,
the floor a prototype reached, and the figure against the goal (1 or less is met). `--json` keeps the figures,
`--compare` sets an older file beside them. Rows with a window run on the screenless platform and on Xvfb.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import suite
from tests.benchmarks.machine import machine
from tests.benchmarks.profiles import profile
from tests.benchmarks.report import Line, Measured, kept, lines, markdown, table
from tests.benchmarks.row import Bench, Figures

SIZE = 1_000_000
FOLDER = Path(tempfile.gettempdir()) / "kefu-bench"


def measured(names: Sequence[str], bench: Bench, platforms: Sequence[str]) -> Iterator[tuple[str, Figures]]:
    """Measure rows one after the other; one that paints on each platform."""
    for name in names:
        screen = suite.row(name).screen
        for platform in platforms if screen else platforms[:1]:
            title = f"{name} @{platform}" if screen else name
            print(f"{title} ...", file=sys.stderr, flush=True)
            yield title, suite.measure(name, bench, platform)


def before(file: Path | None) -> Measured | None:
    """Return the figures of an older run."""
    if file is None:
        return None
    rows: Measured = json.loads(file.read_text("utf-8"))["rows"]
    return rows


def arguments() -> argparse.ArgumentParser:
    """Return what the command takes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"only these: {', '.join(suite.NAMES)}")
    parser.add_argument("--only", action="append", choices=suite.NAMES, help="the same, may be given again")
    parser.add_argument("--size", type=int, default=SIZE, help="customers in the account (1,000,000)")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the accounts are kept")
    parser.add_argument(
        "--samples", type=float, default=1.0, help="how often things are done: 0.1 for a quick look"
    )
    parser.add_argument("--platform", choices=suite.PLATFORMS, action="append", help="only this one")
    parser.add_argument("--json", type=Path, help="a file that takes all figures")
    parser.add_argument("--compare", type=Path, help="such a file of an older run")
    parser.add_argument("--markdown", action="store_true", help="print the goals as README holds them")
    return parser


def main() -> int:
    """Measure and print; 1 when a goal was missed or has no figure."""
    parser = arguments()
    given = parser.parse_args()
    names = [*given.rows, *(given.only or ())] or suite.NAMES
    if unknown := set(names) - set(suite.NAMES):
        parser.error(f"there is no row {', '.join(sorted(unknown))}")
    bench = Bench(given.folder, given.size, given.samples)
    profile(bench.folder, bench.size)
    on = machine()
    goals = {name: suite.row(name).goals for name in names}
    found: dict[str, Figures] = {}
    judged: list[Line] = []
    for title, figures in measured(names, bench, given.platform or suite.PLATFORMS):
        found[title] = figures
        judged = list(lines(found, goals, before(given.compare)))
        if given.json:
            given.json.write_text(json.dumps(kept(on | {"size": bench.size}, found, judged), indent=1), "utf-8")
    print(f"{bench.size:,} customers; " + ", ".join(f"{key} {value}" for key, value in on.items()))
    print(markdown(judged) if given.markdown else table(judged, compared=given.compare is not None))
    return int(any(line.verdict not in {"", "met"} for line in judged))


if __name__ == "__main__":
    sys.exit(main())
