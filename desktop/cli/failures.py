"""How a command ends when it does not end well: one plain line, and an exit code."""

import locale
import os
import sys

from desktop.domain.errors import AppError, InvalidInput

DONE, FAILED, USAGE = 0, 1, 2


class Refused(Exception):
    """The command cannot be carried out; `en` and `zh` say why in one line. `code` is the exit code."""

    def __init__(self, en: str, zh: str, *, code: int = FAILED) -> None:
        super().__init__(en)
        self.words = {"en": en, "zh": zh}
        self.code = code


class WrongUsage(Refused):
    """The arguments cannot be understood."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en, zh, code=USAGE)


def failed(error: AppError, language: str | None) -> int:
    """Tell a failure in the language (None: the system's); returns 2 for an argument that was refused, else 1."""
    tell(line_of(error, language or language_of_the_system()))
    return USAGE if isinstance(error, InvalidInput) else FAILED


def language_of_the_system() -> str:
    """Return the language of the user's system, "zh" or "en"."""
    name = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), None)
    return "zh" if (name or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def line_of(error: AppError, language: str) -> str:
    """Return the words of a failure in one line."""
    from desktop.domain.words.say import say  # noqa: PLC0415 -- only a command that failed needs its words

    words = say(error, "zh" if language == "zh" else "en")
    return " ".join(part for part in (words.what, words.meaning, words.todo) if part)


def tell(text: str) -> None:
    """Write one line to standard error."""
    print(f"kefu-desk: {' '.join(text.split())}", file=sys.stderr)
