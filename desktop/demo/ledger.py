"""What happened to the server: writes that took effect, calls that broke the tables, requests as they came."""

import json
from collections import deque
from pathlib import Path
from typing import Any, TypeAlias

Entry: TypeAlias = "dict[str, Any]"


class Ledger:
    """The three records. Broken calls are written to `log` too, unless the server is exempt."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = log
        self.exempt = False
        self.applied: list[Entry] = []
        self.broken: list[Entry] = []
        self.requests: deque[Entry] = deque(maxlen=20_000)
        self.in_flight = self.most_in_flight = 0

    def write(self, endpoint: str, params: Entry, at: float) -> None:
        """Note a write that took effect."""
        self.applied.append({"number": len(self.applied), "endpoint": endpoint, "params": params, "time": at})

    def breach(self, method: str, path: str, section: str, departures: tuple[str, ...]) -> None:
        """Note a call that departs from the document's tables."""
        entry = {"method": method, "path": path, "section": section, "departures": list(departures)}
        self.broken.append(entry)
        if self._log and not self.exempt:
            with self._log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def request(self, method: str, path: str, query: str, at: float) -> None:
        """Note a request."""
        self.requests.append({"method": method, "path": path, "query": query, "time": at})

    def restart(self) -> None:
        """Forget writes and requests; the broken calls stay."""
        self.applied.clear()
        self.requests.clear()
        self.in_flight = self.most_in_flight = 0
