"""Where the files shipped with the program lie, and images made at run time for the stylesheet."""

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import qRegisterResourceData

_PACKAGE = Path(__file__).resolve().parent.parent
_VERSION = 1
_DIRECTORY = 2


@lru_cache(maxsize=1)
def resources() -> Path:
    """Return the folder of shipped files: inside the installed package, else beside it in the source tree."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def icon_file(name: str) -> Path:
    """Return the SVG file of an icon; it exists only for the names in `resources/icons`."""
    return resources() / "icons" / f"{name}.svg"


class MemoryFiles:
    """Files that exist only in memory, readable by Qt as ":/<folder>/<name>".

    A stylesheet can name images by path only; these carry the theme's colours without touching the disk.
    Registered for the life of the process.
    """

    # Qt keeps pointers into these bytes as long as it runs, so they outlive whoever registered them.
    _registered: ClassVar[list[tuple[bytes, bytes, bytes]]] = []

    def __init__(self, folder: str, files: dict[str, bytes]) -> None:
        blobs = _compiled(folder, files)
        if blobs not in self._registered:
            self._registered.append(blobs)
            qRegisterResourceData(_VERSION, *blobs)


def _compiled(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return tree, names and data in the layout of Qt's resource compiler, version 1."""
    names = sorted(files, key=_hash)
    offsets: list[int] = []
    table = b""
    for name in [folder, *names]:
        offsets.append(len(table))
        table += len(name).to_bytes(2) + _hash(name).to_bytes(4) + name.encode("utf-16-be")
    data = b""
    tree = _directory(0, 1, 1) + _directory(offsets[0], len(names), 2)
    for offset, name in zip(offsets[1:], names, strict=True):
        tree += offset.to_bytes(4) + bytes(2) + bytes(2) + (1).to_bytes(2) + len(data).to_bytes(4)
        data += len(files[name]).to_bytes(4) + files[name]
    return tree, table, data


def _directory(name_offset: int, count: int, first: int) -> bytes:
    return name_offset.to_bytes(4) + _DIRECTORY.to_bytes(2) + count.to_bytes(4) + first.to_bytes(4)


def _hash(name: str) -> int:
    value = 0
    for char in name:
        value = (value << 4) + ord(char)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
