"""A window with an account in it, for tests and pictures of the screens."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.components import Component
from desktop.domain.profile import Profile
from desktop.domain.releases import Release
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look, Scheme
from desktop.qt.popup import Popup
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import Preferences
from desktop.ui.kit import Kit
from desktop.ui.settings.draft import Draft
from desktop.ui.window.account_screens import AccountScreens
from desktop.ui.window.main_window import MainWindow
from desktop.ui.wording.formats import Formats
from desktop.workspace.account import Account
from desktop.workspace.probe import ProbeReport
from desktop.workspace.probe import report as probe_report
from tests.ui import world

I18N = Path(__file__).parents[2] / "resources" / "i18n"


def compiled_translations(folder: Path) -> Path:
    """Compile the translations into `folder` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for source in sorted(I18N.glob("*.ts")):
        subprocess.run([tool, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
    return folder


class Stage:
    """A window on the account in `folder`."""

    def __init__(self, app: QApplication, folder: Path, post: Callable[[Callable[[], None]], None]) -> None:
        self._folder = folder
        self._post = post
        self._account: Account | None = None
        self.look = Look(app)
        self.look.apply()
        icons = Icons(self.look)
        self.kit = Kit(self.look, icons, ChipPainter(self.look), Formats(clock=self.clock))
        self.preferences = LivePreferences(folder / "preferences.json", Preferences(), self._failed)
        self.window = MainWindow(self.kit)
        self.preferences.subscribe(lambda now: self.window.registry.rebind(now.keys))
        self.reset()

    @property
    def account(self) -> Account:
        """The account that is open."""
        assert self._account is not None
        return self._account

    def clock(self) -> float:
        """Return the seconds since the epoch that ages on the screen are told by."""
        return world.NOW

    def open_account(self) -> Account:
        """Open the account of the filled folder."""
        return world.open_account(self._folder, self._post)

    def reset(self) -> None:
        """Open the account anew, as at the start of the program."""
        for popup in self.window.findChildren(Popup):
            popup.close_popup()
        if self._account is not None:
            self.screens.close()
            self._account.close_files()
        self._account = self.open_account()
        self.screens = AccountScreens(self.window, self._account, self.kit, self.preferences)
        for page in self.window.take_former():
            page.deleteLater()

    def status(self, **values: Any) -> None:
        """Have the account say that it is doing something else."""
        self.account._set(replace(self.account.status, **values))

    def set_scheme(self, scheme: str) -> None:
        """Show the light or the dark theme."""
        self.look.set_scheme(Scheme(scheme))

    def close(self) -> None:
        """Close the window and the files."""
        self.screens.close()
        self.account.close_files()
        self.preferences.close()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.look.deleteLater()

    def _failed(self, error: Exception) -> None:
        raise error


class ToldAbout:
    """A program that has two parts, and offers what it is told to."""

    version = "1.2.3"
    folder = Path("data")

    def __init__(self) -> None:
        self.newer: Release | None = None
        self.offers: Release | Exception | None = None
        self.asked: list[str] = []

    def report(self) -> str:
        return "Kefu Desk 1.2.3"

    async def components(self) -> list[Component]:
        return [
            Component("Kefu Desk", "1.2.3", "MIT", "MIT text"),
            Component("Qt", "6", "LGPL-3.0-only", "<b>Qt</b>"),
        ]

    async def look(self, address: str) -> Release | None:
        self.asked.append(address)
        if isinstance(self.offers, Exception):
            raise self.offers
        return self.offers


class StoredProfiles:
    """Two accounts that are only held in memory, and what was asked of them."""

    def __init__(
        self, all_: Sequence[Profile] = (world.PROFILE, replace(world.PROFILE, key="b", name="Beta"))
    ) -> None:
        self.all = list(all_)
        self.current = self.all[0].key if self.all else ""
        self.saved: list[Draft] = []
        self.tested: list[Draft] = []
        self.opened: list[str] = []
        self.errors: list[Exception] = []

    async def save(self, draft: Draft) -> Profile:
        self.saved.append(draft)
        if self.errors:
            raise self.errors.pop(0)
        profile = Profile(draft.key or "new", draft.name, draft.base_url, draft.appid, draft.proxy)
        self.all = [*(known for known in self.all if known.key != profile.key), profile]
        return profile

    async def remove(self, key: str) -> None:
        self.all = [profile for profile in self.all if profile.key != key]

    async def test(self, draft: Draft) -> ProbeReport:
        self.tested.append(draft)
        if self.errors:
            raise self.errors.pop(0)
        return probe_report(None, None)

    def open(self, key: str) -> None:
        self.current = key
        self.opened.append(key)

    def open_demo(self) -> None:
        self.opened.append("demo")
