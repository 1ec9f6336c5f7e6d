"""One token for all: shared, kept, renewed in time, and left alone while someone else uses the appid."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.token import Token
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import BadSign, Offline, TokenContested
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import OutboxTokens, TokenKeeper
from desktop.workspace.token.rules import EARLY, GAP, HOLD, YOUNG, Hold, Kept, Renew, Use, contested, decide
from tests.workspace.rig import KEY, MemoryTokens


@dataclass
class Server:
    """Mints tokens; each new one kills the one before."""

    now: float = 1_000_000.0
    minted: list[float] = field(default_factory=list)
    valid: str = ""
    fails: Exception | None = None
    delay: float = 0.0

    async def mint(self, offset: float) -> Token:
        await asyncio.sleep(self.delay)
        if self.fails is not None:
            raise self.fails
        self.minted.append(self.now)
        self.valid = f"token-{len(self.minted)}"
        return Token(self.valid, 86_400, self.now + offset, 12.5)


def keeper_of(server: Server, folder: Path, store: MemoryTokens | None = None, seed: int = 1) -> TokenKeeper:
    chance = random.Random(seed)
    lock = FileLock(folder / "token.lock")
    return TokenKeeper(store or MemoryTokens(), server.mint, lock, clock=lambda: server.now, random=chance.random)


def files_with(folder: Path, text: bytes) -> Iterator[Path]:
    return (path for path in folder.iterdir() if text in path.read_bytes())


async def test_many_who_want_a_token_share_one_flight(tmp_path: Path) -> None:
    server = Server(delay=0.02)
    keeper = keeper_of(server, tmp_path)
    tokens = await asyncio.gather(*(keeper.token() for _ in range(50)))
    assert set(tokens) == {"token-1"}
    assert len(server.minted) == 1
    assert keeper.offset == 12.5


async def test_two_processes_share_the_token_through_store_and_lock(tmp_path: Path) -> None:
    server = Server(delay=0.02)
    store = MemoryTokens()
    keepers = [keeper_of(server, tmp_path, store) for _ in range(3)]
    assert len({*await asyncio.gather(*(one.token() for one in keepers))}) == 1
    assert len(server.minted) == 1
    server.now += 3600
    server.valid = ""
    await asyncio.gather(*(one.refused("token-1") for one in keepers))
    assert {*await asyncio.gather(*(one.token() for one in keepers))} == {"token-2"}
    assert len(server.minted) == 2


async def test_it_is_kept_in_the_outbox_over_a_restart(tmp_path: Path) -> None:
    server = Server()

    def keeper() -> tuple[TokenKeeper, Lane[OutboxFile]]:
        lane = Lane(lambda: OutboxFile.open(tmp_path / "outbox.db", KEY), lambda run: run())
        store = OutboxTokens(lane, "https://sg.sobot.io", "demo")
        return TokenKeeper(store, server.mint, FileLock(tmp_path / "l"), clock=lambda: server.now), lane

    for _ in range(3):
        one, lane = keeper()
        assert await one.token() == "token-1"
        lane.close()
    assert len(server.minted) == 1
    assert not list(files_with(tmp_path, b"token-1"))


async def test_it_is_renewed_shortly_before_its_end(tmp_path: Path) -> None:
    server = Server()
    keeper = keeper_of(server, tmp_path)
    await keeper.token()
    server.now += 86_400 - EARLY - 1
    assert await keeper.token() == "token-1"
    server.now += 2
    assert await keeper.token() == "token-2"


async def test_a_refused_old_token_is_renewed_once_for_all_who_were_refused(tmp_path: Path) -> None:
    server = Server(delay=0.01)
    keeper = keeper_of(server, tmp_path)
    await keeper.token()
    server.now += YOUNG + 1
    await asyncio.gather(*(keeper.refused("token-1") for _ in range(4)))
    await keeper.refused("token-1")
    assert await keeper.token() == "token-2"


async def test_a_refused_young_token_is_contested_until_the_wait_is_over(tmp_path: Path) -> None:
    server = Server()
    store = MemoryTokens()
    keeper = keeper_of(server, tmp_path, store)
    await keeper.token()
    server.now += 100
    with pytest.raises(TokenContested) as caught:
        await keeper.refused("token-1")
    wait = int(caught.value.details["wait"])
    assert HOLD[0] <= wait <= HOLD[1]
    with pytest.raises(TokenContested):
        await keeper.token()
    restarted = keeper_of(server, tmp_path, store)
    with pytest.raises(TokenContested):
        await restarted.token()
    server.now += wait + 1
    assert await keeper.token() == "token-2"


async def test_a_click_passes_over_the_wait_once_but_not_over_the_minute(tmp_path: Path) -> None:
    server = Server()
    keeper = keeper_of(server, tmp_path)
    await keeper.token()
    keeper.click()
    server.now += 10
    with pytest.raises(TokenContested) as caught:
        await keeper.refused("token-1")
    assert caught.value.details["wait"] == 50
    server.now += 51
    assert await keeper.token() == "token-2"
    server.now += GAP + 1
    with pytest.raises(TokenContested):
        await keeper.refused("token-2")


async def test_a_failed_mint_reaches_every_waiter_and_the_next_one_tries_again(tmp_path: Path) -> None:
    server = Server(fails=Offline())
    keeper = keeper_of(server, tmp_path)
    outcomes = await asyncio.gather(*(keeper.token() for _ in range(3)), return_exceptions=True)
    assert all(isinstance(one, Offline) for one in outcomes)
    server.fails = BadSign()
    with pytest.raises(BadSign):
        await keeper.token()
    server.fails = None
    assert await keeper.token() == "token-1"


async def test_a_waiter_that_gives_up_leaves_the_flight_to_the_others(tmp_path: Path) -> None:
    server = Server(delay=0.05)
    keeper = keeper_of(server, tmp_path)
    first = asyncio.ensure_future(keeper.token())
    second = asyncio.ensure_future(keeper.token())
    await asyncio.sleep(0.01)
    first.cancel()
    assert await second == "token-1"
    assert len(server.minted) == 1


async def busy_desktop(
    server: Server, keeper: TokenKeeper, until: float, tick: Callable[[], Awaitable[None]]
) -> None:
    """Call every second; when the token is refused, go by what the keeper says."""
    while server.now < until:
        try:
            token = await keeper.token()
            if token != server.valid:
                await keeper.refused(token)
        except TokenContested:
            pass
        await tick()


@pytest.mark.parametrize("seed", range(4))
async def test_two_desktops_that_kill_each_others_tokens_mint_at_most_once_a_minute(
    tmp_path: Path, seed: int
) -> None:
    server = Server()
    hours = 3
    until = server.now + hours * 3600
    here = keeper_of(server, tmp_path, MemoryTokens(), seed)
    (tmp_path / "other").mkdir()
    there = keeper_of(server, tmp_path / "other", MemoryTokens(), seed + 100)
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        ticks += 1
        server.now += 0.5
        await asyncio.sleep(0)

    await asyncio.gather(busy_desktop(server, here, until, tick), busy_desktop(server, there, until, tick))
    assert ticks > 10_000
    assert 2 <= len(server.minted) <= hours * 60


def test_neither_repr_nor_log_shows_the_token(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server = Server()
    store = MemoryTokens()
    keeper = keeper_of(server, tmp_path, store)
    asyncio.run(keeper.token())
    server.now += 100
    with pytest.raises(TokenContested) as caught:
        asyncio.run(keeper.refused("token-1"))
    shown = [
        repr(keeper),
        repr(store.kept),
        repr(Use("token-1")),
        repr(caught.value),
        str(caught.value),
        caplog.text,
    ]
    assert not [text for text in shown if "token-1" in text]


KEPT = Kept("t", 1000.0, 87_400.0)


@given(st.floats(0, 200_000), st.booleans(), st.booleans(), st.floats(0, 0.999))
def test_no_decision_mints_twice_a_minute(now: float, clicked: bool, refused: bool, chance: float) -> None:
    held = contested(KEPT, now, chance)
    for kept in (KEPT, held):
        decision = decide(kept, now, refused="t" if refused else None, clicked=clicked)
        if 1000 <= now < 1000 + GAP:
            assert not isinstance(decision, Renew)
    assert HOLD[0] <= held.hold_until - now <= HOLD[1]
    assert contested(held, now + 1, 0.5) == held


def test_a_clock_set_back_does_not_keep_a_token_for_ever() -> None:
    assert decide(KEPT, -5000.0, refused=None, clicked=False) == Renew()
    assert decide(replace(KEPT, hold_until=90_000.0), -5000.0, refused="t", clicked=False) == Renew()


def test_another_token_than_the_refused_one_is_used() -> None:
    assert decide(KEPT, 1100.0, refused="older", clicked=False) == Use("t")
    assert decide(None, 0.0, refused=None, clicked=False) == Renew()
    assert decide(replace(KEPT, hold_until=1300.0), 1100.0, refused=None, clicked=False) == Hold(200.0)
