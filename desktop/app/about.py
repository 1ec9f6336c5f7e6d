"""What the About page asks of the program."""

import asyncio
from pathlib import Path

from desktop import __version__
from desktop.app.shipped import shipped
from desktop.app.systemreport import system_report
from desktop.app.updates import Updates
from desktop.domain.components import Component
from desktop.domain.releases import Release
from desktop.settings.folder import DataFolder
from desktop.settings.live import LivePreferences


class AboutProgram:
    """Implements `ui.settings.ports.About`; `licences` is the folder of shipped licence texts."""

    version = __version__

    def __init__(self, folder: DataFolder, licences: Path, preferences: LivePreferences, updates: Updates) -> None:
        self.folder = folder.root
        self._crashes = folder.crashes
        self._licences = licences
        self._preferences = preferences
        self._updates = updates

    @property
    def newer(self) -> Release | None:
        """The newer version that was found last, None for none."""
        return self._updates.newer

    def report(self) -> str:
        """Return what a user can pass on with a question."""
        return system_report(self._preferences.current, self._crashes)

    async def components(self) -> list[Component]:
        """Return everything that is shipped."""
        return await asyncio.to_thread(shipped, self._licences)

    async def look(self, address: str) -> Release | None:
        """Return the newer version that `address` offers, None for none; raises AppError."""
        return await self._updates.look(address)
