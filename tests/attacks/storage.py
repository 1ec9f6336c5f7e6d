"""Files that rot: single bits flipped, ends cut off, in the cache and in the outbox.

`python -m tests.attacks.storage --flips 600` prints the rows. What is not noticed must be harmless; what is is
set aside, the outbox is saved as far as it can be read, and what may be missing is told.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from desktop.cache.cachefile import CacheFile
from desktop.cache.intentstore import StoredEntry
from desktop.cache.outboxfile import OutboxFile, StoredView
from desktop.cache.schema import CACHE, OUTBOX
from desktop.cache.sealed import Schema, open_sealed
from desktop.domain.errors import AppError, CorruptFile, NewerSchema, OutboxDamaged, StorageError
from desktop.domain.query import Query
from desktop.domain.words.say import say
from desktop.workspace.files import AccountFiles
from tests.attacks.rows import Asked, Row, ended
from tests.cache.people import People

KEY = bytes(range(32))
CUSTOMERS, EDITS = 300, 120
_PEOPLE = People(11)
Spoil: TypeAlias = Callable[[bytes, random.Random], bytes]


@dataclass(slots=True)
class Found:
    """What came out: damage noticed in use or by a check only, edits saved, told to be lost, what must not be."""

    tries: int = 0
    noticed: int = 0
    checked: int = 0
    saved: int = 0
    missing: int = 0
    wrong: list[str] = field(default_factory=list)


def entry(number: int) -> StoredEntry:
    """Return an edit as it is stored."""
    body = f'{{"number": {number}, "text": "{"x" * 200}"}}'
    state = "done" if number % 10 == 9 else "queued"
    times = (float(number), float(number), 0.0)
    return StoredEntry(0, f"e{number}", f"customer:c{number}", state, body, "", "", 0, *times, f"g{number}", "")


def filled(folder: Path) -> dict[str, bytes]:
    """Make the files of an account in `folder`, close them, and return what they hold."""
    files = AccountFiles.open(folder, KEY, lambda function: function())
    files.write.submit(CacheFile.write_page, list(_PEOPLE.many(0, CUSTOMERS))).result()
    files.outbox.submit(lambda box: box.intents.add([entry(number) for number in range(EDITS)])).result()
    for number in range(20):
        files.outbox.submit(OutboxFile.put_view, StoredView(f"v{number}", number, "body" * 40)).result()
        files.outbox.submit(OutboxFile.set_draft, f"d{number}", "typed " * 60).result()
    files.close()
    return {name: (folder / name).read_bytes() for name in ("cache.db", "outbox.db")}


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Return the content with one bit turned."""
    spoiled = bytearray(content)
    spoiled[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def cut(content: bytes, chance: random.Random) -> bytes:
    """Return the beginning of the content."""
    return content[: chance.randrange(1, len(content))]


def attack(folder: Path, name: str, spoil: Spoil, times: int, seed: int) -> Found:
    """Spoil one of the files so often, open the account each time, and use it."""
    found, chance = Found(), random.Random(seed)
    whole = filled(folder)
    for _ in range(times):
        for file, content in whole.items():
            (folder / file).write_bytes(spoil(content, chance) if file == name else content)
        found.tries += 1
        _look(folder, name, found)
        _tidy(folder)
    if found.tries > found.noticed + found.checked:
        found.wrong.append(f"{found.tries - found.noticed - found.checked} that nobody found")
    return found


def _look(folder: Path, name: str, found: Found) -> None:
    try:
        damage = _opened_and_used(folder, name, found)
        if damage is None and (folder / f"{name}.suspect").exists():
            # Noticed while it was used: the next start sets it aside.
            damage = _opened_and_used(folder, name, found)
            found.wrong += [] if damage else ["a file in use was damaged and stays"]
    except AppError as error:
        found.wrong.append(f"does not open: {error}")
        return
    found.noticed += damage is not None


def _opened_and_used(folder: Path, name: str, found: Found) -> CorruptFile | None:
    files = AccountFiles.open(folder, KEY, lambda function: function())
    try:
        damage = files.damaged
        if name == "outbox.db":
            _of_outbox(files, damage, found)
        else:
            _of_cache(files, damage, found)
        if damage is not None:
            found.wrong += [] if (folder / str(damage.details["kept_as"])).exists() else ["nothing was set aside"]
            found.wrong += [f"no words in {one}" for one in ("en", "zh") if "(" in say(damage, one).meaning]
    finally:
        files.close()
    return damage


def _of_outbox(files: AccountFiles, damage: CorruptFile | None, found: Found) -> None:
    entries = files.outbox.submit(lambda box: box.intents.waiting()).result()
    views = files.outbox.submit(OutboxFile.views).result()
    expected = [one for one in map(entry, range(EDITS)) if one.state == "queued"]
    by_id = {one.id: one for one in expected}
    found.wrong += [f"{one.id} came back changed" for one in entries if one.body != by_id[one.id].body]
    missing = len(expected) - len(entries) + 20 - len(views)
    if [one.seq for one in entries] != sorted(one.seq for one in entries):
        found.wrong.append("the order of the edits is lost")
    if damage is None or damage.details.get("whole"):
        found.wrong += [f"{missing} edits and views lost without a word"] if missing else []
    found.missing += missing
    found.saved += len(entries) if damage is not None else 0
    if damage is not None and not isinstance(damage, OutboxDamaged):
        found.wrong.append("the loss of edits is told as that of a cache")
    files.outbox.submit(OutboxFile.set_draft, "after", "still writable").result()


def _of_cache(files: AccountFiles, damage: CorruptFile | None, found: Found) -> None:
    try:
        keys = files.browse.submit(CacheFile.keys, Query()).result()
        ids = files.browse.submit(CacheFile.ids, keys).result()
        people = files.look_up.submit(CacheFile.customers, ids).result()
        wrong = files.look_up.submit(CacheFile.check).result()
    except StorageError:
        return
    if damage is None and wrong:
        found.checked += 1
    if damage is None and not wrong:
        same = {one.id: one for one in people} == {one.id: one for one in _PEOPLE.many(0, CUSTOMERS)}
        found.wrong += [] if same else ["customers came back changed and nobody noticed"]
    if damage is not None:
        found.wrong += (
            [] if files.write.submit(CacheFile.write_page, [_PEOPLE.one(1)]).result().added else ["dead"]
        )


def _tidy(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != "reserve":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def schemas(folder: Path) -> Found:
    """Open files of every older version, which are brought up to date, and newer ones, which stay as they are."""
    found = Found()
    for name, schema in (("cache.db", CACHE), ("outbox.db", OUTBOX)):
        for version in range(1, schema.version + 2):
            path = folder / f"{version}" / name
            path.parent.mkdir(exist_ok=True)
            steps = (*schema.steps[:version], *["CREATE TABLE later(a)"] * (version - schema.version))
            open_sealed(path, KEY, Schema(steps, schema.synchronous)).close()
            before = path.read_bytes()
            found.tries += 1
            refused = _opens(path.parent, name)
            if version <= schema.version and refused is not None:
                found.wrong.append(f"{name} of version {version}: {refused}")
            newer = isinstance(refused, NewerSchema) and path.read_bytes() == before
            if version > schema.version and not newer:
                found.wrong.append(f"{name} of a newer version: {refused or 'opened'}")
            _tidy(path.parent)
    return found


def _opens(folder: Path, name: str) -> AppError | None:
    try:
        files = AccountFiles.open(folder, KEY, lambda function: function())
    except AppError as error:
        return error
    try:
        file = files.outbox if name == "outbox.db" else files.write
        wrong = file.submit(lambda one: one.check()).result()
        return StorageError(reason=wrong[0]) if wrong else files.damaged
    finally:
        files.close()


def row_of(attack_name: str, found: Found) -> Row:
    """Return what was found as a row."""
    noticed = f"{found.noticed} noticed, {found.checked} more by a check"
    said = f"{noticed}, {found.saved} edits saved, {found.missing} told to be lost"
    return Row(attack_name, found.tries, len(found.wrong), said="; ".join([said, *found.wrong[:3]]))


def _rows(flips: int, seed: int) -> Iterator[Row]:
    for name in ("cache.db", "outbox.db"):
        for what, spoil, times in (("bits flipped", flipped, flips), ("ends cut off", cut, max(1, flips // 6))):
            with tempfile.TemporaryDirectory() as folder:
                yield row_of(f"{name}: {what}", attack(Path(folder), name, spoil, times, seed))
    with tempfile.TemporaryDirectory() as folder:
        yield row_of("every schema version", schemas(Path(folder)))


def rows(asked: Asked) -> Iterator[Row]:
    """Attack files of its own."""
    yield from _rows(asked.sized(30, 600), asked.seed)


def main() -> int:
    """Attack, print what came of it; 1 when anything was lost without a word."""
    parser = argparse.ArgumentParser(description="spoil the files of an account")
    parser.add_argument("--flips", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    return ended(_rows(given.flips, given.seed))


if __name__ == "__main__":
    sys.exit(main())
