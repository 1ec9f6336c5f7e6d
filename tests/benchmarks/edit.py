"""From the key that tags the current customer to the painted cell, the edit on the disk before it shows."""

import time

from desktop.domain.intents.intent import AddTags, Intent, RemoveTags
from tests.benchmarks.desk import Desk, Paints
from tests.benchmarks.profiles import copied, profile
from tests.benchmarks.row import Bench, Figures, Goal, Row, share
from tests.ui.keys import Key, press, type_text

ROUNDS = 60
_TAG = "Demo 3"
_TURNS = 2_000


def measure(bench: Bench) -> Figures:
    """Tag one customer after the other by the key that repeats; then take it all back and forth by edits alone."""
    with copied(profile(bench.folder, bench.size)) as made:
        desk = Desk(made)
        tag = next(one.id for one in desk.account.collections.tags.values() if one.name == _TAG)
        first_by_picker(desk, tag)
        pressed, worked = [], []
        row = 0
        while len(pressed) < bench.times(ROUNDS) and row < _TURNS:
            row += 1
            shown = desk.page.rows.row(row)
            if shown is not None and not holds(desk, row, tag):
                took, work = tagged(desk, row, tag)
                pressed.append(took)
                worked.append(work)
        alone = [submitted(desk, tag) for _ in range(bench.times(ROUNDS))]
        desk.close()
    return {
        "key to changed cell, committed, p95": share(pressed, 0.95),
        "key to changed cell, committed, p50": share(pressed, 0.5),
        "own work of the thread in that, p95": share(worked, 0.95),
        "edit to the table's model, p95": share(alone, 0.95),
        "keys pressed": len(pressed),
    }


def first_by_picker(desk: Desk, tag: str) -> None:
    """Tag the first customer that lacks the tag by T, so that the full stop repeats it."""
    desk.window.activateWindow()
    desk.table.setFocus()
    desk.until(desk.table.hasFocus)
    row = next(row for row in range(100) if not holds(desk, row, tag))
    desk.table.go_to(row)
    desk.rest()
    press(Key.Key_T)
    desk.until(lambda: not desk.table.hasFocus())
    desk.rest()
    type_text(_TAG)
    desk.rest()
    press(Key.Key_Return)
    desk.until(lambda: holds(desk, row, tag))
    desk.until(desk.table.hasFocus)
    desk.rest()


def holds(desk: Desk, row: int, tag: str) -> bool:
    """Say whether the customer in a row shows a tag."""
    shown = desk.page.rows.row(row)
    if shown is None:
        return False
    return tag in (shown.values[desk.page.rows.source.columns.index("tags")] or ())


def tagged(desk: Desk, row: int, tag: str) -> tuple[float, float]:
    """Press the key on a row; return the ms until its cell is painted, and those the thread worked."""
    desk.table.go_to(row)
    desk.rest()
    shown: list[float] = []
    # A painting may follow the change in the same turn of the loop: what it shows is looked at, not when it was.
    painted = Paints(desk.table.viewport(), lambda at: shown.append(at) if holds(desk, row, tag) else None)
    began, work = time.perf_counter(), time.thread_time()
    press(Key.Key_Period)
    desk.until(lambda: shown)
    worked = (time.thread_time() - work) * 1000
    painted.remove()
    return (shown[0] - began) * 1000, worked


def submitted(desk: Desk, tag: str) -> float:
    """Edit the first customer without a key; return the ms until the model has it."""
    desk.rest()
    desk.until(lambda: desk.page.rows.row(0) is not None)
    row = desk.page.rows.row(0)
    assert row is not None
    has = holds(desk, 0, tag)
    edit: Intent = (RemoveTags if has else AddTags)(customer=row.id, tags=(tag,))
    began = time.perf_counter()
    desk.account.outbox.submit([edit], label="", answer=lambda _: None, failed=print)
    desk.until(lambda: holds(desk, 0, tag) is not has)
    return (time.perf_counter() - began) * 1000


ROW = Row((Goal("key to changed cell, committed, p95", 16.0),), measure, screen=True)
