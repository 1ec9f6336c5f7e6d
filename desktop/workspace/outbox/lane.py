"""What the outbox asks of its file, each in the file's own thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.intentstore import Rewrite, Step, StoredEntry
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.edits.outbox import Entry
from desktop.workspace.outbox.entryjson import all_from_stored, to_stored

Changed: TypeAlias = tuple[Entry, Entry | None]
"""An entry and what took its place; None: it is gone."""


def nothing(_file: CacheFile) -> None:
    """Have the lane answer."""


def version(box: OutboxFile) -> int:
    """Return a number that changes when another process has written."""
    return box.intents.version()


@dataclass(frozen=True, slots=True)
class Stored:
    """What the file holds: its version, what waits, the server's ids by the local ones, what is settled since."""

    version: int
    waiting: list[Entry]
    ids: dict[str, str]
    settled: list[Entry]


def stored(box: OutboxFile, known: Sequence[str]) -> Stored:
    """Return what the file holds; of the `known` entries also those that are done meanwhile."""
    version = box.intents.version()
    waiting = all_from_stored(box.intents.waiting())
    left = {entry.id for entry in waiting}
    done = [one for key in known if key not in left and (one := box.intents.entry(key)) is not None]
    return Stored(version, waiting, box.intents.ids(), all_from_stored(done))


def add(box: OutboxFile, entries: Sequence[Entry], step: Step | None, gone: Sequence[Entry]) -> list[Entry]:
    """Store new entries and let others go, in one commit; return the new ones with their `seq`."""
    rewrites = [Rewrite(to_stored(one), None) for one in gone]
    added = box.intents.add([to_stored(entry) for entry in entries], step, rewrites)
    return [replace(entry, seq=one.seq) for entry, one in zip(entries, added, strict=True)]


def step_of(box: OutboxFile, undone: bool) -> tuple[Step, list[Entry]] | None:
    """Return the step to undo (or redo) next and the entries of its gesture."""
    step = box.intents.step(undone=undone)
    return None if step is None else (step, all_from_stored(box.intents.of_gesture(step.gesture)))


def rewrite(box: OutboxFile, changed: Sequence[Changed], ids: dict[str, str]) -> list[StoredEntry]:
    """Change entries and note ids in one commit; return the old ones that somebody else had changed."""
    return box.intents.rewrite(
        [Rewrite(to_stored(old), None if new is None else to_stored(new)) for old, new in changed], ids
    )
