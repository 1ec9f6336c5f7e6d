"""The whole window on a live demo account, and what a walk over it needs: actions, waiting, tidying up."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from desktop.qt.popup import Popup
from desktop.qt.tasks import Tasks
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui.live import LiveStage

SIZE = (1440, 900)
PULLED = 200
STILL = 0.4
"""Seconds after which popups stand and late answers are there."""

WidgetT = TypeVar("WidgetT", bound=QWidget)


class WalkDesk(LiveStage):
    """A live stage whose screens may ask the server, as in the program."""

    language: Language

    def reset(self) -> None:
        """Open the account anew, its screens with the tasks of the walk."""
        super().reset()
        self.trouble: list[BaseException] = []
        self.tasks = Tasks(self.trouble.append)
        self.screens.go_live(self.tasks)

    def clock(self) -> float:
        """Return the real time: what the server tells is of today."""
        return time.time()

    @property
    def folder(self) -> Path:
        """Where the account lies; the walk writes its own files there too."""
        return self._folder

    def run(self, name: str) -> None:
        """Run an action by its name."""
        self.window.registry[name].trigger()

    async def opens(self, name: str) -> QWidget:
        """Run an action and return the popup or dialog it opens."""
        return await self.opening(lambda: self.run(name))

    async def opening(self, act: Callable[[], object]) -> QWidget:
        """Do something and return the popup, dialog or menu it opens."""
        before = set(self.over())
        act()
        await self.until(lambda: set(self.over()) - before)
        return (set(self.over()) - before).pop()

    def over(self) -> list[QWidget]:
        """Return what stands open over the window."""
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        popups = [one for one in self.window.findChildren(Popup) if one.isVisible()]
        kinds = (QDialog, QMenu, QMainWindow)
        return [*popups, *(one for one in others if isinstance(one, kinds) or one.windowTitle())]

    def roots(self) -> list[QWidget]:
        """Return every window that is seen."""
        own = [one for one in self.over() if not isinstance(one, Popup)]
        return [self.window, *own]

    async def customers(self, place: int = 0) -> None:
        """Stand in the table on a customer whom the panel shows."""
        page = self.screens.page
        self.window.show_page("customers")
        self.window.show_panel(True)
        self.screens.panel.tabs.show_tab("profile")
        page.state.clear()
        page.table.selection.clear()
        page.table.setFocus()
        await self.until(lambda: page.rows.row(place) is not None)
        page.table.leave()
        page.table.go_to(place)
        row = page.rows.row(place)
        assert row is not None
        await self.until(lambda: self.screens.panel.customer_id == row.id)

    async def choose(self, count: int) -> None:
        """Select so many customers of the table."""
        await self.customers()
        page = self.screens.page
        await self.until(lambda: page.rows.row(count - 1) is not None)
        rows = [page.rows.row(place) for place in range(count)]
        page.table.selection.select(row.id for row in rows if row)

    async def tags(self) -> None:
        """Stand on the tags page, on the first tag of the first group."""
        self.window.show_page("tags")
        page = self.screens.pages.tags.page
        await self.until(lambda: page.scene.groups)
        page.choose_group(next(one.id for one in page.scene.groups if len(page.scene.tags.get(one.id, ())) > 1))
        page.pane.table.setFocus()
        page.pane.table.go_to(0)
        await self.until(lambda: page.pane.current() is not None)

    async def quiet(self) -> None:
        """Let what was asked for come in and be painted."""
        for _ in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        await self.until(lambda: not self.screens.page._listing.busy)

    async def still(self) -> None:
        """Wait until nothing moves any more and nothing is being fetched."""
        end = time.monotonic() + STILL
        await self.until(lambda: time.monotonic() > end)

    async def tidy(self) -> None:
        """Close whatever stands open."""
        for widget in reversed(self.over()):
            if isinstance(widget, Popup):
                widget.close_popup()
            elif isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()
        for form in tuple(self.screens.forms.windows):
            form.form.put_away()
        if self.screens.forms.in_panel is not None:
            self.screens.forms.in_panel.frame.put_away()
        while self.window.toasts.dismiss():
            pass
        self.screens.jobs.bar.show_job(None)
        if self.account.status.connection != "online" or self.account.status.progress is not None:
            self.status(connection="online", error=None, progress=None, quarantined=0)
        await self.quiet()


@asynccontextmanager
async def walk_desk(
    app: QApplication,
    folder: Path,
    demo: DemoHandle,
    language: Language,
    customers: int = PULLED,
    spoil: Callable[[], None] = lambda: None,
) -> AsyncIterator[WalkDesk]:
    """Open the window on an account that pulled everything from a server that was spoilt first."""
    demo.reset(customers=customers, tokens="many")
    spoil()
    language.use("en")
    desk = WalkDesk(app, folder, demo)
    desk.language = language
    try:
        desk.window.resize(*SIZE)
        desk.window.show()
        desk.window.activateWindow()
        await desk.connect()
        assert await desk.account.pull()
        await desk.until(lambda: desk.account.collections.tags)
        yield desk
    finally:
        await desk.tidy()
        await desk.tasks.close(2)
        await desk.close_all()


Scene: TypeAlias = Callable[[WalkDesk], Awaitable[None]]
"""How to get to something that is to be looked at."""
