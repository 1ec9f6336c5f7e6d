"""Looking at the customers of a job in the cache, block by block, beside the owner's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.cache.cachefile import CacheFile
from desktop.cache.jobstore import StoredRow
from desktop.cache.lane import Lane, Ticket
from desktop.domain.edits.rules import Bans
from desktop.domain.errors import AppError
from desktop.domain.jobs.job import DryRun
from desktop.domain.jobs.rules import Apply, Each, Refusals, displaced, reversed_row, row_delta
from desktop.domain.jobs.steps import Steps
from desktop.workspace.jobs.editplanning import edited, own_rows
from desktop.workspace.jobs.rowform import delta_of_row, joined, split

BLOCK = 1_000
_NAMED = 5
"""How many of the displaced tags a dry run names."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some of the customers of a job: a row for each that changes, and how many there are of the others.

    `lasting` of the rows cannot be taken back.
    """

    rows: tuple[StoredRow, ...] = ()
    already: int = 0
    unknown: int = 0
    displacing: int = 0
    displaced: tuple[str, ...] = ()
    refusals: Refusals = field(default_factory=dict)
    lasting: int = 0


def whom(file: CacheFile, steps: Steps) -> Sequence[str]:
    """Return the customers of a job, each once and under the server's id where known, in the cache's lane."""
    if steps.customers is None:
        return file.tag_holder_ids(steps.holding, steps.least)
    ids = steps.rule.seen.ids if isinstance(steps.rule, Apply) else {}
    return tuple(
        dict.fromkeys(ids.get(one, one) for one in steps.customers) if ids else dict.fromkeys(steps.customers)
    )


def looked_at(file: CacheFile, steps: Steps, ids: Sequence[str], place: int, turn: int) -> Block:
    """Return what a job does to these customers, in the cache's lane; rows are numbered from `place`.

    `turn` counts the rows before and those who were as wanted already.
    """
    if isinstance(steps.rule, Apply):
        made, lasting, so, unknown, refusals = edited(file, steps.rule.edit, steps.rule.seen, ids, place, turn)
        return Block(tuple(made), so, unknown, refusals=refusals, lasting=lasting)
    if isinstance(steps.rule, Each):
        return Block(own_rows(steps.rule, ids, place))
    held = file.tags_of(ids)
    rows: list[StoredRow] = []
    already = displacing = 0
    lost: dict[str, None] = {}
    for customer in ids:
        seen = held.get(customer)
        if seen is None:
            continue
        delta = row_delta(steps.rule, seen, steps.groups, steps.tags)
        if not delta.add and not delta.remove:
            already += 1
            continue
        moved = displaced(steps.rule, delta)
        displacing += bool(moved)
        lost.update(dict.fromkeys(moved))
        rows.append(StoredRow(place + len(rows), customer, joined(delta.add), joined(delta.remove), joined(seen)))
    return Block(tuple(rows), already, len(ids) - len(held), displacing, tuple(lost)[:_NAMED])


def turned_back(
    file: CacheFile,
    rows: Sequence[StoredRow],
    anew: Mapping[str, str],
    beside: Mapping[str, tuple[str, ...]],
) -> Block:
    """Return the rows that bring back what customers had before `rows`; the others as `reversed_row` says."""
    held = file.tags_of([row.customer for row in rows])
    turned: list[StoredRow] = []
    for row in rows:
        delta = reversed_row(split(row.base), delta_of_row(row), anew, beside)
        if delta.add or delta.remove:
            seen = joined(held.get(row.customer, ()))
            turned.append(StoredRow(row.place, row.customer, joined(delta.add), joined(delta.remove), seen))
    return Block(tuple(turned))


class Looking:
    """Reads the customers of a job block by block. `bans` tells the places of some on the blacklist.

    `each` gets a block and what to call for the next one; `done` is called after the last, `failed` when reading
    fails. Nothing is called after `give_up`.
    """

    def __init__(
        self,
        look_up: Lane[CacheFile],
        steps: Steps,
        bans: Callable[[Sequence[str]], Bans],
        *,
        each: Callable[[Block, Callable[[], None]], None],
        done: Callable[[int], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self._look_up = look_up
        self._steps = steps
        self._bans = bans
        self._each = each
        self._done = done
        self._failed = failed
        self._ids: Sequence[str] = ()
        self._rows = self._turn = 0
        self._ticket: Ticket | None = None

    def start(self) -> "Looking":
        """Begin."""
        # A hundred thousand ids are gone through beside the owner's thread.
        self._ticket = self._look_up.ask(whom, self._steps, answer=self._begin, failed=self._failed)
        return self

    def give_up(self) -> None:
        """Want no answer any more."""
        if self._ticket is not None:
            self._ticket.drop()
        self._each = lambda _block, _more: None

    def _begin(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._look(0)

    def _look(self, first: int) -> None:
        if first >= len(self._ids):
            self._done(len(self._ids))
            return
        ids = self._ids[first : first + BLOCK]
        self._ticket = self._look_up.ask(
            looked_at,
            self._steps_for(ids),
            ids,
            self._rows,
            self._turn,
            answer=lambda block: self._looked(block, first + BLOCK),
            failed=self._failed,
        )

    def _steps_for(self, ids: Sequence[str]) -> Steps:
        rule = self._steps.rule
        if not isinstance(rule, Apply):
            return self._steps
        return replace(self._steps, rule=replace(rule, seen=replace(rule.seen, bans=self._bans(ids))))

    def _looked(self, block: Block, after: int) -> None:
        self._rows += len(block.rows)
        self._turn += len(block.rows) + block.already
        self._each(block, lambda: self._look(after))


class Counting:
    """Adds the blocks of a dry run up."""

    def __init__(self, run: DryRun) -> None:
        self.run = run
        self._refusals: Refusals = {}

    def take(self, block: Block, more: Callable[[], None]) -> None:
        """Add a block, then ask for `more`."""
        run = self.run
        for reason, (error, count) in block.refusals.items():
            self._refusals[reason] = (error, self._refusals.get(reason, (error, 0))[1] + count)
        named = tuple(dict.fromkeys((*run.displaced, *block.displaced)))[:_NAMED]
        self.run = replace(
            run,
            changing=run.changing + len(block.rows),
            already=run.already + block.already,
            displacing=run.displacing + block.displacing,
            unknown=run.unknown + block.unknown,
            displaced=named,
            lasting=run.lasting + block.lasting,
        )
        more()

    def total(self, customers: int, steps: Steps, *, sends: bool) -> DryRun:
        """Return the whole."""
        administering = len(steps.before) + len(steps.after)
        refusals = tuple(sorted(self._refusals.values(), key=lambda one: -one[1]))
        return replace(
            self.run,
            total=customers,
            calls=administering + (self.run.changing if sends else 0),
            refused=sum(count for _, count in refusals),
            refusals=refusals,
        )
