"""`kefu-desk sync`: fetch what changed on the server."""

import json
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from desktop.cli.failures import DONE, line_of, tell
from desktop.cli.session import Session
from desktop.cli.syncing import Brought, pull
from desktop.workspace.status import Progress

_EVERY = 1.0
"""Seconds between two lines of progress, at least."""


def run(parsed: Namespace, session: Session) -> int:
    """Pull, tell the progress and what was brought."""
    tell_progress = _json_line if parsed.json else _bar if sys.stderr.isatty() else _nothing
    brought = pull(session, _seldom(tell_progress), full=parsed.full)
    for remark in (brought.damaged, brought.note):
        if remark is not None:
            tell(line_of(remark, session.language))
    print(_final(brought) if parsed.json else _said(brought, session))
    return DONE


def _seldom(tell_progress: Callable[[Progress], None]) -> Callable[[Progress], None]:
    last = -_EVERY

    def told(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY:
            last = now
            tell_progress(progress)

    return told


def _json_line(progress: Progress) -> None:
    line = {"progress": progress.phase, **asdict(progress)}
    del line["phase"]
    print(json.dumps({**line, "rate": round(progress.rate, 1)}), flush=True)


def _bar(progress: Progress) -> None:
    total = f" / {progress.total}" if progress.total else ""
    print(f"\r\x1b[K{progress.phase} {progress.done}{total}\r", end="", file=sys.stderr, flush=True)


def _nothing(_: Progress) -> None:
    """Say nothing: a log of the output wants the end only."""


def _final(brought: Brought) -> str:
    counts = asdict(brought.counts)
    changed = {"added": brought.added, "updated": brought.updated, "removed": brought.removed}
    return json.dumps({"done": True, **counts, **changed})


def _said(brought: Brought, session: Session) -> str:
    total, unreadable = brought.counts.total, brought.counts.quarantined
    en, zh = f"{total} customers", f"共 {total} 位客户"
    if brought.added is not None:
        en += f", {brought.added} new, {brought.updated} changed, {brought.removed} gone"
        zh += f"，新增 {brought.added}，更新 {brought.updated}，移除 {brought.removed}"
    if unreadable:
        en += f"; {unreadable} records could not be read"
        zh += f"；{unreadable} 条记录无法读取"
    return session.say(en, zh)
