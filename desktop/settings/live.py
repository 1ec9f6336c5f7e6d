"""The preferences while the program runs: changed at once in memory, written by a thread of their own."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.domain.errors import AppError, InvalidInput
from desktop.settings.preferences import Preferences
from desktop.settings.preferencesfile import save_preferences


class LivePreferences:
    """The current preferences and who follows them. All methods belong to the thread that made it.

    A change is told to the followers at once; the file follows within moments, written by a background thread
    (the newest state only). `failed` gets what went wrong with a write, in that thread.
    """

    def __init__(self, path: Path, preferences: Preferences, failed: Callable[[AppError], None]) -> None:
        self._path = path
        self._current = preferences
        self._failed = failed
        self._followers: list[Callable[[Preferences], None]] = []
        self._wake = threading.Condition()
        self._unsaved: Preferences | None = None
        self._writer: threading.Thread | None = None

    @property
    def current(self) -> Preferences:
        """The preferences as they are now."""
        return self._current

    def change(self, **values: Any) -> Preferences:  # noqa: ANN401 -- the fields of Preferences, each of its own type
        """Set fields of the preferences and return the new ones; raises InvalidInput for a scale out of range."""
        try:
            changed = replace(self._current, **values)
        except ValueError as error:
            raise InvalidInput("text_scale", "preference") from error
        if changed == self._current:
            return changed
        self._current = changed
        self._write_later(changed)
        for follower in tuple(self._followers):
            follower(changed)
        return changed

    def subscribe(self, follower: Callable[[Preferences], None]) -> Callable[[], None]:
        """Call `follower` with each new state; returns what ends it."""
        self._followers.append(follower)
        return lambda: self._followers.remove(follower)

    def close(self, deadline: float = 2.0) -> None:
        """Wait until the last change is on disk, `deadline` seconds at most."""
        writer = self._writer
        if writer is not None:
            writer.join(deadline)

    def _write_later(self, preferences: Preferences) -> None:
        with self._wake:
            self._unsaved = preferences
            if self._writer is None or not self._writer.is_alive():
                self._writer = threading.Thread(target=self._write, name="preferences")
                self._writer.start()

    def _write(self) -> None:
        while (preferences := self._take()) is not None:
            try:
                save_preferences(self._path, preferences)
            except AppError as error:
                self._failed(error)

    def _take(self) -> Preferences | None:
        with self._wake:
            preferences, self._unsaved = self._unsaved, None
            if preferences is None:
                self._writer = None
            return preferences
