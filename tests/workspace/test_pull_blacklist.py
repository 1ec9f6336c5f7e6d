"""The blacklist comes whole with each pull; a list that moves while it is read costs nobody."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from desktop.api.page import Page
from desktop.cache.cachefile import CacheFile
from desktop.domain.bans import KIND
from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.workspace.pull import bans
from tests.demo_control import DemoHandle
from tests.workspace.rig import Puller


async def test_a_pull_brings_every_entry_and_the_next_what_changed(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=200, tokens="many")
    puller = Puller(demo_server, tmp_path)
    await puller.pull()
    with demo_server.client() as colleague:
        listed = colleague.get("/user/query_black_list", params={"page_size": 1000}).json()["items"]
        held = {entry.customer_id: entry for entry in entries(puller)}
        assert held.keys() == {row["user_id"] for row in listed}
        assert {entry.active for entry in held.values()} == {True}
        assert KIND in puller.kinds
        banned = next(iter(held))
        free = next(one for one in demo_server.ids() if one not in held)
        body = {"user_id": free, "black_type": 48, "black_reason": "again"}
        colleague.post("/user/add_black_list", json=body).raise_for_status()
        colleague.post("/user/remove_black_list", json={"user_id": banned}).raise_for_status()
    await puller.pull()
    held = {entry.customer_id: entry for entry in entries(puller)}
    assert (held[free].type, held[free].reason, held[free].active) == (BlackType.TWO_DAYS, "again", True)
    assert not held[banned].active


def entries(puller: Puller) -> list[BlacklistEntry]:
    file = CacheFile.open(puller.folder / "cache.db", bytes(range(32)))
    try:
        found, fetched = file.bans.all()
        assert fetched
        return list(found)
    finally:
        file.close()


@dataclass
class Moving:
    """A blacklist read in pages of two; `moves` are lists that stand in for it, one a page read."""

    rows: list[list[BlacklistEntry]]
    unread: int = 0
    says_total: bool = True
    asked: list[int] = field(default_factory=list)

    @property
    def blacklist(self) -> "Moving":
        return self

    async def list(self, *, number: int, size: int, **_: Any) -> Page[BlacklistEntry]:
        assert size
        rows = self.rows[min(len(self.asked), len(self.rows) - 1)]
        self.asked.append(number)
        total = len(rows) + self.unread if self.says_total else None
        return Page(tuple(rows[2 * number - 2 : 2 * number]), total, number, -(-len(rows) // 2), 2)


def named(names: str, **changed: Any) -> list[BlacklistEntry]:
    return [replace(BlacklistEntry(name, name, BlackType.ONE_DAY, active=True), **changed) for name in names]


@pytest.mark.parametrize("says_total", [True, False])
async def test_a_list_that_holds_still_is_whole(says_total: bool) -> None:
    found, whole = await bans.fetch(Moving([named("abcde")], says_total=says_total))  # type: ignore[arg-type]
    assert "".join(one.customer_id for one in found) == "abcde"
    assert whole


async def test_a_list_that_moves_is_read_again_until_it_holds_still() -> None:
    moving = Moving([named("abcde"), named("xabcde")])
    found, whole = await bans.fetch(moving)  # type: ignore[arg-type]
    assert {one.customer_id for one in found} == set("xabcde")
    assert whole
    assert moving.asked.count(1) == 2


async def test_a_list_that_never_holds_still_takes_nobody_away() -> None:
    names = "abcdefghijklmnopqrstuvwxyz"
    rows = [named(names[place:] + names[:place][: place % 3]) for place in range(20)]
    found, whole = await bans.fetch(Moving(rows))  # type: ignore[arg-type]
    assert {one.customer_id for one in found} >= set("uvwxyz")
    assert not whole


async def test_a_customer_listed_twice_is_banned_when_one_row_says_so() -> None:
    rows = [*named("ab"), *named("a", active=False, type=None)]
    found, whole = await bans.fetch(Moving([rows]))  # type: ignore[arg-type]
    assert {one.customer_id: one.active for one in found} == {"a": True, "b": True}
    assert whole
