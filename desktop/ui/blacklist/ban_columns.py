"""The columns of the blacklist."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.bans.meaning import Ban, end_of
from desktop.qt.columns import Column, Kind
from desktop.ui.blacklist.ports import Bans
from desktop.ui.blacklist.wording import (
    kind_text,
    left_text,
    reason_text,
    status_hint,
    status_mark,
    status_text,
    until_text,
)
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.lookup import short_id

TABLE = "blacklist"
LEFT, STATUS = "left", "status"
_SEARCHED = frozenset({"customer", "reason"})


class BanColumns:
    """Makes the columns in the language shown."""

    def __init__(self, bans: Bans, formats: Formats) -> None:
        self._bans = bans
        self._formats = formats

    def name(self, ban: Ban) -> str:
        """Return what a customer is called, the id when there is no name."""
        return self._bans.name_of(ban.customer_id) or short_id(ban.customer_id)

    def all(self) -> tuple[Column, ...]:
        """Return every column."""
        return (
            self._column(
                "customer", QCoreApplication.translate("Blacklist", "Customer"), self.name, 150, strong=True
            ),
            self._column("reason", QCoreApplication.translate("Blacklist", "Reason"), reason_text, 134),
            self._column(
                "kind", QCoreApplication.translate("Blacklist", "Kind"), lambda ban: kind_text(ban.entry.type), 86
            ),
            self._since(),
            self._until(),
            Column(
                LEFT,
                QCoreApplication.translate("Blacklist", "Time left"),
                Kind.TIME,
                format=lambda ban: left_text(ban, self._now()),
                fields=("ban",),
                sort=LEFT,
                width=116,
            ),
            Column(
                STATUS,
                QCoreApplication.translate("Blacklist", "Status"),
                format=lambda ban: status_text(ban, self._now()),
                exact=lambda ban: status_hint(ban, self._now()),
                copied=lambda ban: status_text(ban, self._now()),
                marks=lambda ban: [status_mark(ban, self._now())],
                fields=("ban",),
                sort=STATUS,
                width=150,
            ),
        )

    def _now(self) -> int:
        return int(self._formats.clock())

    def _column(
        self, name: str, title: str, text: Callable[[Ban], str], width: int, *, strong: bool = False
    ) -> Column:
        searched = name in _SEARCHED
        return Column(
            name, title, format=text, fields=("ban",), sort=name, strong=strong, searched=searched, width=width
        )

    def _since(self) -> Column:
        return Column(
            "since",
            QCoreApplication.translate("Blacklist", "Since"),
            Kind.TIME,
            format=lambda ban: self._formats.moment(ban.entry.since) if ban.entry.since else "",
            exact=lambda ban: self._formats.exact(ban.entry.since) if ban.entry.since else "",
            fields=("ban",),
            sort="since",
            tone="secondary",
            width=120,
        )

    def _until(self) -> Column:
        return Column(
            "until",
            QCoreApplication.translate("Blacklist", "Until"),
            Kind.TIME,
            format=lambda ban: until_text(ban, self._formats),
            exact=self._exact_end,
            fields=("ban",),
            sort="until",
            tone="secondary",
            width=120,
        )

    def _exact_end(self, ban: Ban) -> str:
        end = end_of(ban.entry)
        return "" if end is None else self._formats.exact(end)
