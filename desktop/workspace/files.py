"""The opened files of an account: one lane for each connection, a damaged file set aside and begun anew."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Interruptible, Lane, Post
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.errors import AppError, CorruptFile, OutboxDamaged

_GRACE = 0.5

FileT = TypeVar("FileT", bound=Interruptible)


class Bell:
    """Rings in the owner's thread when a file is found damaged; `heard` is called with why."""

    def __init__(self) -> None:
        self.heard: Callable[[CorruptFile], None] = lambda _error: None

    def __call__(self, error: CorruptFile) -> None:
        """Ring."""
        self.heard(error)


@dataclass(frozen=True, slots=True)
class AccountFiles:
    """The lanes of one profile: `outbox`, the cache's `write`, and two that only read.

    `browse` answers the listings, `look_up` single customers, collections and counts. `damaged` names what was
    set aside on opening (None: nothing); `bell` rings when a file in use is found damaged: opening them anew sets
    it aside.
    """

    folder: ProfileFiles
    outbox: Lane[OutboxFile]
    write: Lane[CacheFile]
    browse: Lane[CacheFile]
    look_up: Lane[CacheFile]
    damaged: CorruptFile | None
    bell: Bell

    @classmethod
    def open(cls, folder: Path, key: bytes, post: Post) -> "AccountFiles":
        """Open or make the files of a profile in `folder`; `key` is 32 raw bytes.

        Waits for the disk, not for the network. A damaged file is renamed and a new one begun. Raises WrongKey,
        NewerSchema, DiskFull, NotWritable.
        """
        files = ProfileFiles(folder)
        bell = Bell()
        outbox, outbox_damage = _outbox(files, key, partial(Lane[OutboxFile], post=post, damaged=bell))
        try:
            write, cache_damage = _cache(files, key, partial(Lane[CacheFile], post=post, damaged=bell))
        except BaseException:
            outbox.close()
            raise
        reader = partial(CacheFile.open, files.cache, key, read_only=True)
        return cls(
            folder=files,
            outbox=outbox,
            write=write,
            browse=Lane(reader, post, name="browse", damaged=bell),
            look_up=Lane(reader, post, name="look up", damaged=bell),
            damaged=outbox_damage or cache_damage,
            bell=bell,
        )

    def close(self) -> None:
        """Close every file, the last opened first; what is to be kept is written before, within half a second."""
        for lane in (self.look_up, self.browse, self.write):
            lane.close()
        with suppress(AppError, TimeoutError):
            # A view that was saved a moment ago is on the screen already.
            self.outbox.submit(_nothing).result(_GRACE)
        self.outbox.close()


def _outbox(
    files: ProfileFiles, key: bytes, lane: Callable[..., Lane[OutboxFile]]
) -> tuple[Lane[OutboxFile], CorruptFile | None]:
    make = partial(lane, partial(OutboxFile.open, files.outbox, key), name="outbox")
    # It is small and exists nowhere else: damage is found before anything is built on it.
    opened = _opened(make, OutboxFile.sound)
    if opened is not None:
        return opened, None
    kept = files.set_aside(files.outbox)
    fresh = make()
    saved = fresh.submit(OutboxFile.salvage, kept, key).result()
    return fresh, OutboxDamaged(
        file=files.outbox.name, kept_as=kept.name, edits=saved.edits, rows=saved.rows, whole=int(saved.whole)
    )


def _cache(
    files: ProfileFiles, key: bytes, lane: Callable[..., Lane[CacheFile]]
) -> tuple[Lane[CacheFile], CorruptFile | None]:
    make = partial(lane, partial(CacheFile.open, files.cache, key), name="cache")
    opened = _opened(make, _nothing)
    if opened is not None:
        return opened, None
    kept = files.set_aside(files.cache)
    fresh = make()
    fresh.submit(_nothing).result()
    return fresh, CorruptFile(file=files.cache.name, kept_as=kept.name)


def _opened(make: Callable[[], Lane[FileT]], first: Callable[[FileT], None]) -> Lane[FileT] | None:
    """Return the lane once its file is open and `first` is done, None when the file is damaged."""
    lane = make()
    try:
        lane.submit(first).result()
    except CorruptFile:
        lane.close()
        return None
    except BaseException:
        lane.close()
        raise
    return lane


def _nothing(_file: Interruptible) -> None:
    """Have the lane open its file."""
