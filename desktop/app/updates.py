"""Looks for a newer version: at most once a day by itself, where it was given an address; never installs."""

import asyncio
import time
from collections.abc import Callable

from desktop import __version__
from desktop.domain.errors import AppError
from desktop.domain.releases import Release, is_due, is_newer
from desktop.settings.live import LivePreferences

FIRST = 30.0
"""Seconds after the start until the first look: the account comes first."""

AGAIN = 3600.0
"""Seconds between two looks at whether a day has passed."""


class Updates:
    """Asks the address in the preferences. `found` is told of a newer version, once for each.

    `newer` is the newer version that was found last, None for none.
    """

    def __init__(
        self,
        preferences: LivePreferences,
        found: Callable[[Release], None],
        *,
        clock: Callable[[], float] = time.time,
        present: str = __version__,
    ) -> None:
        self._preferences = preferences
        self._found = found
        self._clock = clock
        self._present = present
        self._told = ""
        self.newer: Release | None = None

    async def run(self, first: float = FIRST, again: float = AGAIN) -> None:
        """Look as often as the preferences allow, until cancelled. A failure waits for the next day in silence."""
        await asyncio.sleep(first)
        while True:
            await self.look_when_due()
            await asyncio.sleep(again)

    async def look_when_due(self) -> None:
        """Look unless it is switched off, has no address, or was done within a day."""
        chosen = self._preferences.current
        if not (chosen.update_check and chosen.update_address and is_due(chosen.update_asked, self._now())):
            return
        try:
            release = await self.look(chosen.update_address)
        except AppError:
            return
        if release is not None and release.version != self._told:
            self._told = release.version
            self._found(release)

    async def look(self, address: str) -> Release | None:
        """Return the version that `address` offers, None when it is not newer than this one.

        Raises InvalidInput, NoRelease, Offline.
        """
        # The API client loads after the first paint.
        from desktop.api.releases import latest_release  # noqa: PLC0415

        self._preferences.change(update_asked=self._now())
        release = await latest_release(address, self._preferences.current.proxy)
        self.newer = release if is_newer(release.version, self._present) else None
        return self.newer

    def _now(self) -> int:
        return int(self._clock())
