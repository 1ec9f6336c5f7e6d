"""What the tests of all packages share: the demo server."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.demo_control import BROKEN_LOG, DemoHandle, start

# How long an example takes is the machine's affair, which does other work too.
settings.register_profile("kefu", deadline=None)
settings.load_profile("kefu")


@pytest.fixture(scope="session", autouse=True)
def broken_calls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fail the session when any demo server of it, whoever started it, recorded a call that broke the tables."""
    log = tmp_path_factory.mktemp("demo") / "broken.jsonl"
    os.environ[BROKEN_LOG] = str(log)
    yield log
    del os.environ[BROKEN_LOG]
    broken = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    assert not broken, f"{len(broken)} calls broke the document's tables, the first: {broken[0]}"


@pytest.fixture(scope="session")
def demo_process(broken_calls: Path) -> Iterator[DemoHandle]:
    """One demo server for the whole session."""
    handle = start(env={BROKEN_LOG: str(broken_calls)})
    yield handle
    handle.stop()


@pytest.fixture
def demo_server(demo_process: DemoHandle) -> Iterator[DemoHandle]:
    """A demo server as new, with 500 customers; `reset(customers=...)` changes that."""
    demo_process.expect_broken(False)
    demo_process.forget_broken()
    demo_process.reset()
    yield demo_process
    broken = demo_process.broken()
    assert demo_process.exempt or not broken, f"calls that broke the document's tables: {broken}"
