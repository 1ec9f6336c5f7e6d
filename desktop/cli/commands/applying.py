"""`kefu-desk apply`: edits from a file or standard input, safe before they are acknowledged."""

import asyncio
import json
import sys
from argparse import Namespace

from desktop.cli.applying import Tally, apply
from desktop.cli.failures import DONE, FAILED, line_of, tell
from desktop.cli.lines import opened
from desktop.cli.session import Session
from desktop.domain.json import Json


def run(parsed: Namespace, session: Session) -> int:
    """Make the edits, tell each step as one JSON object a line; 0 when all are done (or queued with --offline)."""
    with opened(parsed.file) as stream:
        tally = asyncio.run(apply(session, stream, _say, offline=parsed.offline))
    if tally.trouble is not None and tally.left:
        tell(line_of(tally.trouble, session.language))
    if not parsed.json:
        _summary(tally, session)
    return FAILED if tally.bad or tally.rejected or tally.left else DONE


def _say(line: dict[str, Json]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    # Whoever reads this line may rely on it: it must not wait in a buffer.
    sys.stdout.flush()


def _summary(tally: Tally, session: Session) -> None:
    refused = tally.bad + tally.rejected
    session.note(
        f"{tally.queued} queued, {tally.done} done, {refused} refused, {tally.left} waiting",
        f"已存入 {tally.queued}，完成 {tally.done}，被拒 {refused}，等待 {tally.left}",
    )
