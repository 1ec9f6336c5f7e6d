"""The file's single values: counters, the pull's state, the compression dictionary."""

import json
from collections.abc import Mapping
from typing import cast

import apsw

from desktop.domain.json import Json


class Meta:
    """The table `meta` over one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def add(self, name: str, amount: int) -> int:
        """Add to a counter and return its new value."""
        query = "UPDATE meta SET value = value + ? WHERE name = ? RETURNING value"
        return int(self._connection.execute(query, (amount, name)).get)

    def number(self, name: str) -> int:
        """Return a counter."""
        return int(self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).get)

    def blob(self, name: str) -> bytes:
        """Return a binary value, b"" when there is none."""
        return self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).get or b""

    def put(self, name: str, value: str | bytes | int) -> None:
        """Set a value."""
        self._connection.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (name, value)
        )

    def state(self) -> Mapping[str, Json]:
        """Return the pull planner's state, as it was last set."""
        text = self._connection.execute("SELECT value FROM meta WHERE name = 'pull'").get
        return cast("Mapping[str, Json]", json.loads(text))

    def put_state(self, state: Mapping[str, Json]) -> None:
        """Set the pull planner's state."""
        self.put("pull", json.dumps(state, separators=(",", ":")))
