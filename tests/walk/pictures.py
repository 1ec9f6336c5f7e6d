"""Pictures of scenes: the window with whatever stands open over it."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from tests.walk.desk import WalkDesk
from tests.walk.walking import View


class Pictures:
    """Writes each picture as "<scene>-<theme>-<language>-<scale>.png" into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, desk: WalkDesk, scene: str, view: View) -> None:
        """Write the picture of what is seen now."""
        name = f"{scene.replace(' ', '_')}-{view.scheme}-{view.code}-{round(view.scale * 100)}.png"
        composed(desk).save(str(self._folder / name))


def composed(desk: WalkDesk) -> QPixmap:
    """Return the window and what stands over it as one picture."""
    window, *others = desk.roots()
    made = window.grab()
    painter = QPainter(made)
    for widget in others:
        picture = widget.grab()
        place = widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        if not window.rect().contains(QRect(place, widget.size())):
            spare = window.size() - widget.size()
            place = QPoint(max(0, spare.width() // 2), max(0, spare.height() // 3))
        painter.fillRect(QRect(place, widget.size()).adjusted(-1, -1, 1, 1), QColor("#888888"))
        painter.drawPixmap(place, picture)
    painter.end()
    return made
