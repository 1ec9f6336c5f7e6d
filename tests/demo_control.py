"""Starts demo servers for tests and steers them."""

import json
import os
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import md5
from typing import Any, TypeAlias

import httpx

Entry: TypeAlias = dict[str, Any]

BROKEN_LOG = "KEFU_DEMO_BROKEN_LOG"
# One for all servers of a run: one that is started anew has the same data.
_NEWEST = int(time.time()) // 3_600 * 3_600
# Never used on loopback; without one each client reads all certificates of the machine, which takes 30 ms.
_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True)
class Applied:
    """A write that took effect: its endpoint such as "label/save", its arguments, the server's time."""

    number: int
    endpoint: str
    params: Entry
    time: float


@dataclass(frozen=True)
class Requested:
    """A request as it came."""

    method: str
    path: str
    query: str
    time: float


class DemoHandle:
    """A running demo server: what a client needs to use it, and what a test needs to steer it.

    `process` is the server's process. Everything here goes over the control endpoints, which are neither checked
    against the document nor hit by faults.
    """

    def __init__(self, process: "subprocess.Popen[str]", announced: dict[str, str]) -> None:
        self.process = process
        self.exempt = False
        self.url = announced["url"]
        self.appid = announced["appid"]
        self.app_key = announced["app_key"]
        self._http = httpx.Client(base_url=f"{self.url}/_demo", trust_env=False, timeout=60, verify=_TLS)

    # Options

    def reset(self, **options: str | int | bool) -> None:
        """Start anew with the options and quirks of `desktop.demo.options` (those not given as at the start).

        Faults, churn, clock, ledger, requests and tokens start anew too; the record of broken calls stays.
        """
        self._ask("POST", "reset", options)

    def options(self) -> Entry:
        """Return the options in force."""
        return self._ask("GET", "options")

    # What happened

    def broken(self) -> list[Entry]:
        """Return the calls that broke the document's tables: method, path, section, departures."""
        return list(self._ask("GET", "broken")["broken"])

    def forget_broken(self) -> None:
        """Empty the record of broken calls."""
        self._ask("DELETE", "broken")

    def expect_broken(self, exempt: bool = True) -> None:
        """Declare that this test breaks the tables on purpose: what it breaks does not fail it."""
        self.exempt = exempt
        self._ask("POST", "broken/exempt", {"exempt": exempt})

    def ledger(self, endpoint: str = "") -> list[Applied]:
        """Return the writes that took effect, of one endpoint such as "label/save" or of all."""
        entries = [Applied(**entry) for entry in self._ask("GET", "ledger")["ledger"]]
        return [entry for entry in entries if endpoint in {"", entry.endpoint}]

    def requests(self, path: str = "") -> list[Requested]:
        """Return the requests that came (the last 20,000), those whose path ends with `path`."""
        entries = [Requested(**entry) for entry in self._ask("GET", "requests")["requests"]]
        return [entry for entry in entries if entry.path.endswith(path)]

    def most_in_flight(self) -> int:
        """Return the most requests that were being answered at once."""
        return int(self._ask("GET", "requests")["most_in_flight"])

    # Trouble

    def misbehave(self, kind: str, path: str = "*", **values: str | float) -> None:
        """Add a fault: a kind and values of `desktop.demo.faults.Fault`; `path` is a shell pattern."""
        self._ask("POST", "misbehave", {"kind": kind, "path": path, **values})

    def behave(self) -> None:
        """Drop all faults."""
        self._ask("DELETE", "misbehave")

    def churn(self, changes: int = 0, additions: int = 0, requests: int = 0, seed: int = 1) -> None:
        """Change and add so many customers at each list request, for so many requests (0: all)."""
        self._ask(
            "POST", "churn", {"changes": changes, "additions": additions, "requests": requests, "seed": seed}
        )

    def now(self) -> float:
        """Return the server's time."""
        return float(self._ask("GET", "clock")["now"])

    def move_clock(self, offset: float) -> None:
        """Set the server's clock `offset` seconds off the real time."""
        self._ask("POST", "clock", {"offset": offset})

    def forget_tokens(self) -> None:
        """Make every token die."""
        self._ask("DELETE", "tokens")

    # The truth

    def ids(self) -> list[str]:
        """Return every customer's id, the last updated first."""
        return list(self._ask("GET", "customers/ids")["ids"])

    def customer(self, id_: str) -> Entry:
        """Return a customer's whole record."""
        return dict(self._ask("GET", f"customers/{id_}")["customer"])

    def stage(self, id_: str) -> str:
        """Return the id of the stage a customer is in, "" for none."""
        return str(self._ask("GET", f"customers/{id_}")["stage"])

    def change(self, id_: str, **fields: Any) -> Entry:
        """Change a customer as a colleague would: wire names, None takes a field out, `stage` sets the stage."""
        return dict(self._ask("POST", f"customers/{id_}", fields)["customer"])

    def remove(self, id_: str) -> None:
        """Remove a customer."""
        self._ask("DELETE", f"customers/{id_}")

    def add(self, count: int = 1) -> list[str]:
        """Add customers; return their ids."""
        return list(self._ask("POST", "customers", {"count": count})["ids"])

    # A client without any of ours

    def token(self) -> str:
        """Take a token the documented way."""
        at = str(int(self._ask("GET", "clock")["now"]))
        sign = md5(f"{self.appid}{at}{self.app_key}".encode(), usedforsecurity=False).hexdigest()
        query = {"appid": self.appid, "create_time": at, "sign": sign}
        reply = self._http.get(f"{self.url}/api/get_token", params=query)
        return str(reply.json()["item"]["token"])

    def client(self, language: str = "zh", **headers: str) -> httpx.Client:
        """Return an HTTP client whose base is `/api/scrm/5`, with a fresh token."""
        headers = {"token": self.token(), "language": language, **headers}
        return httpx.Client(
            base_url=f"{self.url}/api/scrm/5", headers=headers, trust_env=False, timeout=60, verify=_TLS
        )

    def stop(self) -> None:
        """Stop the server."""
        self._http.close()
        if self.process.stdin:
            self.process.stdin.close()
        if self.process.stdout:
            self.process.stdout.close()
        self.process.terminate()
        self.process.wait(10)

    def _ask(self, method: str, name: str, values: Entry | None = None) -> Any:
        reply = self._http.request(method, f"/{name}", json=values if values is not None else None)
        reply.raise_for_status()
        return reply.json()


def start(*arguments: str, env: dict[str, str] | None = None) -> DemoHandle:
    """Start a demo server in a process of its own, with command line arguments; the caller stops it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop.demo", "--with-parent", "--set", f"today={_NEWEST}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **(env or {})},
    )
    assert process.stdout
    return DemoHandle(process, json.loads(process.stdout.readline()))


@contextmanager
def running(*arguments: str) -> Iterator[DemoHandle]:
    """Run a demo server of one's own for a while."""
    handle = start(*arguments)
    try:
        yield handle
    finally:
        handle.stop()
