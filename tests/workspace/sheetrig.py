"""Table files as coroutines, over an account of the demo server."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.json import Json
from desktop.domain.query import Query
from desktop.domain.sheets.guessing import guessed
from desktop.domain.sheets.headers import TITLES, title
from desktop.domain.sheets.sheet import Sheet
from desktop.domain.sheets.verdicts import Verdict
from desktop.workspace.sheets.service import Chosen, Judged, counted
from desktop.workspace.sheets.writing import Columns
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import Desk

EVERYTHING = tuple(TITLES)


async def exported(
    one: Desk, path: Path, targets: Sequence[str] = EVERYTHING, chosen: Chosen | None = None
) -> int:
    """Write customers into a file."""
    account = one.account
    language = "zh" if account.collections.language == "zh" else "en"
    titles = [title(name, language, account.collections.custom_fields) for name in targets]  # type: ignore[arg-type]
    columns = Columns(tuple(targets), tuple(titles), 1_700_000_000, "About")
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    account.sheets.export(
        path,
        chosen or Chosen(Query()),
        columns,
        heard=lambda _: None,
        answer=future.set_result,
        failed=future.set_exception,
    )
    return await future


async def read(one: Desk, path: Path, sheet: str = "") -> Sheet:
    """Read a file."""
    future: asyncio.Future[Sheet] = asyncio.get_running_loop().create_future()
    one.account.sheets.read(path, sheet, future.set_result, future.set_exception)
    return await future


async def judged(one: Desk, path: Path) -> tuple[Sheet, list[Verdict]]:
    """Judge a file by what its columns are guessed to be."""
    sheet = await read(one, path)
    mapping = guessed(sheet, one.account.collections.custom_fields)
    future: asyncio.Future[Judged] = asyncio.get_running_loop().create_future()
    one.account.sheets.judge(
        sheet.rows, mapping, heard=lambda _: None, answer=future.set_result, failed=future.set_exception
    )
    return sheet, list((await future).verdicts)


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    return {kind.value: count for kind, count in counted(verdicts).items() if count}


async def started(one: Desk, name: str, verdicts: Sequence[Verdict]) -> str:
    """Start the job of these verdicts."""
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    one.account.sheets.start(name, verdicts, "", future.set_result, future.set_exception)
    return await future


def named(demo: DemoHandle, nick: str) -> list[dict[str, Json]]:
    """Return the server's customers of this name."""
    return [record for who in demo.ids() if (record := demo.customer(who)).get("nick") == nick]


def why(verdict: Verdict) -> list[tuple[str, str]]:
    return [(one.target, one.error.reason) for one in verdict.reasons]
