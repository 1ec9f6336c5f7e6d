"""Watches a virtual screen and tells when a program's window had its content: the same for every program.

`python -m tests.benchmarks.watching SECONDS` takes picture after picture, and prints when (monotonic clock) the
middle of the screen looked for the first time nearly as it does at the end.
"""

import sys
import time

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

_STRIDE = 12
_ALIKE = 0.97
_SCALE = (360, 225)


def main() -> None:
    """Watch for so many seconds."""
    app = QApplication(sys.argv[:1])
    screen = app.primaryScreen()
    end = time.monotonic() + float(sys.argv[1])
    seen: list[tuple[float, bytes]] = []
    print("watching", flush=True)
    while time.monotonic() < end:
        at = time.monotonic()
        picture = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        middle = picture.copy(picture.rect().adjusted(*_margins(picture))).scaled(*_SCALE)
        found = bytes(middle.constBits())
        if not seen or found != seen[-1][1]:
            seen.append((at, found))
        time.sleep(0.003)
    print(next(at for at, found in seen if _alike(found, seen[-1][1])), flush=True)


def _margins(picture: QImage) -> tuple[int, int, int, int]:
    side, top = picture.width() // 5, picture.height() // 4
    return side, top, -side, -top


def _alike(one: bytes, other: bytes) -> bool:
    """Say whether nearly all that differs from the plain ground in `other` stands in `one` as well."""
    ground = max(set(other[::_STRIDE]), key=other[::_STRIDE].count)
    ink = [place for place, value in enumerate(other) if abs(value - ground) > _STRIDE]
    if not ink:
        return one == other
    return sum(abs(one[place] - other[place]) <= _STRIDE for place in ink) >= _ALIKE * len(ink)


if __name__ == "__main__":
    main()
