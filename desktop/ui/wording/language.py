"""The language of the window: our texts and Qt's own, switched while the app runs."""

from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

Code: TypeAlias = Literal["en", "zh"]

_TERRITORY: dict[Code, str] = {"en": "en", "zh": "zh_CN"}


def system_language() -> Code:
    """Return the language of the machine: "zh" when its first interface language is Chinese, else "en"."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Language(QObject):
    """The installed translations of `app`; `folder` holds the compiled `kefu_*.qm`.

    `changed` with the code when the app shows another language and every widget was told.
    """

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.code: Code = "en"

    def use(self, code: Code) -> None:
        """Show the app in `code`; every widget on screen is told by a LanguageChange event."""
        name = _TERRITORY[code]
        fresh = [
            *self._loaded(f"qtbase_{name}", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))),
            *self._loaded(f"kefu_{name}", self._folder),
        ]
        QLocale.setDefault(locale_of(code))
        self.code = code
        for translator in fresh:
            self._app.installTranslator(translator)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = fresh
        self.changed.emit(code)

    def remove(self) -> None:
        """Show source texts again: nothing stays installed."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _loaded(self, name: str, folder: Path) -> list[QTranslator]:
        translator = QTranslator(self)
        return [translator] if translator.load(name, str(folder)) else []


def locale_of(code: Code) -> QLocale:
    """Return the locale that numbers and dates of `code` follow; the machine's own where its language agrees."""
    system = QLocale.system()
    wanted = QLocale(_TERRITORY[code])
    return system if system.language() == wanted.language() and system.name() != "C" else wanted
