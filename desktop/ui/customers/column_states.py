"""The table's columns as the preferences keep them. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.settings.preferences import ColumnState


def to_preferences(state: Mapping[str, Any]) -> tuple[ColumnState, ...]:
    """Return the state of an arrangement as column states, in their order."""
    hidden, widths = set(state["hidden"]), state["widths"]
    return tuple(ColumnState(name, widths.get(name, 0), name not in hidden) for name in state["order"])


def from_preferences(columns: Sequence[ColumnState]) -> dict[str, Any]:
    """Return column states as the state an arrangement restores; {} when there are none."""
    if not columns:
        return {}
    return {
        "order": [column.name for column in columns],
        "hidden": [column.name for column in columns if not column.shown],
        "widths": {column.name: column.width for column in columns if column.width},
    }
