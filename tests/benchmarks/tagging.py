"""From an edit of the current customer's tags to its chip on the screen, at so many cached customers, offline.

Run `python -m tests.benchmarks.tagging FOLDER --customers 10000 1000000` (the accounts are made there and kept);
needs no screen. The edit is on the disk before it shows: both parts are printed.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.app.post import GuiPost
from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Tag, TagGroup
from desktop.domain.intents import AddTags, Intent, RemoveTags
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from tests.benchmarks.profiles import KEY, PEOPLE, profile
from tests.ui.stage import Stage

_ROUNDS = 60
_PATIENCE = 60.0
_REST = 0.3
_PARTS = ("edit to the model's change", "from there to the screen", "work of the thread in that")


class Window(Stage):
    """A window on an account that is never connected."""

    def open_account(self) -> Account:
        """Open the account of the benchmark."""
        return Account.open(Profile("p", "P", "http://127.0.0.1:1", "a"), self._folder, KEY, post=self._post)


class Paints(QObject):
    """Notes when a widget was painted last."""

    at = work = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self.at, self.work = time.perf_counter(), time.thread_time()
        return False


def wait(app: QApplication, wanted: object) -> None:
    """Let Qt run until it is so."""
    end = time.monotonic() + _PATIENCE
    assert callable(wanted)
    while not wanted():
        assert time.monotonic() < end, "never so"
        app.processEvents()


def measured(app: QApplication, folder: Path) -> list[tuple[float, float, float]]:
    """Return, for each round, the ms from the edit to the model's change, from there to the paint, and of work."""
    tags = [Tag(key, "g", f"tag {place}") for place, key in enumerate(PEOPLE.tags)]
    file = CacheFile.open(folder / "cache.db", KEY)
    for kind, entries in (("tag_group", [TagGroup("g", "Group")]), ("tag", tags)):
        file.put_dictionary(kind, "zh", entries, int(time.time()))
    file.close()
    post = GuiPost()
    window = Window(app, folder, post)
    window.window.resize(1440, 900)
    window.window.show()
    page = window.screens.page
    wait(app, lambda: page.rows.row(0) is not None)
    page.table.setCurrentIndex(page.rows.index(0, 0))
    row = page.table.current_row()
    assert row is not None
    paints, changes = Paints(), [0.0, 0.0]
    page.table.viewport().installEventFilter(paints)
    page.rows.dataChanged.connect(
        lambda *_: changes.__setitem__(slice(2), (time.perf_counter(), time.thread_time()))
    )
    rounds: list[tuple[float, float, float]] = []
    held = row.values[page.rows.source.columns.index("tags")] or ()
    free = next(tag.id for tag in tags if tag.id not in held)
    for number in range(_ROUNDS):
        edit: Intent = (RemoveTags if number % 2 else AddTags)(customer=row.id, tags=(free,))
        began = time.perf_counter()
        changes[0] = 0.0
        window.account.outbox.submit([edit], label="", answer=lambda _: None, failed=print)
        wait(app, lambda: changes[0])
        changed, work = changes
        wait(app, lambda at=changed: paints.at > at)
        rounds.append(((changed - began) * 1000, (paints.at - changed) * 1000, (paints.work - work) * 1000))
        rested = time.perf_counter() + _REST
        wait(app, lambda end=rested: time.perf_counter() > end)
    window.close()
    post.close()
    return rounds


def main() -> None:
    """Measure accounts of each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--customers", type=int, nargs="+", default=[10_000, 1_000_000])
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    for count in given.customers:
        made = profile(given.folder, count)
        made.files.outbox.unlink(missing_ok=True)
        rounds = measured(app, made.files.folder)
        print(f"{count:,} customers, p50 / p95 ms")
        for place, name in enumerate(_PARTS):
            values = sorted(one[place] for one in rounds)
            print(f"  {name:28} {values[_ROUNDS // 2]:7.1f} {values[int(0.95 * _ROUNDS)]:7.1f}")


if __name__ == "__main__":
    main()
