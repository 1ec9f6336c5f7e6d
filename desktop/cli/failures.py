"""How a command ends when it does not end well: one plain line, and an exit code."""

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


def usage_or_failure(error: AppError) -> int:
    """Return the exit code of a failure: 2 for an argument that was refused, else 1."""
    return USAGE if isinstance(error, InvalidInput) else FAILED


def line_of(error: AppError, language: str) -> str:
    """Return the words of a failure in one line."""
    from desktop.domain.words import say  # noqa: PLC0415 -- only a command that failed needs its words

    words = say(error, "zh" if language == "zh" else "en")
    return " ".join(part for part in (words.what, words.meaning, words.todo) if part)


def tell(text: str) -> None:
    """Write one line to standard error."""
    print(f"kefu-desk: {' '.join(text.split())}", file=sys.stderr)
