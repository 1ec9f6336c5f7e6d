"""The window on a virtual screen, on a demo account."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.screen import Screen, Tree, missing_programs, screen

PROGRAM = "kefu-desk"


@dataclass(frozen=True)
class Seen:
    """The running program, the screen it is on and its accessibility tree."""

    process: "subprocess.Popen[bytes]"
    screen: Screen
    tree: Tree


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[Screen]:
    missing = missing_programs()
    assert not missing, f"install {', '.join(missing)}: packaging/dev.sh test does"
    with screen() as made:
        yield made


@pytest.fixture(scope="module")
def window(virtual_screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """The window on the embedded demo server, its first pull done."""
    folder: Path = tmp_path_factory.mktemp("data")
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--demo", "--lang", "en", "--data-dir", str(folder)],
        env=virtual_screen.env | {"PYTHONPATH": str(Path.cwd())},
    )
    try:
        with Tree(virtual_screen, PROGRAM) as tree:
            tree.wait("row_count", name="Customers", role="table", until=lambda count: count == 5000, seconds=60)
            yield Seen(process, virtual_screen, tree)
    finally:
        process.terminate()
        assert process.wait(20) == 0
