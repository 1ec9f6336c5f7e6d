"""What importing and exporting on the screen need of an account."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.sheets.headers import Language
from desktop.domain.sheets.sheet import Row, Sheet
from desktop.domain.sheets.tables import Tables
from desktop.domain.sheets.verdicts import Verdict
from desktop.ui.wording.lookup import Collections
from desktop.workspace.events import Failed
from desktop.workspace.jobs import JobService
from desktop.workspace.sheets.leftover import Leftover
from desktop.workspace.sheets.service import Chosen, Judged
from desktop.workspace.sheets.writing import Columns
from desktop.workspace.status import Status


class Ticket(Protocol):
    """A question under way."""

    def drop(self) -> None:
        """Want no answer any more."""


class SheetService(Protocol):
    """Table files (`workspace.sheets.service.Sheets`). Answers come in the owner's thread."""

    @property
    def tables(self) -> Tables:
        """The small tables as they are now."""

    def names(self, path: Path, answer: Callable[[tuple[str, ...]], None], failed: Failed) -> Ticket:
        """Find the sheets of a file."""

    def read(self, path: Path, sheet: str, answer: Callable[[Sheet], None], failed: Failed) -> Ticket:
        """Read a sheet."""

    def judge(
        self,
        rows: Sequence[Row],
        mapping: Sequence[str],
        *,
        heard: Callable[[float], None],
        answer: Callable[[Judged], None],
        failed: Failed,
    ) -> Ticket:
        """Find what importing these rows would do."""

    def judge_again(
        self,
        rows: Sequence[Row],
        mapping: Sequence[str],
        before: Judged,
        place: int,
        *,
        answer: Callable[[Judged], None],
        failed: Failed,
    ) -> Ticket:
        """Find the same after one row was corrected."""

    def start(
        self, name: str, verdicts: Sequence[Verdict], label: str, answer: Callable[[str], None], failed: Failed
    ) -> None:
        """Begin the job."""

    def keep(
        self, job: str, sheet: Sheet, verdicts: Sequence[Verdict], language: Language, failed: Failed
    ) -> None:
        """Keep the rows of an import that began, for `left`."""

    def left(self, answer: Callable[[Leftover | None], None], failed: Failed) -> None:
        """Find what the last import left out, None for nothing."""

    def forget_left(self, failed: Failed) -> None:
        """Tell of them no more."""

    def write_rows(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Sequence[Sequence[str]],
        answer: Callable[[int], None],
        failed: Failed,
    ) -> Ticket:
        """Write rows as they are."""

    def export(
        self,
        path: Path,
        chosen: Chosen,
        columns: Columns,
        *,
        heard: Callable[[float], None],
        answer: Callable[[int], None],
        failed: Failed,
    ) -> Ticket:
        """Write customers into a file."""


class SheetAccount(Protocol):
    """An account with table files."""

    @property
    def sheets(self) -> SheetService:
        """Its table files."""

    @property
    def jobs(self) -> JobService:
        """Its jobs."""

    @property
    def collections(self) -> Collections:
        """Its small tables."""

    @property
    def status(self) -> Status:
        """What it is doing, and how old the data are."""

    async def pull(self, *, full: bool = False) -> Any:  # noqa: ANN401 - the answer comes by events
        """Bring what changed."""
