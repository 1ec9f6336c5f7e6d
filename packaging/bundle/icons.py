"""Draws the program's icon in the sizes that desktops ask for: PNG for all, ICO for Windows."""

import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_LARGEST_IN_ICO = 256


def drawn(svg: Path, size: int) -> QImage:
    """Return the icon, `size` pixels wide and high."""
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    return image


def write(svg: Path, folder: Path) -> None:
    """Write `16.png` to `512.png` and `kefu-desk.ico` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        if not drawn(svg, size).save(str(folder / f"{size}.png")):
            raise OSError(f"{size}.png could not be written")
    if not drawn(svg, _LARGEST_IN_ICO).save(str(folder / "kefu-desk.ico")):
        raise OSError("kefu-desk.ico could not be written")


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "resources" / "icons" / "kefu-desk.svg", Path(sys.argv[1]))
