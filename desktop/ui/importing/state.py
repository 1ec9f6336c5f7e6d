"""An import as far as it is: the file, what its columns are, what each row would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from PySide6.QtCore import QLocale

from desktop.domain.dictionaries import CustomField
from desktop.domain.errors import AppError
from desktop.domain.sheets.headers import IGNORED, Language, title
from desktop.domain.sheets.rejected import said, sentence
from desktop.domain.sheets.sheet import Row, Sheet
from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.workspace.sheets.service import Judged, counted


@dataclass(frozen=True)
class Draft:
    """A sheet with its columns' meanings and, once judged, a verdict for each row.

    `failed` are the errors of customers that were refused when they were sent. `language` is that of titles.
    """

    sheet: Sheet
    mapping: tuple[str, ...]
    fields: Mapping[str, CustomField]
    language: Language = "en"
    judged: Judged = field(default_factory=Judged)
    failed: Mapping[str, AppError] = field(default_factory=dict)

    @property
    def used(self) -> list[int]:
        """The columns that are imported."""
        return [place for place, target in enumerate(self.mapping) if target != IGNORED]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What each row would do, () until they were judged."""
        return self.judged.verdicts

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many rows there are of each kind."""
        return counted(self.verdicts)

    def title(self, column: int) -> str:
        """Return what a column is imported as."""
        return title(self.mapping[column], self.language, self.fields)

    def rows_of(self, kind: Kind | None) -> list[int]:
        """Return the rows of a kind, None: all."""
        return [place for place, one in enumerate(self.verdicts) if kind is None or one.kind is kind]

    def why(self, row: int) -> str:
        """Return why a row is not imported, "" when it is."""
        verdict = self.verdicts[row]
        error = self.failed.get(verdict.customer) if verdict.edits else None
        return sentence(error, self.language) if error else said(verdict.reasons, self.language, self.fields)

    def edited(self, row: int, column: int, text: str) -> "Draft":
        """Return the draft with another text in a cell; the verdicts are those of before."""
        old = self.sheet.rows[row]
        cells = (*old.cells[:column], text, *old.cells[column + 1 :])
        rows: Sequence[Row] = [*self.sheet.rows[:row], replace(old, cells=cells), *self.sheet.rows[row + 1 :]]
        return replace(self, sheet=replace(self.sheet, rows=rows))


def shown_language() -> Language:
    """Return the language of titles and reasons: the one shown."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
