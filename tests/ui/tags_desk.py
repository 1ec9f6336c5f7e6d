"""The tags page of a live account, for tests that drive it by keyboard against the demo server."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.domain.jobs.job import OVER, JobView
from desktop.qt.picker import PickerPopup
from desktop.ui.jobs.dry_run import DryRunDialog
from desktop.ui.tags.page import TagsPage
from desktop.workspace.jobs import JobChanged, JobEvent
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import LiveStage
from tests.workspace.jobrig import server_tags

DialogT = TypeVar("DialogT", bound=QDialog)


class Desk:
    """The tags page of a live account, what its jobs came to, and what the server holds, by name."""

    def __init__(self, stage: LiveStage) -> None:
        self.stage = stage
        self.jobs: dict[str, JobView] = {}
        stage.account.jobs.events.subscribe(self._hear)

    @property
    def page(self) -> TagsPage:
        """The page."""
        return self.stage.screens.pages.tags.page

    async def open_group(self, group_id: str) -> None:
        """Go to a group's tags; the first is current."""
        press(Key.Key_2, CONTROL)
        await self.stage.until(self.page.isVisible)
        self.page.choose_group(group_id)
        self.page.pane.table.setFocus()
        press(Key.Key_Home, CONTROL)
        await self.stage.until(lambda: self.page.pane.current() is not None)

    async def dialog(self, kind: type[DialogT]) -> DialogT:
        """Return the dialog of this kind, once it has the focus."""

        def shown() -> list[DialogT]:
            focus = QApplication.focusWidget() or QWidget()
            found = self.stage.window.findChildren(kind)
            return [one for one in found if one.isVisible() and one.isAncestorOf(focus)]

        await self.stage.until(shown)
        return shown()[0]

    async def start(self) -> int:
        """Press Enter in the dry run once it counted; return how many customers it changes."""
        dialog = await self.dialog(DryRunDialog)
        await self.stage.until(dialog.start.hasFocus)
        assert dialog.run is not None
        changing = dialog.run.changing
        press(Key.Key_Return)
        return changing

    async def done(self, count: int) -> None:
        """Wait until so many jobs are over, without a failure."""
        await self.stage.until(lambda: sum(job.state in OVER for job in self.jobs.values()) >= count, 40.0)
        assert not [job for job in self.jobs.values() if job.failed or job.error]

    async def undo(self) -> None:
        """Press Ctrl+Z in the window."""
        self.stage.window.activateWindow()
        self.page.side.list.setFocus()
        await self.stage.until(self.page.side.list.hasFocus)
        press(Key.Key_Z, CONTROL)

    def tables(self) -> dict[str, tuple[str, str]]:
        """Return (group, name) of the server's tags by id."""
        found: dict[str, tuple[str, str]] = {}
        with self.stage.demo.client() as client:
            for group in client.get("/label_group/list", params={"page_no": 1, "page_size": 100}).json()["items"]:
                asked = {"groupid": group["id"], "page_no": 1, "page_size": 100}
                for tag in client.get("/label/list", params=asked).json()["items"]:
                    found[tag["id"]] = (group["name"], tag["name"])
        return found

    def held(self) -> dict[str, set[tuple[str, str]]]:
        """Return (group, name) of the tags of every customer of the server."""
        names = self.tables()
        tags = server_tags(self.stage.demo, self.stage.demo.ids())
        return {key: {names[tag] for tag in own if tag in names} for key, own in tags.items()}

    def group(self, *, multiple: bool, tags: int = 2) -> str:
        """Return a group with customers and at least so many tags."""
        used = {tag for own in server_tags(self.stage.demo, self.stage.demo.ids()).values() for tag in own}
        lines = self.page.scene.tags
        return next(
            line.id
            for line in self.page.scene.groups
            if line.group.multiple is multiple
            and len(lines.get(line.id, ())) >= tags
            and all(tag.id in used for tag in lines[line.id][:2])
        )

    def names(self, group_id: str) -> set[str]:
        """Return the names of the tags the page shows in a group."""
        return {line.tag.name for line in self.page.scene.tags.get(group_id, ())}

    def going(self) -> list[JobView]:
        """Return the jobs that are not over."""
        return [job for job in self.stage.account.jobs.shown if job.state not in OVER]

    async def run(self, verb: str) -> None:
        """Run an action from the palette."""
        self.stage.window.activateWindow()
        press(Key.Key_K, CONTROL)
        await self.stage.until(lambda: self.stage.window.findChildren(PickerPopup))
        type_text(verb)
        press(Key.Key_Return)
        await self.stage.until(lambda: not self.stage.window.findChildren(PickerPopup))

    def named(self, group_id: str, place: int = 0) -> tuple[str, str]:
        """Return (group, name) of a tag of the page."""
        line = self.page.scene.group(group_id)
        assert line is not None
        return line.group.name, self.page.scene.tags[group_id][place].tag.name

    def _hear(self, event: JobEvent) -> None:
        if isinstance(event, JobChanged):
            self.jobs[event.job.id] = event.job


def of_group(tags: set[tuple[str, str]], name: str) -> set[tuple[str, str]]:
    """Return the tags that are of the group of this name."""
    return {tag for tag in tags if tag[0] == name}
