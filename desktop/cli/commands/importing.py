"""`kefu-desk import`: customers from a table file, told row by row."""

import asyncio
import json
import time
from argparse import Namespace
from collections.abc import Callable
from typing import Literal

from desktop.cli.export import writer_for
from desktop.cli.failures import DONE, FAILED, line_of, tell
from desktop.cli.importing import Imported, imported
from desktop.cli.output import plain
from desktop.cli.session import Session
from desktop.domain.jobs.job import JobView
from desktop.domain.json import Json
from desktop.domain.sheets.rejected import rejected, said, sentence
from desktop.domain.sheets.sheet import Row
from desktop.domain.sheets.verdicts import Kind, Verdict

_EVERY = 1.0


def run(parsed: Namespace, session: Session) -> int:
    """Import the file, or with --dry-run only tell what each row would do; 0 when every row is as wanted."""
    write = None if parsed.rejected is None else writer_for(parsed.rejected)
    hear = _seldom() if parsed.json else _nothing
    found = asyncio.run(
        imported(session, parsed.file.expanduser(), parsed.sheet, parsed.map, dry=parsed.dry_run, hear=hear)
    )
    if found.trouble is not None:
        tell(line_of(found.trouble, session.language))
    language: Literal["en", "zh"] = "zh" if session.language == "zh" else "en"
    for row, verdict in zip(found.sheet.rows, found.verdicts, strict=True):
        _tell_row(row, verdict, found, language, as_json=parsed.json)
    if write is not None:
        titles, rows = rejected(found.sheet, found.verdicts, found.failed, language, found.fields)
        write(parsed.rejected.expanduser(), titles, rows)
    print(json.dumps(_end(found, dry=parsed.dry_run)) if parsed.json else _sum(found, session))
    return DONE if _is_well(found, dry=parsed.dry_run) else FAILED


def _tell_row(
    row: Row, verdict: Verdict, found: Imported, language: Literal["en", "zh"], *, as_json: bool
) -> None:
    error = found.failed.get(verdict.customer) if verdict.edits else None
    why = said(verdict.reasons, language, found.fields) if error is None else sentence(error, language)
    if as_json:
        changes: Json = {one.target: [one.before, one.after] for one in verdict.changes}
        line: dict[str, Json] = {"row": row.number, "kind": verdict.kind.value, "customer": verdict.customer}
        line |= {"name": verdict.name, "changes": changes}
        print(json.dumps(line | ({"reason": why} if why else {}), ensure_ascii=False))
    elif why:
        print(plain(f"{row.number}: {why}"))


def _end(found: Imported, *, dry: bool) -> dict[str, Json]:
    counts: dict[str, Json] = {"rows": len(found.verdicts), **found.counts, "dry_run": dry}
    if found.job is not None:
        counts |= {"state": found.job.state.value, "failed": len(found.failed)}
    return counts


def _sum(found: Imported, session: Session) -> str:
    counts = found.counts
    new, changed, same, bad = (counts[kind.value] for kind in (Kind.CREATE, Kind.UPDATE, Kind.SAME, Kind.INVALID))
    failed = len(found.failed)
    return session.say(
        f"{new} to create, {changed} to change, {same} unchanged, {bad} invalid, {failed} refused by the server",
        f"新建 {new}，更改 {changed}，不变 {same}，无法导入 {bad}，被服务器拒绝 {failed}",
    )


def _is_well(found: Imported, *, dry: bool) -> bool:
    if found.counts[Kind.INVALID.value] or found.failed:
        return False
    wanted = found.counts[Kind.CREATE.value] + found.counts[Kind.UPDATE.value]
    return dry or not wanted or (found.job is not None and found.job.done == found.job.total)


def _seldom() -> Callable[[JobView], None]:
    last = -_EVERY

    def told(job: JobView) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY:
            last = now
            line = {"progress": job.state.value, "done": job.done, "failed": job.failed, "total": job.total}
            print(json.dumps(line), flush=True)

    return told


def _nothing(_job: JobView) -> None:
    """Say nothing: whoever reads wants the end only."""
