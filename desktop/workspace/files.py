"""The opened files of an account: one lane for each connection, a damaged file set aside and begun anew."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Interruptible, Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.errors import CorruptFile
from desktop.workspace.events import Post

FileT = TypeVar("FileT", bound=Interruptible)


@dataclass(frozen=True, slots=True)
class AccountFiles:
    """The lanes of one profile: `outbox`, the cache's `write`, and two that only read.

    `browse` answers the listings, `look_up` single customers, collections and counts. `damaged` names what was
    set aside on opening (None: nothing).
    """

    folder: ProfileFiles
    outbox: Lane[OutboxFile]
    write: Lane[CacheFile]
    browse: Lane[CacheFile]
    look_up: Lane[CacheFile]
    damaged: CorruptFile | None

    @classmethod
    def open(cls, folder: Path, key: bytes, post: Post) -> "AccountFiles":
        """Open or make the files of a profile in `folder`; `key` is 32 raw bytes.

        Waits for the disk, not for the network. A damaged file is renamed and a new one begun. Raises WrongKey,
        NewerSchema, DiskFull, NotWritable.
        """
        files = ProfileFiles(folder)
        outbox, outbox_damage = _opened(files, files.outbox, lambda: OutboxFile.open(files.outbox, key), post)
        try:
            write, cache_damage = _opened(files, files.cache, lambda: CacheFile.open(files.cache, key), post)
        except BaseException:
            outbox.close()
            raise
        reader = partial(CacheFile.open, files.cache, key, read_only=True)
        return cls(
            folder=files,
            outbox=outbox,
            write=write,
            browse=Lane(reader, post, name="browse"),
            look_up=Lane(reader, post, name="look up"),
            damaged=outbox_damage or cache_damage,
        )

    def close(self) -> None:
        """Close every file, the last opened first."""
        for lane in (self.look_up, self.browse, self.write):
            lane.close()
        self.outbox.close()


def _opened(
    files: ProfileFiles, path: Path, open_file: Callable[[], FileT], post: Post
) -> tuple[Lane[FileT], CorruptFile | None]:
    lane = Lane(open_file, post, name=path.stem)
    try:
        lane.submit(_nothing).result()
    except CorruptFile:
        lane.close()
        kept = files.set_aside(path)
        lane = Lane(open_file, post, name=path.stem)
        lane.submit(_nothing).result()
        return lane, CorruptFile(file=path.name, kept_as=kept.name)
    except BaseException:
        lane.close()
        raise
    return lane, None


def _nothing(_file: Interruptible) -> None:
    """Have the lane open its file."""
