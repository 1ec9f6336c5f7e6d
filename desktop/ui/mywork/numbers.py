"""Counts where there is little room."""

from collections.abc import Callable

from PySide6.QtCore import QLocale

_FULL = 100_000


def short_number(value: int, number: Callable[[int], str]) -> str:
    """Return a count as it is, from 100,000 on as the locale shortens it ("123k", "12万")."""
    if value < _FULL:
        return number(value)
    if QLocale().language() == QLocale.Language.Chinese:
        return f"{value / 10_000:.0f}万"
    return f"{value / 1_000_000:.1f}M" if value >= 999_500 else f"{value / 1_000:.0f}k"
