"""How long the customer of the panel is in its stage and how its case ended, as far as the history here tells."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.domain.following.stagetime import end_in, last_set, stage_since
from desktop.ui.detail.panel import DetailPanel
from desktop.ui.staging.wording import StagedWords, kind_text
from desktop.ui.wording.formats import Formats
from desktop.workspace.timeline.timelines import Timeline

_DAY = 86_400


class Histories(Protocol):
    """Histories of customers (`workspace.timeline.timelines.Timelines`)."""

    def open(self, customer_id: str, changed: Callable[[], None]) -> Timeline:
        """Return a customer's history, empty until the cache has answered."""


class StageDays(QObject):
    """Writes the days into the panel's head; nothing where they are not known."""

    def __init__(self, panel: DetailPanel, histories: Histories, formats: Formats, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._histories = histories
        self._formats = formats
        self._timeline: Timeline | None = None
        panel.shown.connect(self._on_shown)

    def show(self, timeline: Timeline) -> None:
        """Show what a history tells of which more is known now."""
        header = self._panel.header
        since = stage_since(timeline.entries, header.stage_id)
        end = end_in(last_set(timeline.entries), header.stage_id)
        if timeline.customer_id != self._panel.customer_id:
            return
        if since is None:
            header.show_stage_age("", "")
            return
        days = max(0, int(self._formats.clock()) - since) // _DAY
        text = StagedWords().days(days) if days else self.tr("since today")
        text = text if end is None else f"{kind_text(end)} · {text}"
        header.show_stage_age(text, self.tr("In this stage since {time}").format(time=self._formats.exact(since)))

    def close(self) -> None:
        """Stop reading."""
        self._panel.shown.disconnect(self._on_shown)
        self._let_go()

    def _on_shown(self, customer_id: str) -> None:
        self._let_go()
        if customer_id and self._panel.header.stage_id:
            self._timeline = self._histories.open(customer_id, self._write)

    def _let_go(self) -> None:
        if self._timeline is not None:
            self._timeline.close()
            self._timeline = None

    def _write(self) -> None:
        if self._timeline is not None:
            self.show(self._timeline)
