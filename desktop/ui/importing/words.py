"""The words of an import, in the language shown."""

from PySide6.QtCore import QObject

from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.qt.safetext import visible

_LONGEST = 60


class ImportWords(QObject):
    """Texts of rows and steps."""

    def steps(self) -> tuple[str, str, str, str]:
        """Return the names of the steps."""
        return self.tr("1  File"), self.tr("2  Columns"), self.tr("3  Check"), self.tr("4  Import")

    def kind(self, kind: Kind) -> str:
        """Return what a row does, in a word or two."""
        return {
            Kind.CREATE: self.tr("New"),
            Kind.UPDATE: self.tr("Changes"),
            Kind.SAME: self.tr("Unchanged"),
            Kind.INVALID: self.tr("Problem"),
        }[kind]

    def counted(self, kind: Kind | None, number: str) -> str:
        """Return a filter of rows with its count."""
        names = {
            None: self.tr("All {number}"),
            Kind.CREATE: self.tr("New {number}"),
            Kind.UPDATE: self.tr("Changes {number}"),
            Kind.SAME: self.tr("Unchanged {number}"),
            Kind.INVALID: self.tr("Problems {number}"),
        }
        return names[kind].format(number=number)

    def who(self, verdict: Verdict) -> str:
        """Return who is meant by a row."""
        return visible(verdict.name, limit=_LONGEST) or self.tr("No name")

    def sum(self, counts: dict[Kind, int]) -> str:
        """Return what an import would do, in a line."""
        parts = [
            self.tr("%Ln customer(s) are created", "", counts[Kind.CREATE]) if counts[Kind.CREATE] else "",
            self.tr("%Ln change", "", counts[Kind.UPDATE]) if counts[Kind.UPDATE] else "",
            self.tr("%Ln stay as they are", "", counts[Kind.SAME]) if counts[Kind.SAME] else "",
            self.tr("%Ln row(s) have a problem and are left out", "", counts[Kind.INVALID])
            if counts[Kind.INVALID]
            else "",
        ]
        return self.tr(", ").join(part for part in parts if part) + self.tr(".")
