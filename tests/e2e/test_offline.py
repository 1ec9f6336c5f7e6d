"""Everything fetched stays readable when the server is gone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_control import running
from tests.e2e.conftest import PROGRAM, Seen
from tests.e2e.screen import Screen, Tree

pytestmark = pytest.mark.e2e

SECRETS = {
    "KEFU_PASSPHRASE": "correct horse battery",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that was synchronised once with a server that is gone."""
    folder: Path = tmp_path_factory.mktemp("data")
    command = [sys.executable, "-m", "desktop", "--data-dir", str(folder)]
    with running("--customers", "800") as server:
        environment = os.environ | SECRETS | {"KEFU_APP_KEY": server.app_key}
        add = [*command, "profile", "add", "Shop", "--base-url", server.url, "--appid", server.appid]
        subprocess.run(add, env=environment, check=True, timeout=60)
        subprocess.run([*command, "sync"], env=environment, check=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def offline(virtual_screen: Screen, left_behind: Path) -> Iterator[Seen]:
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--lang", "en", "--data-dir", str(left_behind)],
        env=virtual_screen.env | SECRETS,
    )
    try:
        with Tree(virtual_screen, PROGRAM) as tree:
            tree.wait("row_count", name="Customers", role="table", until=lambda count: count == 800, seconds=40)
            # Its lists, and their keys, come a moment after the first rows.
            tree.wait("controls", until=lambda parts: any(part["name"] == "Following up" for part in parts))
            yield Seen(process, virtual_screen, tree)
    finally:
        process.terminate()
        assert process.wait(20) == 0


def labels(seen: Seen) -> set[str]:
    return {part["name"] for part in seen.tree.ask("controls") if part["role"] == "label"}


def test_a_quiet_banner_says_so_and_nothing_pops_up(offline: Seen) -> None:
    offline.tree.wait("controls", until=lambda parts: any("offline" in part["name"].lower() for part in parts))
    roles = {part["role"] for part in offline.tree.ask("controls")}
    assert not roles & {"dialog", "alert"}


def test_search_filter_and_detail_work(offline: Seen) -> None:
    offline.screen.focus("Kefu Desk")
    offline.screen.keys("slash")
    offline.screen.type("139")
    offline.tree.wait("row_count", name="Customers", role="table", until=lambda count: 0 < count < 200)
    offline.screen.keys("ctrl+a", "Delete")
    offline.tree.wait("row_count", name="Customers", role="table", until=lambda count: count == 800)
    offline.screen.keys("alt+5")
    offline.tree.wait("row_count", name="Customers", role="table", until=lambda count: 0 < count < 800)
    offline.screen.keys("alt+1")
    offline.tree.wait("row_count", name="Customers", role="table", until=lambda count: count == 800)
    offline.tree.ask("focus", name="Customers", role="table")
    offline.screen.keys("Home", "Return")
    first = offline.tree.ask("rows", name="Customers", role="table", count=1)[0][0]
    offline.tree.wait("controls", until=lambda _: first in labels(offline))
