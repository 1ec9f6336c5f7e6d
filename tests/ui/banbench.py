"""A blacklist page over many bans with a clock of its own, and what is painted of it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import Ban
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.sheets.writing import Rows
from desktop.ui.blacklist.page import BlacklistPage
from desktop.ui.kit import Kit
from desktop.ui.wording.formats import Formats
from desktop.workspace.bans.clock import BanClock
from desktop.workspace.bans.events import BanEvent
from desktop.workspace.events import Subscribers

R = TypeVar("R")

NOW = 1_763_758_800


class ManyBans:
    """Bans by the seconds that are left of each; they follow a clock that tests move.

    While it is `slow`, what is done beside the thread is answered when a test calls it.
    """

    def __init__(self, lefts: Iterable[int], kind: BlackType = BlackType.THREE_DAYS) -> None:
        self.now = float(NOW)
        self.events: Subscribers[BanEvent] = Subscribers()
        self.fetched: int | None = NOW
        self.loaded = True
        self.bans: dict[str, Ban] = {}
        for place, left in enumerate(lefts):
            own = f"c{place:06}"
            entry = BlacklistEntry(own, f"Customer {place}", kind, "spam", NOW - 60, NOW + left, active=True)
            self.bans[own] = Ban(entry)
        self._clock = BanClock(lambda one: self.bans[one].entry)
        self._clock.reckon(list(self.bans), NOW)
        self.passed: list[str] = []
        self.slow = False
        self.answers: list[Callable[[], None]] = []

    def of(self, customer_id: str) -> Ban | None:
        return self.bans.get(customer_id)

    def name_of(self, customer_id: str) -> str:
        return self.bans[customer_id].entry.nickname

    def turn(self) -> None:
        self.passed += self._clock.passed(int(self.now))

    async def refresh(self) -> None:
        raise NotImplementedError

    def beside(self, work: Callable[[], R], *, answer: Callable[[R], None], failed: object) -> None:
        assert failed
        self.answers.append(lambda: answer(work()))
        if not self.slow:
            self.answers.pop()()

    def export(
        self, path: Path, titles: object, rows: Rows, *, answer: Callable[[int], None], failed: object
    ) -> None:
        raise NotImplementedError


class Painted(QObject):
    """Counts the paints of a widget and what they cover."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.events = 0
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.events += 1
            self.areas += list(event.region())
        return False

    def forget(self) -> None:
        self.events, self.areas = 0, []

    @property
    def pixels(self) -> int:
        return sum(area.width() * area.height() for area in self.areas)


def kit_of(app: QApplication, clock: Callable[[], float]) -> Kit:
    """Return what screens are drawn with, by a clock of the test's own."""
    look = Look(app)
    look.apply()
    return Kit(look, Icons(look), ChipPainter(look), Formats(clock=clock))


def open_page(app: QApplication, bans: ManyBans, size: tuple[int, int] = (1180, 860)) -> BlacklistPage:
    """Show a page on the bans, the soonest to end first."""
    page = BlacklistPage(kit_of(app, lambda: bans.now), bans, lambda: "18:00")
    page.resize(*size)
    page.show()
    page.refresh()
    for _ in range(5):
        app.processEvents()
    return page
