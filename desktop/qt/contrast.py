"""Colour arithmetic after WCAG 2: luminance, contrast, mixing, and moving a hue until it is readable."""

import colorsys
import re
from functools import lru_cache

READABLE = 4.5
"""The least contrast of text with what is behind it."""

_HEX = re.compile(r"#?(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*[\d.]+\s*)?\)")
_STEPS = 50


def parse(text: str) -> str | None:
    """Return a colour from outside ("#3B7", "3366FF", "rgb(1, 2, 3)") as "#RRGGBB", None when it is none."""
    text = text.strip() if len(text) < 40 else ""
    if _HEX.fullmatch(text):
        digits = text.lstrip("#")
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits)).upper()
    if match := _RGB.fullmatch(text):
        parts = [int(part) for part in match.groups()]
        return "#{:02X}{:02X}{:02X}".format(*parts) if max(parts) <= 255 else None
    return None


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0-255) of "#RRGGBB"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 black to 1 white."""
    red, green, blue = (_linear(part / 255) for part in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(over: str, under: str, share: float) -> str:
    """Return `over` laid on `under` with opacity `share` (0-1)."""
    pairs = zip(channels(over), channels(under), strict=True)
    return "#{:02X}{:02X}{:02X}".format(*(round(a * share + b * (1 - share)) for a, b in pairs))


@lru_cache(maxsize=4096)
def readable_on(hue: str, ground: str, ratio: float = READABLE) -> str:
    """Return `hue` made darker (lighter on a dark ground) until it has `ratio` contrast with `ground`."""
    if contrast(hue, ground) >= ratio:
        return hue
    dark_ground = luminance(ground) < 0.18
    h, light, s = colorsys.rgb_to_hls(*(part / 255 for part in channels(hue)))
    end = 1.0 if dark_ground else 0.0
    for step in range(1, _STEPS + 1):
        moved = colorsys.hls_to_rgb(h, light + (end - light) * step / _STEPS, s)
        colour = "#{:02X}{:02X}{:02X}".format(*(round(part * 255) for part in moved))
        if contrast(colour, ground) >= ratio:
            return colour
    return "#FFFFFF" if dark_ground else "#000000"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
