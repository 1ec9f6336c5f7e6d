from collections.abc import Iterator

import httpx
import pytest

from tests.demo_control import DemoHandle


@pytest.fixture
def http(demo_server: DemoHandle) -> Iterator[httpx.Client]:
    """A client of the demo server with a fresh token, asking in Chinese."""
    with demo_server.client() as client:
        yield client
