"""Every value of the look: colours of both themes, spaces, radii, type sizes, heights, durations."""

from dataclasses import dataclass, fields
from typing import Final

SPACE: Final = (4, 8, 12, 16, 24, 32)
"""The only distances between things, in pixels."""

RADIUS_CONTROL: Final = 6
RADIUS_PANEL: Final = 8
RING: Final = 2
"""Width of a focus ring."""

TYPE_PX: Final = {"small": 11, "secondary": 12, "body": 13, "section": 15, "title": 20}
"""Type sizes at text scale 1."""

WEIGHT_STRONG: Final = 600

ROW_HEIGHT: Final = {"comfortable": 32, "compact": 26}
CONTROL_HEIGHT: Final = {"comfortable": 30, "compact": 26}
HEADER_HEIGHT: Final = {"comfortable": 32, "compact": 28}

RAIL_WIDTH: Final = 176
RAIL_COLLAPSED: Final = 52
PANEL_WIDTH: Final = 360
ICON_SMALL: Final = 16
ICON_LARGE: Final = 20

POPUP_MS: Final = 120
"""Length of the only motion there is."""
TOAST_MS: Final = 6000
QUIET_MS: Final = 300
"""Work shorter than this shows nothing."""
NUMBERS_MS: Final = 3000
"""Work longer than this shows numbers."""

SERIES: Final = {
    False: ("#2560D6", "#15703A", "#B45F06", "#8E3BB8", "#C62828", "#0B7A8C", "#6B5B00", "#5B6573"),
    True: ("#6EA1FF", "#57C26E", "#F0A050", "#C58BE8", "#FF7B72", "#4CC3D9", "#D6C24A", "#A0A8B3"),
}
"""Colours of the series of a chart, by whether the theme is dark: each at least 3:1 on the window."""

CJK_FAMILIES: Final = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Families asked for what the system's font does not have."""

BARE_FAMILIES: Final = (
    "Inter",
    "Noto Sans",
    "Ubuntu",
    "Cantarell",
    "Open Sans",
    "Roboto",
    "Noto Sans CJK SC",
    "WenQuanYi Micro Hei",
    "Liberation Sans",
)
"""Families for a desktop that names no font of its own, best first."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as "#RRGGBB"."""

    dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    pressed: str
    hairline: str
    border: str
    border_hover: str
    text: str
    secondary: str
    faint: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_ring: str
    selection: str
    selection_hover: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    info_soft: str
    neutral: str
    tooltip: str
    on_tooltip: str
    skeleton: str
    found: str

    def colours(self) -> dict[str, str]:
        """Return every colour by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "dark"}


LIGHT: Final = Tokens(
    dark=False,
    window="#FFFFFF",
    surface="#F7F8FA",
    raised="#FFFFFF",
    hover="#F1F3F6",
    pressed="#E8EBEF",
    hairline="#E3E6EA",
    border="#C9CED6",
    border_hover="#A9B1BC",
    text="#1B1F24",
    secondary="#59636E",
    faint="#626B75",
    disabled="#A3ABB5",
    accent="#2560D6",
    accent_hover="#1F54BF",
    accent_pressed="#1A48A6",
    on_accent="#FFFFFF",
    accent_ring="#0B2E7A",
    selection="#E8F0FE",
    selection_hover="#E1EBFD",
    danger="#C62828",
    danger_soft="#FDEEEE",
    warning="#8A5A00",
    warning_soft="#FFF6E0",
    success="#15703A",
    success_soft="#E9F7EE",
    info_soft="#EEF4FF",
    neutral="#7A838E",
    tooltip="#24292F",
    on_tooltip="#F2F4F7",
    skeleton="#ECEFF2",
    found="#FFECB0",
)

DARK: Final = Tokens(
    dark=True,
    window="#16181D",
    surface="#1D2026",
    raised="#24282F",
    hover="#22262D",
    pressed="#2B3038",
    hairline="#32373F",
    border="#454C57",
    border_hover="#5C6573",
    text="#E6E9EE",
    secondary="#A0A8B3",
    faint="#98A1AD",
    disabled="#646D79",
    accent="#6EA1FF",
    accent_hover="#86B0FF",
    accent_pressed="#9DC0FF",
    on_accent="#0D1526",
    accent_ring="#D6E4FF",
    selection="#223455",
    selection_hover="#24375A",
    danger="#FF7B72",
    danger_soft="#3A2124",
    warning="#D9A441",
    warning_soft="#332A18",
    success="#57C26E",
    success_soft="#1A2E22",
    info_soft="#1C2740",
    neutral="#8B94A0",
    tooltip="#E6E9EE",
    on_tooltip="#16181D",
    skeleton="#262A31",
    found="#43350E",
)
