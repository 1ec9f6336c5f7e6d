import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from desktop.qt.icons import Icons, app_icon
from desktop.qt.look import Look, Scheme
from desktop.qt.resources import resources
from desktop.qt.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("look")
NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg") if path.stem != "kefu-desk")


def painted(image: QImage) -> set[str]:
    """The colours of the fully covered pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_tinted_stroke(icons: Icons, name: str) -> None:
    text = (resources() / "icons" / f"{name}.svg").read_text()
    assert 'viewBox="0 0 16 16"' in text
    assert 'stroke="currentColor" stroke-width="1.5"' in text
    assert "#" not in text
    assert painted(icons.pixmap(name, 20, "#FF0000", 2.0).toImage()) == {"#FF0000"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_drawn_for_the_screen_they_are_on(icons: Icons, ratio: float) -> None:
    pixmap = icons.pixmap("search", 16, "#000000", ratio)
    assert pixmap.width() == 16 * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert icons.pixmap("search", 16, "#000000", ratio) is pixmap


def test_an_icon_follows_the_theme(icons: Icons, look: Look) -> None:
    icon = icons.icon("ban", 16, tone="text")
    size = QSize(16, 16)
    assert QColor(LIGHT.text).name().upper() in painted(icon.pixmap(size, 2.0).toImage())
    look.set_scheme(Scheme.DARK)
    assert QColor(DARK.text).name().upper() in painted(icon.pixmap(size, 2.0).toImage())


def test_modes_have_their_own_tint(icons: Icons) -> None:
    icon = icons.icon("ban")
    shown = {
        mode: painted(icon.pixmap(QSize(16, 16), 2.0, mode).toImage())
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Disabled)
    }
    assert shown[QIcon.Mode.Normal] == {LIGHT.secondary}
    assert shown[QIcon.Mode.Active] == {LIGHT.text}
    assert shown[QIcon.Mode.Disabled] == {LIGHT.disabled}


def test_an_unknown_icon_is_refused_when_it_is_asked_for(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_program_has_an_icon() -> None:
    image = app_icon().pixmap(QSize(64, 64), 1.0).toImage()
    assert image.pixelColor(32, 14).blue() > 150
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("side", [0, -4])
def test_where_there_is_no_room_there_is_no_icon(icons: Icons, side: int) -> None:
    assert icons.pixmap("ban", side, "#FF0000").isNull()
