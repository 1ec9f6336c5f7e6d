"""The look of the program: scheme, density and text scale; palette, fonts and stylesheet follow from them."""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.qt import theme
from desktop.qt.resources import MemoryFiles
from desktop.qt.stylesheet import control_images, stylesheet
from desktop.qt.theme import DARK, LIGHT, Tokens

_BARE_NAMES = frozenset({"Sans Serif", "Sans", "sans-serif", ""})


class Scheme(Enum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(Enum):
    """How much fits on the screen."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Look(QObject):
    """The look in force.

    `changed` is emitted after every change of scheme (the system's too), density or text scale, when the new
    palette and stylesheet are already set. Blocks take it by constructor and read `tokens` when they paint.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        density: Density = Density.COMFORTABLE,
        scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """Take the application to dress; `scale` multiplies every text size, 0.8 to 2.0."""
        super().__init__(parent)
        self._app = app
        self._scheme = scheme
        self._density = density
        self._scale = min(max(scale, 0.8), 2.0)
        self._images: MemoryFiles | None = None
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}
        self._families = _families()
        self._strong = _strong_weight(self._families[0])
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def scheme(self) -> Scheme:
        """The scheme asked for."""
        return self._scheme

    @property
    def density(self) -> Density:
        """The density in force."""
        return self._density

    @property
    def scale(self) -> float:
        """The text scale in force, 0.8 to 2.0."""
        return self._scale

    @property
    def dark(self) -> bool:
        """Whether the dark theme is shown now."""
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    @property
    def row_height(self) -> int:
        """Height of a table or list row in pixels."""
        return self.scaled(theme.ROW_HEIGHT[self._density.value])

    @property
    def control_height(self) -> int:
        """Height of a button or field in pixels."""
        return self.scaled(theme.CONTROL_HEIGHT[self._density.value])

    @property
    def header_height(self) -> int:
        """Height of a table header in pixels."""
        return self.scaled(theme.HEADER_HEIGHT[self._density.value])

    @property
    def motion_ms(self) -> int:
        """Length of an animation; 0 when the system asks for none."""
        moving = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
        return theme.POPUP_MS if moving else 0

    def scaled(self, pixels: int) -> int:
        """Return a length that goes with the text: larger with it, never smaller than `pixels`."""
        return round(pixels * max(self._scale, 1.0))

    def colour(self, name: str) -> QColor:
        """Return a token's colour, e.g. `colour("accent")`."""
        return QColor(getattr(self.tokens, name))

    def font(self, size: str = "body", *, strong: bool = False, tabular: bool = False) -> QFont:
        """Return the font of a type size (`theme.TYPE_PX`), semibold or with digits of one width if asked."""
        key = (size, strong, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._made_font(*key)
        return self._fonts[key]

    def apply(self) -> None:
        """Dress the application. Call once before the first window is shown; later changes do it themselves."""
        self._fonts.clear()
        self._app.setStyle("Fusion")
        self._app.setFont(self.font())
        self._app.setPalette(palette(self.tokens))
        if self._images is None:
            self._images = MemoryFiles("controls", control_images())
        self._app.setStyleSheet(
            stylesheet(self.tokens, self._density.value, self._scale, self.control_height, self._strong.value)
        )

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the light, the dark or the system's theme."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._refresh()

    def set_density(self, density: Density) -> None:
        """Show rows and controls roomy or tight."""
        if density is not self._density:
            self._density = density
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Multiply text sizes by 0.8 to 2.0."""
        scale = min(max(scale, 0.8), 2.0)
        if scale != self._scale:
            self._scale = scale
            self._refresh()

    def _refresh(self) -> None:
        self.apply()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._refresh()

    def _made_font(self, size: str, strong: bool, tabular: bool) -> QFont:
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(max(9, round(theme.TYPE_PX[size] * self._scale)))
        large = size in {"section", "title"}
        # Emboldening by the renderer smears small Chinese characters.
        heavy = self._strong if large else QFont.Weight.DemiBold
        font.setWeight(heavy if strong else QFont.Weight.Normal)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, name in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "window",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.ToolTipBase: "tooltip",
        role.ToolTipText: "on_tooltip",
        role.PlaceholderText: "faint",
        role.Highlight: "selection",
        role.HighlightedText: "text",
        role.Accent: "accent",
        role.Link: "accent",
        # Nothing here shows where one was: it is the ground of what a search found.
        role.LinkVisited: "found",
        role.Light: "raised",
        role.Midlight: "hover",
        role.Mid: "hairline",
        role.Dark: "border",
        role.Shadow: "border",
    }.items():
        made.setColor(target, QColor(getattr(tokens, name)))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.disabled))
    return made


def _families() -> list[str]:
    """Return the system's font, or the best installed one where the system names none, then CJK fallbacks."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    first: list[str] = [system]
    if system in _BARE_NAMES and QGuiApplication.instance() is not None:
        installed = set(QFontDatabase.families())
        first = [str(family) for family in theme.BARE_FAMILIES if family in installed][:1] or first
    return first + [family for family in theme.CJK_FAMILIES if family not in first]


def _strong_weight(family: str) -> QFont.Weight:
    """Return semibold, or bold for a family of one weight: only bold is made up by emboldening."""
    weights = [QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)]
    return QFont.Weight.Bold if weights and max(weights) < theme.WEIGHT_STRONG else QFont.Weight.DemiBold
