"""Keeps the counts of customers fresh while the page is shown: a tag, a group, who breaks single choice."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.tags.holders import Holders, Violation, violations
from desktop.ui.tags.ports import TagAccount
from desktop.ui.tags.scene import Counts

_PAUSE_MS = 2_000
_REST = 10
"""The pause is at least so many times as long as the last counting took: a large cache is not kept busy."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Who breaks single choice: how many customers, and the first of each group."""

    total: int = 0
    first: tuple[Violation, ...] = ()


class Counting(QObject):
    """Counts when `refresh` was called, at most every 2 s. `changed` when there are new figures."""

    changed = Signal()

    def __init__(self, account: TagAccount, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts = Counts()
        self.broken = Broken()
        self._account = account
        self._wanted = self._running = self._awake = False
        self._started = 0.0
        self._groups: dict[str, int] = {}
        self._found: dict[str, Holders] = {}
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)

    def wake(self, awake: bool) -> None:
        """Count from now on, or leave it: nobody looks."""
        self._awake = awake
        if awake:
            self.refresh()

    def refresh(self) -> None:
        """Count anew as soon as the pause allows."""
        self._wanted = True
        self._go_on()

    def close(self) -> None:
        """Count no more."""
        self._awake = False
        self._pause.stop()

    def _go_on(self) -> None:
        if self._wanted and self._awake and not self._running and not self._pause.isActive():
            self._wanted, self._running = False, True
            self._started = time.monotonic()
            self._groups, self._found = {}, {}
            self._account.tag_counts(self._on_tags)

    def _on_tags(self, tags: Mapping[str, int]) -> None:
        self.counts = Counts(tags, self.counts.groups)
        self.changed.emit()
        self._next_group(list(self._account.collections.tag_groups))

    def _next_group(self, left: list[str]) -> None:
        if not self._awake:
            self._running = False
            return
        if not left:
            self._finish()
            return
        group_id = left.pop(0)
        tags = [tag.id for tag in self._account.collections.tags.values() if tag.group_id == group_id]

        def counted(holders: Holders) -> None:
            self._groups[group_id] = holders.total
            group = self._account.collections.tag_groups.get(group_id)
            if group is None or group.multiple:
                self._next_group(left)
            else:
                self._account.tag_holders(tags, broken, least=2)

        def broken(holders: Holders) -> None:
            self._found[group_id] = holders
            self._next_group(left)

        self._account.tag_holders(tags, counted, limit=0)

    def _finish(self) -> None:
        collections = self._account.collections
        self.counts = Counts(self.counts.tags, self._groups)
        first = [
            one
            for group_id, holders in self._found.items()
            for one in violations(holders.first, collections.tag_groups, collections.tags)
            if one.group_id == group_id
        ]
        self.broken = Broken(sum(holders.total for holders in self._found.values()), tuple(first))
        self._running = False
        took = time.monotonic() - self._started
        self._pause.start(max(_PAUSE_MS, round(took * 1000 * _REST)))
        self.changed.emit()
