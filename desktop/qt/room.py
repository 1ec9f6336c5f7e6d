"""Lengths that go with the text: what holds a line at text size 1 holds it at any other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.qt.theme import SPACE, TYPE_PX


def roomy(pixels: int) -> int:
    """Return a length of text size 1 at the size in force; never less than `pixels`."""
    return max(pixels, round(pixels * QApplication.font().pixelSize() / TYPE_PX["body"]))


def take_room(window: QWidget, size: tuple[int, int]) -> None:
    """Give a window (width, height) of text size 1 at the size in force, as far as the screen allows."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    edge = QSize(2 * SPACE[5], 2 * SPACE[5])
    most = screen.availableSize() - edge if screen is not None else QSize(*size)
    window.resize(QSize(roomy(size[0]), roomy(size[1])).boundedTo(most.expandedTo(QSize(*size))))
