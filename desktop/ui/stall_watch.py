"""A way for developers to see how smoothly the window runs: begun and ended from the command palette."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.qt.toast import Toast, Tone
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions

if TYPE_CHECKING:
    from desktop.qt.stalls import StallMeter


class StallWatch(QObject):
    """Adds the action that begins to measure the event loop, and at its next call tells what came of it.

    `tell` shows a toast; the report it offers to copy holds places in the code only.
    """

    def __init__(self, actions: Actions, tell: Callable[[Toast], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        actions.add(verbs.STALLS, self.turn)

    def turn(self) -> None:
        """Begin to measure, or end it and tell."""
        if not self._meter.running:
            self._meter.start()
            self._tell(Toast(self.tr("Measuring how smoothly the window runs. Call it again to see."), Tone.NEWS))
            return
        self._meter.stop()
        text = self.tr(
            "Longest wait {longest} ms, 99.9 % up to {most} ms, %n above 16 ms", "", len(self._meter.stalls)
        )
        gaps = self._meter.gaps
        text = text.format(longest=f"{gaps.longest:.1f}", most=f"{gaps.p999:.1f}")
        self._tell(Toast(text, Tone.NEWS, self.tr("Copy the report"), self._copy, "stalls"))

    @cached_property
    def _meter(self) -> "StallMeter":
        from desktop.qt.stalls import StallMeter  # noqa: PLC0415 -- hardly a start needs it

        return StallMeter(parent=self)

    def _copy(self) -> None:
        from desktop.qt.stalls import told  # noqa: PLC0415

        gaps, works = self._meter.gaps, self._meter.works
        head = f"longest {gaps.longest:.1f}\np999 {gaps.p999:.1f}\nworked {works.longest:.1f}"
        QGuiApplication.clipboard().setText("\n".join([head, *map(told, self._meter.stalls)]))
