"""Actions that change how the app looks and which language it speaks, at once."""

from PySide6.QtCore import QLocale

from desktop.qt.look import Look
from desktop.settings.live import LivePreferences
from desktop.ui.actions import verbs
from desktop.ui.actions.registry import Actions


def add_appearance_actions(actions: Actions, look: Look, preferences: LivePreferences) -> None:
    """Add the switches of theme, density and language; each is kept in the preferences."""

    def switch_theme() -> None:
        preferences.change(theme="light" if look.dark else "dark")

    def switch_density() -> None:
        compact = preferences.current.density == "compact"
        preferences.change(density="comfortable" if compact else "compact")

    def switch_language() -> None:
        chinese = QLocale().language() == QLocale.Language.Chinese
        preferences.change(language="en" if chinese else "zh")

    actions.add(verbs.THEME, switch_theme)
    actions.add(verbs.DENSITY, switch_density)
    actions.add(verbs.LANGUAGE, switch_language)
