"""One window for each data directory: a second start has the first one come to the front, and ends."""

import json
import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass

from desktop.app.options import Options
from desktop.domain.errors import NotWritable, StorageError, WindowStuck
from desktop.settings.folder import DataFolder, private_folder
from desktop.settings.privatefile import read_bytes, write_whole
from desktop.workspace.token.filelock import FileLock

PATIENCE = 30.0
"""Seconds in which a window that is opening, working or closing answers."""
_EVERY = 0.05
_WISH = ".wish"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a second start wants of the window: the account it named, the right to come to the front it brings."""

    profile: str = ""
    activation: str = ""


class Instance:
    """Who may have the window of a data directory. The lock goes with the process, however it ends.

    Starts that come later leave a file each (`Wish`) in `folder`; the window removes it when it has done that.
    The demo has a window of its own; a start that makes a picture or measures knows of no other.
    """

    def __init__(self, folder: DataFolder, options: Options) -> None:
        self.folder = folder.root / ("demo-window" if options.demo else "window")
        self._data = folder
        self._lock = FileLock(self.folder / "open")
        self._alone = options.screenshot is not None or options.stall_log is not None
        self._wish = Wish(options.profile or "", os.environ.pop("XDG_ACTIVATION_TOKEN", ""))

    def begin(
        self, *, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic
    ) -> bool:
        """Return whether this start is to open the window; False when the window there is has come to the front.

        Raises WindowStuck when there is one that does not answer. Where nothing can be written there is no other.
        """
        try:
            self._data.prepare()
            private_folder(self.folder)
            if self._alone or self._lock.take():
                return True
            return self._asked(sleep, clock)
        except NotWritable:
            return True

    def end(self) -> None:
        """Let the next start open a window. Harmless without one."""
        self._lock.release()

    def wishes(self) -> list[Wish]:
        """Return what later starts want, and tell them that it was heard. Called by the one with the window."""
        heard = []
        for path in sorted(self.folder.glob(f"*{_WISH}")):
            with suppress(StorageError, OSError, ValueError, TypeError):
                heard.append(Wish(**json.loads(read_bytes(path) or b"{}")))
            with suppress(OSError):
                path.unlink()
        return heard

    def _asked(self, sleep: Callable[[float], None], clock: Callable[[], float]) -> bool:
        path = self.folder / f"{secrets.token_hex(8)}{_WISH}"
        write_whole(path, json.dumps(asdict(self._wish)).encode())
        try:
            end = clock() + PATIENCE
            while clock() < end:
                sleep(_EVERY)
                if not path.exists():
                    return False
                if self._lock.take():
                    return True
        finally:
            path.unlink(missing_ok=True)
        raise WindowStuck
