"""`kefu-desk outbox`: the edits that wait, on this machine's disk."""

import json
from argparse import Namespace
from collections.abc import Sequence

from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cli.editlines import clashes_of, line_of_edit
from desktop.cli.failures import DONE, line_of
from desktop.cli.output import table
from desktop.cli.session import Session
from desktop.cli.times import shown
from desktop.domain.edits.outbox import Entry
from desktop.domain.json import Json
from desktop.workspace.outbox.entryjson import all_from_stored


def run(parsed: Namespace, session: Session) -> int:
    """Print what waits: as JSON, one object a line, or as a table."""
    entries = _waiting(session)
    if parsed.json:
        for entry in entries:
            print(json.dumps(_object(entry, session), ensure_ascii=False))
        return DONE
    rows = (
        (shown(int(one.created)), one.state.value, _edit(one), _why(one, session) or "", one.id) for one in entries
    )
    for line in table(("since", "state", "edit", "reason", "intent"), rows):
        print(line)
    return DONE


def _waiting(session: Session) -> Sequence[Entry]:
    keys = session.keys
    path = ProfileFiles(keys.folder).outbox
    if not path.exists():
        return []
    box = OutboxFile.open(path, keys.file_key)
    try:
        return all_from_stored(box.intents.waiting())
    finally:
        box.close()


def _object(entry: Entry, session: Session) -> dict[str, Json]:
    shown_: dict[str, Json] = {
        "intent": entry.id,
        "state": entry.state.value,
        "since": int(entry.created),
        "attempts": entry.attempts,
        "edit": line_of_edit(entry.intent),
    }
    if entry.error is not None:
        shown_["reason"] = {"code": entry.error.word, "text": _why(entry, session)}
    if entry.clashes:
        shown_["clashes"] = clashes_of(entry)
    return shown_


def _why(entry: Entry, session: Session) -> str | None:
    return None if entry.error is None else line_of(entry.error, session.language)


def _edit(entry: Entry) -> str:
    values = line_of_edit(entry.intent)
    op = values.pop("op")
    return f"{op} {json.dumps(values, ensure_ascii=False)}"
