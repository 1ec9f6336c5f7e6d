"""The columns of the outbox."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.qt.columns import Column, Kind
from desktop.ui.outbox.linewords import state_mark, state_text, what_text, who_text, why_text
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import Lookup


def line_columns(lookup: Lookup, formats: Formats, name: Callable[[str], str]) -> tuple[Column, ...]:
    """Return the columns in the language shown; `name` is what a customer is called."""
    return (
        Column(
            "what",
            QCoreApplication.translate("Outbox", "Edit"),
            format=lambda line: what_text(line, lookup, name),
            exact=lambda line: who_text(line, name),
            fields=("line",),
            strong=True,
            width=360,
        ),
        Column(
            "state",
            QCoreApplication.translate("Outbox", "State"),
            format=state_text,
            fields=("line",),
            marks=lambda line: [state_mark(line)],
            width=236,
        ),
        Column(
            "since",
            QCoreApplication.translate("Outbox", "Since"),
            Kind.TIME,
            format=lambda line: formats.relative(line.since),
            exact=lambda line: formats.exact(line.since),
            fields=("line",),
            tone="secondary",
            width=110,
        ),
        Column("why", QCoreApplication.translate("Outbox", "Why"), format=why_text, fields=("line",), width=420),
        Column(
            "attempts",
            QCoreApplication.translate("Outbox", "Tries"),
            Kind.NUMBER,
            format=lambda line: formats.number(line.attempts) if line.attempts else "",
            fields=("line",),
            tone="secondary",
            width=64,
        ),
    )
