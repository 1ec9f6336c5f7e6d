"""The history the other way round: field by field, what each was before. Pure: no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.ui.timeline.entries import Diff, Told
from desktop.ui.timeline.rows import Row, RowKind


@dataclass(slots=True)
class _Field:
    """One field and its changes, the newest first."""

    label: str
    entries: list[Told]


def changes_of(entries: Sequence[Told], end: str) -> list[Row]:
    """Return a heading a field, the last changed first, and under it every change; `end` as in `rows.rows_of`."""
    fields: dict[str, _Field] = {}
    for told in entries:
        for number, diff in enumerate(told.diffs):
            key = diff.field or diff.label
            field = fields.setdefault(key, _Field(_heading(diff), []))
            own = replace(diff, label="")
            who = told.who or QCoreApplication.translate("Timeline", "Nobody is named")
            field.entries.append(
                replace(told, key=f"{told.key} {number}", title=who, who="", text="", diffs=(own,))
            )
    rows: list[Row] = []
    for key, field in fields.items():
        rows.append(Row(RowKind.HEADING, f"field {key}", field.label))
        rows += [Row(RowKind.ENTRY, one.key, told=one) for one in field.entries]
    if end and rows:
        rows.append(Row(RowKind.END, "end", end))
    return rows


def _heading(diff: Diff) -> str:
    return QCoreApplication.translate("Timeline", "Tags") if diff.field == "tags" else diff.label
