"""Plain words for every error: what happened, what it means, what to do. Two tables, one a language."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.domain.errors import AppError, InvalidInput, Rejected, SuddenlyEmpty
from desktop.domain.words import chinese as words_zh
from desktop.domain.words import english as words_en
from desktop.domain.words.fields import FIELDS_EN, FIELDS_ZH
from desktop.domain.words.lists import LISTS_EN, LISTS_ZH

_TABLES = {"en": words_en, "zh": words_zh}
_FIELDS = {"en": FIELDS_EN, "zh": FIELDS_ZH}
_LISTS = {"en": LISTS_EN, "zh": LISTS_ZH}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about an error, one sentence or two each; plain text, never markup."""

    what: str
    meaning: str
    todo: str


def say(error: AppError, language: Literal["en", "zh"]) -> Words:
    """Return the words for an error.

    A return code the document does not know gets general words that show the code and the server's message.
    """
    table = _TABLES[language]
    texts = next(table.WORDS[word] for word in _words_of(error) if word in table.WORDS)
    details = _Details(table.MISSING, {name: _plain(value) for name, value in error.details.items()})
    if isinstance(error, InvalidInput):
        details["field"] = _FIELDS[language].get(error.field, _plain(error.field))
    if isinstance(error, SuddenlyEmpty):
        lists = _LISTS[language]
        details["lists"] = table.BETWEEN.join(lists.get(one, one) for one in details["lists"].split(","))
    if isinstance(error, Rejected):
        details["ret_msg"] = _plain(error.ret_msg) or table.MISSING
    what, meaning, todo = (text.format_map(details) for text in texts)
    return Words(what, meaning, todo)


def _words_of(error: AppError) -> Iterator[str]:
    """Yield the keys to look under, the closest first; the last is in every table."""
    yield error.word
    for kind in type(error).__mro__:
        if issubclass(kind, AppError):
            yield kind.code


class _Details(dict[str, str]):
    """The placeholders of a text; what an error does not tell is said to be unknown."""

    def __init__(self, missing: str, known: dict[str, str]) -> None:
        super().__init__(known)
        self._missing = missing

    def __missing__(self, key: str) -> str:
        return self._missing


def _plain(value: object) -> str:
    """Return a value on one line, without characters that are not seen or turn the text around."""
    spaced = " ".join(str(value).split())
    return "".join(char for char in spaced if unicodedata.category(char) not in _HIDDEN)
