"""Look and language follow the preferences while the program runs."""

from desktop.app.options import Options
from desktop.qt.look import Density, Look, Scheme
from desktop.settings.preferences import Preferences
from desktop.ui.wording.language import Code, Language, system_language


def language_of(options: Options, preferences: Preferences) -> Code:
    """Return the language to show: the command line's, else the preference, else the machine's."""
    known: dict[str | None, Code] = {"en": "en", "zh": "zh"}
    return known.get(options.language) or known.get(preferences.language) or system_language()


class Appearance:
    """Puts the appearance part of the preferences on the screen; call it with each new state."""

    def __init__(self, look: Look, language: Language, options: Options) -> None:
        self._look = look
        self._language = language
        self._options = options

    def __call__(self, preferences: Preferences) -> None:
        """Show this scheme, density, text size and language."""
        self._look.set_scheme(Scheme(preferences.theme))
        self._look.set_density(Density(preferences.density))
        self._look.set_scale(preferences.text_scale)
        code = language_of(self._options, preferences)
        if code != self._language.code:
            self._language.use(code)
