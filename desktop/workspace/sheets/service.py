"""Table files of one account: read, judged and written beside the owner's thread, on connections of their own."""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane, Post, Ticket
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import InvalidInput
from desktop.domain.jobs.job import ImportCustomers, JobFailure
from desktop.domain.query import Query
from desktop.domain.sheets.headers import Language
from desktop.domain.sheets.judging import Judge, settled
from desktop.domain.sheets.rejected import rejected, without_reason
from desktop.domain.sheets.sheet import Row, Sheet
from desktop.domain.sheets.tables import Tables
from desktop.domain.sheets.verdicts import Kind, Verdict
from desktop.sheets.writing import write_table
from desktop.workspace.events import Failed
from desktop.workspace.files import AccountFiles
from desktop.workspace.jobs.quiet import passed
from desktop.workspace.jobs.service import Jobs
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.sheets.leftover import DRAFT, Leftover, kept, unpacked
from desktop.workspace.sheets.looking import judged
from desktop.workspace.sheets.unwatched import unwatched
from desktop.workspace.sheets.writing import Columns, write_customers

Heard: TypeAlias = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """What importing rows would do: `own` is the verdict on each by itself, `verdicts` that beside the others."""

    own: tuple[Verdict, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Customers of a result: `ids`, or with `everything` all that the query finds but them, in its order."""

    query: Query
    ids: Collection[str] = frozenset()
    everything: bool = True


class Sheets:
    """Reads and writes table files. Everything returns at once; answers come in the owner's thread by `post`.

    `heard` hears how far the work is (0 to 1); dropping the ticket gives the work up: then nothing is answered,
    and a file that was being written leaves the former one as it was.
    """

    def __init__(
        self, files: AccountFiles, key: bytes, post: Post, *, collections: Collections, jobs: Jobs
    ) -> None:
        self._files = files
        self._key = key
        self._post = post
        self._collections = collections
        self._jobs = jobs
        self._lanes: dict[str, Lane[CacheFile]] = {}

    @property
    def tables(self) -> Tables:
        """The small tables as they are now."""
        of = self._collections
        language: Literal["en", "zh"] = "zh" if of.language == "zh" else "en"
        return Tables(self._jobs.seeing.seen(), of.regions, language, of.vip_levels, of.sources)

    def names(self, path: Path, answer: Callable[[tuple[str, ...]], None], failed: Failed) -> Ticket:
        """Find the sheets of a file, ("",) for one that has none; `failed` hears InvalidInput in plain words."""
        from desktop.sheets.reading import sheets_of  # noqa: PLC0415 -- loaded when a file is chosen

        def work(_file: CacheFile) -> tuple[str, ...]:
            with unwatched():
                return sheets_of(path)

        return self._lane("import").ask(work, answer=answer, failed=failed)

    def read(self, path: Path, sheet: str, answer: Callable[[Sheet], None], failed: Failed) -> Ticket:
        """Read a sheet, "": the first that holds anything."""
        from desktop.sheets.reading import read_sheet  # noqa: PLC0415 -- as above

        def work(_file: CacheFile) -> Sheet:
            with unwatched():
                return read_sheet(path, sheet)

        return self._lane("import").ask(work, answer=answer, failed=failed)

    def judge(
        self,
        rows: Sequence[Row],
        mapping: Sequence[str],
        *,
        heard: Heard,
        answer: Callable[[Judged], None],
        failed: Failed,
    ) -> Ticket:
        """Find what importing these rows would do, by what the cache knows; nothing is written."""
        judge = self._judge(mapping)

        def note(share: float) -> None:
            self._post(partial(heard, share))

        def work(file: CacheFile) -> Judged:
            with unwatched():
                return _beside(judged(file, judge, rows, note), rows)

        return self._lane("import").ask(work, answer=answer, failed=failed)

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
        """Find the same after the row at `place` was corrected; it may be about whom others are about."""
        judge = self._judge(mapping)

        def work(file: CacheFile) -> Judged:
            (fresh,) = judged(file, judge, [rows[place]], lambda _share: None)
            return _beside([*before.own[:place], fresh, *before.own[place + 1 :]], rows)

        return self._lane("import").ask(work, answer=answer, failed=failed)

    def start(
        self, name: str, verdicts: Sequence[Verdict], label: str, answer: Callable[[str], None], failed: Failed
    ) -> None:
        """Begin the job that imports the rows that make or change somebody; `answer` gets its id."""
        wanted = {one.customer: one.edits for one in verdicts if one.kind in {Kind.CREATE, Kind.UPDATE}}
        if not wanted:
            failed(InvalidInput("rows", "nothing_to_change"))
            return
        self._jobs.start(ImportCustomers(name, wanted), answer, failed, label=label)

    def keep(
        self, job: str, sheet: Sheet, verdicts: Sequence[Verdict], language: Language, failed: Failed
    ) -> None:
        """Keep the rows of an import that began, so that `left` can tell those that were not imported."""
        fields, now = dict(self._collections.custom_fields), int(self._jobs.clock())

        def work(_file: CacheFile) -> str:
            table = rejected(sheet, verdicts, {}, language, fields)
            places = without_reason(sheet)
            rows = [[row.cells[place] for place in places] for row in sheet.rows]
            return kept(job, sheet.name, table, list(zip(verdicts, rows, strict=True)), language, now)

        def store(body: str) -> None:
            outbox.ask(OutboxFile.set_draft, DRAFT, body, answer=passed, failed=failed)

        outbox = self._files.outbox
        self._lane("import").ask(work, answer=store, failed=failed)

    def left(self, answer: Callable[[Leftover | None], None], failed: Failed) -> None:
        """Find what the last import left out, None when it imported all or is forgotten."""

        def unpack(body: str | None) -> None:
            self._lane("import").ask(lambda _: unpacked(body) if body else None, answer=look, failed=failed)

        def look(found: Leftover | None) -> None:
            if found is None:
                answer(None)
            elif not self._knows(found.job):
                tell(found, ())
            else:
                self._jobs.failures(found.job, lambda some: tell(found, some), limit=len(found.sent))

        def tell(found: Leftover, some: Sequence[JobFailure]) -> None:
            whole = replace(found, failed={one.customer: one.error for one in some})
            answer(whole if whole.left() else None)

        self._files.outbox.ask(OutboxFile.draft, DRAFT, answer=unpack, failed=failed)

    def forget_left(self, failed: Failed) -> None:
        """Tell of them no more."""
        self._files.outbox.ask(OutboxFile.set_draft, DRAFT, None, answer=passed, failed=failed)

    def write_rows(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Sequence[Sequence[str]],
        answer: Callable[[int], None],
        failed: Failed,
    ) -> Ticket:
        """Write rows as they are, as .xlsx or .csv by the name of the file; answers with their number."""
        return self._lane("export").ask(
            lambda _file: write_table(path, titles, rows), answer=answer, failed=failed
        )

    def export(
        self,
        path: Path,
        chosen: Chosen,
        columns: Columns,
        *,
        heard: Heard,
        answer: Callable[[int], None],
        failed: Failed,
    ) -> Ticket:
        """Write customers into a .csv or .xlsx file, whole or not at all; answers with their number.

        `failed` hears DiskFull, NotWritable: a former file then stands unchanged.
        """
        tables = self.tables

        def note(share: float) -> None:
            self._post(partial(heard, share))

        def work(file: CacheFile) -> int:
            keys = _keys(file, chosen)
            return write_customers(file, path, keys, columns, tables, note)

        return self._lane("export").ask(work, answer=answer, failed=failed)

    def close(self) -> None:
        """Give up what is under way and close the connections."""
        for lane in self._lanes.values():
            lane.close()
        self._lanes = {}

    def _knows(self, job_id: str) -> bool:
        try:
            self._jobs.job(job_id)
        except KeyError:
            return False
        return True

    def _judge(self, mapping: Sequence[str]) -> Judge:
        return Judge(self.tables, mapping, lambda: uuid.uuid4().hex)

    def _lane(self, name: str) -> Lane[CacheFile]:
        if name not in self._lanes:
            reader = partial(CacheFile.open, self._files.folder.cache, self._key, read_only=True)
            self._lanes[name] = Lane(reader, self._post, name=name)
        return self._lanes[name]


def counted(verdicts: Sequence[Verdict]) -> Mapping[Kind, int]:
    """Return how many rows each kind of verdict has."""
    counts = dict.fromkeys(Kind, 0)
    for one in verdicts:
        counts[one.kind] += 1
    return counts


def _beside(own: Sequence[Verdict], rows: Sequence[Row]) -> Judged:
    return Judged(tuple(own), tuple(settled(own, [row.number for row in rows])))


def _keys(file: CacheFile, chosen: Chosen) -> Sequence[int]:
    named = {key for one in chosen.ids if (key := file.key_of(one)) is not None}
    return [key for key in file.keys(chosen.query) if (key in named) is not chosen.everything]
