"""Figures of an account: read from the cache with their age, fetched where missing, counted after pulls."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.domain.errors import AppError
from desktop.domain.following.assignment import AssignmentRecord
from desktop.domain.following.figures import AgentDays, Census, DayCount, Range, Statistics, lacking
from desktop.sheets.writing import Rows, write_table
from desktop.workspace.files import AccountFiles

if TYPE_CHECKING:
    from desktop.api.client import SobotClient

Progress = Callable[[int, int], None]
"""Hears how many calls are done, of how many."""

T = TypeVar("T")

MOST = 500
"""Assignment records that are fetched for one range: the call has no pages, so each 15 cost a call."""

_CALLS = 120
_HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Given:
    """The customers an agent was given in a range, the last first; of `total` by the server's word."""

    records: tuple[AssignmentRecord, ...] = ()
    total: int = 0
    fetched: int | None = None


class Figures:
    """All of it belongs to the account's thread. `client` raises AppError while there is no network."""

    def __init__(
        self, files: AccountFiles, *, client: "Callable[[], SobotClient]", clock: Callable[[], float]
    ) -> None:
        self._files = files
        self._client = client
        self._clock = clock
        self._counted = 0.0

    def statistics(
        self,
        agents: Sequence[str],
        asked: Range,
        answer: Callable[[Statistics], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Answer with what the cache knows of these agents' days."""
        self._files.look_up.ask(_known, tuple(agents), asked, answer=answer, failed=failed)

    def given(
        self, agent: str, asked: Range, answer: Callable[[Given], None], failed: Callable[[AppError], None]
    ) -> None:
        """Answer with the assignment records of a range that the cache holds."""
        self._files.look_up.ask(_given, agent, asked, answer=answer, failed=failed)

    def census(
        self,
        dimension: str,
        first: date,
        last: date,
        answer: Callable[[Census], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Answer with how many customers had which value, by day; `dimension` is one of `figures.DIMENSIONS`."""
        self._files.look_up.ask(_census, dimension, first, last, answer=answer, failed=failed)

    def export(
        self,
        path: Path,
        titles: Sequence[str],
        rows: Rows,
        answer: Callable[[int], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Write rows beside the caller's thread, as .xlsx when the file is called so, else as .csv."""
        self._files.look_up.ask(lambda _file: write_table(path, titles, rows), answer=answer, failed=failed)

    def count(self, failed: Callable[[AppError], None]) -> None:
        """Count the customers of today, once an hour at most: a pull came to its end."""
        now = self._clock()
        if now - self._counted < _HOUR:
            return
        self._counted = now
        today = datetime.fromtimestamp(now).astimezone().date()

        provinces: Counter[str] = Counter()

        def counted_piece(piece: tuple[dict[str, int], int | None]) -> None:
            provinces.update(piece[0])
            if piece[1] is not None:
                self._files.look_up.ask(_provinces, piece[1], answer=counted_piece, failed=failed)
                return
            self._files.look_up.ask(_indexed, answer=counted, failed=failed)

        def counted(counts: dict[str, dict[str, int]]) -> None:
            whole = {**counts, "province_id": dict(provinces)}
            self._files.write.ask(_put_census, today, whole, answer=lambda _: None, failed=failed)

        self._files.look_up.ask(_provinces, None, answer=counted_piece, failed=failed)

    async def fetch_statistics(self, agents: Sequence[str], asked: Range, progress: Progress) -> None:
        """Fetch the days that are not known, month by month, into the cache. Raises AppError; what came stays."""
        pieces = [
            (agent, piece)
            for agent in agents
            for piece in lacking(asked, await _in(self._files.look_up, _days, agent, asked))
        ]
        assignment = self._client().assignment
        for done, (agent, (first, last)) in enumerate(pieces):
            progress(done, len(pieces))
            told = await assignment.statistics(agent, first, last, zone=asked.zone)
            counts = {one.day: one.count for one in told}
            now = int(self._clock())
            days = [DayCount(day, counts.get(day, 0), now) for day in Range(first, last, asked.zone).days()]
            await _in(self._files.write, _put_days, agent, asked.zone, days)
        progress(len(pieces), len(pieces))

    async def fetch_given(self, agent: str, asked: Range, progress: Progress) -> None:
        """Fetch the assignment records of a range into the cache, `MOST` at most. Raises AppError."""
        assignment = self._client().assignment
        start, end = asked.seconds()
        first = await assignment.records(agent, start, end)
        total = first.total if first.total is not None else len(first.items)
        found = {(one.customer_id, one.assigned): one for one in first.items}
        if len(first.items) < total:
            # The call takes no page: parts of the range, the last first, each cut until it holds all it counts.
            parts, calls = _halves(start, end), 1
            while parts and len(found) < min(total, MOST) and calls < _CALLS:
                low, high = parts.pop()
                progress(len(found), min(total, MOST))
                page = await assignment.records(agent, low, high)
                calls += 1
                found.update({(one.customer_id, one.assigned): one for one in page.items})
                if page.total is not None and len(page.items) < page.total and low < high:
                    parts += _halves(low, high)
        records = sorted(found.values(), key=lambda one: (-one.assigned, one.customer_id))
        body = [total, [[one.customer_id, one.nickname, one.assigned] for one in records]]
        await _in(self._files.write, _put_answer, _name(agent, asked), body, int(self._clock()))
        progress(total, total)


def _halves(low: int, high: int) -> list[tuple[int, int]]:
    middle = (low + high) // 2
    return [(low, middle), (middle + 1, high)]


def _name(agent: str, asked: Range) -> str:
    return f"given {agent} {asked.first} {asked.last} {asked.zone}"


def _known(file: CacheFile, agents: Sequence[str], asked: Range) -> Statistics:
    rows: list[AgentDays] = []
    fetched: list[int] = []
    for agent in agents:
        known = _days(file, agent, asked)
        fetched += [one.fetched for one in known.values()]
        counts = tuple(known[day].count if day in known else None for day in asked.days())
        rows.append(AgentDays(agent, counts))
    return Statistics(asked, tuple(rows), min(fetched, default=None))


def _days(file: CacheFile, agent: str, asked: Range) -> dict[date, DayCount]:
    return file.figures.assigned(agent, asked.zone, asked.first, asked.last)


def _put_days(file: CacheFile, agent: str, zone: str, days: Sequence[DayCount]) -> None:
    file.figures.put_assigned(agent, zone, days)


def _put_answer(file: CacheFile, name: str, body: object, fetched: int) -> None:
    file.figures.put_answer(name, body, fetched)


def _given(file: CacheFile, agent: str, asked: Range) -> Given:
    held = file.figures.answer(_name(agent, asked))
    if held is None:
        return Given()
    (total, records), fetched = held
    return Given(
        tuple(AssignmentRecord(str(key), str(nick), int(at)) for key, nick, at in records), total, fetched
    )


def _census(file: CacheFile, dimension: str, first: date, last: date) -> Census:
    return file.figures.census(dimension, first, last)


def _indexed(file: CacheFile) -> dict[str, dict[str, int]]:
    return file.figures.count_indexed()


def _provinces(file: CacheFile, after: int | None) -> tuple[dict[str, int], int | None]:
    return file.figures.count_provinces(after)


def _put_census(file: CacheFile, day: date, counts: dict[str, dict[str, int]]) -> None:
    file.figures.put_census(day, counts)


async def _in(lane: Lane[CacheFile], function: Callable[..., T], *arguments: object) -> T:
    # The event loop's module is loaded after the first screen.
    import asyncio  # noqa: PLC0415

    future: Awaitable[T] = asyncio.wrap_future(lane.submit(function, *arguments))
    return await future
