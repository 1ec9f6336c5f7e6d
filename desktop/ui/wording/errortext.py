"""Errors in the language shown."""

from PySide6.QtCore import QLocale

from desktop.domain.errors import AppError
from desktop.domain.words.say import Words, say


def words_of(error: AppError) -> Words:
    """Return what happened, what it means and what to do, in the language shown."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return say(error, "zh" if chinese else "en")


def sentence(error: AppError) -> str:
    """Return the words in one line, for a place beside a field."""
    words = words_of(error)
    return " ".join(part for part in (words.what, words.todo) if part)


def paragraph(error: AppError) -> str:
    """Return everything: what happened, what it means, what to do."""
    words = words_of(error)
    return " ".join(part for part in (words.what, words.meaning, words.todo) if part)
