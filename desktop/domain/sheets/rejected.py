"""The rows that were not imported, as a table: the columns they came with, and why. Made to be imported again."""

from collections.abc import Mapping, Sequence

from desktop.domain.dictionaries import CustomField
from desktop.domain.errors import AppError, InvalidInput
from desktop.domain.sheets.headers import REASON, Language, title
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Kind, Reason, Verdict
from desktop.domain.words.say import say

_NO_FIELDS: Mapping[str, CustomField] = {}


def rejected(
    sheet: Sheet,
    verdicts: Sequence[Verdict],
    failed: Mapping[str, AppError],
    language: Language,
    fields: Mapping[str, CustomField] = _NO_FIELDS,
) -> tuple[list[str], list[list[str]]]:
    """Return titles and rows: those refused here, and those of the customers that `failed` when they were sent."""
    kept = without_reason(sheet)
    titles = [sheet.titles[place] for place in kept]
    rows: list[list[str]] = []
    for row, verdict in zip(sheet.rows, verdicts, strict=True):
        error = failed.get(verdict.customer) if verdict.edits else None
        if verdict.kind is Kind.INVALID or error is not None:
            why = sentence(error, language) if error is not None else said(verdict.reasons, language, fields)
            rows.append([*(row.cells[place] for place in kept), why])
    return [*titles, REASON[language == "zh"]], rows


def without_reason(sheet: Sheet) -> list[int]:
    """Return the columns that such a table came with, without the one that told why."""
    return [place for place, text in enumerate(sheet.titles) if text not in REASON]


def said(reasons: Sequence[Reason], language: Language, fields: Mapping[str, CustomField]) -> str:
    """Return why a row cannot be imported, in plain words that name the columns."""
    return " ".join(one_said(one, language, fields) for one in reasons)


def one_said(reason: Reason, language: Language, fields: Mapping[str, CustomField]) -> str:
    """Return one of the reasons."""
    name = title(reason.target, language, fields) if reason.target else ""
    details = {key: value for key, value in reason.error.details.items() if key != "field"}
    words = sentence(InvalidInput(name or reason.error.field, reason.error.reason, **details), language)
    colon = "：" if language == "zh" else ": "
    return words if not name or name in words else f"{name}{colon}{words}"


def sentence(error: AppError, language: Language) -> str:
    """Return what happened and what to do, in one line."""
    words = say(error, language)
    return " ".join(part for part in (words.what, words.todo) if part)
