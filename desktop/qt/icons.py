"""Icons: our own strokes, tinted by the theme and drawn sharp at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.qt.look import Look
from desktop.qt.resources import icon_file
from desktop.qt.theme import ICON_SMALL

_GRID = 16
_STROKE = 1.5


class Icons:
    """The icons of `resources/icons` by file name, in the colours of the look in force.

    An icon made here follows a change of theme by itself; widgets need no new one.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, size: int = ICON_SMALL, tone: str = "") -> QIcon:
        """Return an icon.

        `tone` names the token it is tinted with; "" means secondary at rest, text when active or checked.
        `size` is the side in pixels it is drawn for (16 or 20): strokes keep 1.5 px at that size.
        Raises FileNotFoundError when there is no such icon.
        """
        _source(name)
        return QIcon(_Engine(self, name, size, tone))

    def pixmap(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """Return an icon of `size` x `size` logical pixels in "#RRGGBB" for a device pixel ratio, cached.

        Where there is no room (`size` below 1: the style asks so for a control pressed together) it is empty.
        Raises FileNotFoundError when there is no such icon.
        """
        if size < 1:
            return QPixmap()
        key = (name, size, colour, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _drawn(name, size, colour, ratio)
        return self._pixmaps[key]

    def tinted(self, name: str, size: int, tone: str, ratio: float = 1.0) -> QPixmap:
        """Return an icon in the colour of a token."""
        return self.pixmap(name, size, getattr(self._look.tokens, tone), ratio)


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(icon_file("kefu-desk")))


class _Engine(QIconEngine):
    def __init__(self, icons: Icons, name: str, size: int, tone: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._size = size
        self._tone = tone

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._size, self._tone)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return self._icons.tinted(self._name, side, self._toned(mode, state), scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatio() if device else 1.0
        side = min(rect.width(), rect.height())
        drawn = self._icons.tinted(self._name, side, self._toned(mode, state), ratio)
        painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, drawn)

    def _toned(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "disabled"
        if self._tone:
            return self._tone
        active = mode in {QIcon.Mode.Active, QIcon.Mode.Selected} or state == QIcon.State.On
        return "text" if active else "secondary"


@cache
def _source(name: str) -> str:
    return icon_file(name).read_text(encoding="utf-8")


def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    stroke = _STROKE * _GRID / size
    text = _source(name).replace("currentColor", colour).replace('stroke-width="1.5"', f'stroke-width="{stroke}"')
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
