"""`TokenKeeper`: the one token of a profile, shared by all its processes."""

import asyncio
import json
import random as chance
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Protocol

from desktop.api.token import Token
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.domain.errors import TokenContested
from desktop.workspace.tasks import ended
from desktop.workspace.token.filelock import FileLock, taken
from desktop.workspace.token.rules import Hold, Kept, Use, contested, decide

_MOMENT = 0.05


class TokenStore(Protocol):
    """Where the token is kept over restarts."""

    async def load(self) -> Kept | None:
        """Return the kept token. Raises StorageError."""
        ...

    async def save(self, kept: Kept) -> None:
        """Keep a token. Raises StorageError."""
        ...


class OutboxTokens:
    """Keeps the token among the outbox's secrets, under the account it is for."""

    def __init__(self, outbox: Lane[OutboxFile], base_url: str, appid: str) -> None:
        self._outbox = outbox
        self._name = f"token {appid} {base_url}"

    async def load(self) -> Kept | None:
        """Return the kept token, None when there is none this version can read."""
        text = await asyncio.wrap_future(self._outbox.submit(OutboxFile.secret, self._name))
        try:
            return None if text is None else Kept(**json.loads(text))
        except (ValueError, TypeError):
            return None

    async def save(self, kept: Kept) -> None:
        """Keep a token in place of the former."""
        text = json.dumps(asdict(kept))
        await asyncio.wrap_future(self._outbox.submit(OutboxFile.set_secret, self._name, text))


async def keep(store: TokenStore, lock: FileLock, token: Token, *, clock: Callable[[], float] = time.time) -> None:
    """Keep a token that a test of the connection made: it has ended the one before. Raises StorageError."""
    await taken(lock)
    try:
        now = clock()
        await store.save(Kept(token.value, now, now + token.expires_in, token.clock_offset))
    finally:
        lock.release()


class TokenKeeper:
    """Gives all clients of a profile the same token, in this process and, through `store` and `lock`, in others.

    `mint` takes a new token, given the known offset to the server's clock in seconds. `clock` is this machine's
    time in seconds, `random` draws from [0, 1).
    """

    def __init__(
        self,
        store: TokenStore,
        mint: Callable[[float], Awaitable[Token]],
        lock: FileLock,
        *,
        clock: Callable[[], float] = time.time,
        random: Callable[[], float] = chance.random,
    ) -> None:
        self._store = store
        self._mint = mint
        self._lock = lock
        self._clock = clock
        self._random = random
        self._kept: Kept | None = None
        self._clicked = False
        self._flight: asyncio.Task[Kept] | None = None

    @property
    def offset(self) -> float:
        """What must be added to this machine's clock to get the server's, in seconds; 0 while unknown."""
        return 0.0 if self._kept is None else self._kept.offset

    def click(self) -> None:
        """Note that a person asked: the next wait for someone else's token is passed over, once."""
        self._clicked = True

    async def token(self) -> str:
        """Return the token to send.

        Raises TokenContested while another desktop's token is waited for, Stopped, Offline, Busy, BadReply when a
        new one cannot be had, StorageError.
        """
        return (await self._wanted(None)).value

    async def refused(self, token: str) -> None:
        """Learn that the server refused `token`; return when `token()` has another one. Raises like `token`."""
        await self._wanted(token)

    async def aclose(self, within: float) -> None:
        """Let a renewal end, `within` seconds at most: a token that nobody keeps ends the one that is kept."""
        if self._flight is not None:
            _, slow = await asyncio.wait([self._flight], timeout=within)
            # What it asked for may take its time to end: that goes on without us.
            await ended(slow, _MOMENT)

    async def _wanted(self, refused: str | None) -> Kept:
        kept = self._kept
        if kept is not None and isinstance(self._decided(kept, refused), Use):
            return kept
        if self._flight is None:
            self._flight = asyncio.ensure_future(self._renewed(refused))
            self._flight.add_done_callback(self._landed)
        # Whoever gives up waiting leaves the flight to the others.
        return await asyncio.shield(self._flight)

    def _landed(self, flight: "asyncio.Task[Kept]") -> None:
        self._flight = None
        if not flight.cancelled():
            flight.exception()

    def _decided(self, kept: Kept | None, refused: str | None) -> object:
        return decide(kept, self._clock(), refused=refused, clicked=self._clicked)

    async def _renewed(self, refused: str | None) -> Kept:
        await taken(self._lock)
        try:
            return await self._under_lock(refused)
        finally:
            self._lock.release()

    async def _under_lock(self, refused: str | None) -> Kept:
        # Another process may have renewed it meanwhile.
        self._kept = await self._store.load() or self._kept
        decision = self._decided(self._kept, refused)
        if self._kept is not None and isinstance(decision, Use):
            return self._kept
        if self._kept is not None and isinstance(decision, Hold):
            self._kept = contested(self._kept, self._clock(), self._random())
            await self._store.save(self._kept)
            wait = max(decision.seconds, self._kept.hold_until - self._clock())
            raise TokenContested(wait=round(decision.seconds if self._clicked else wait))
        token = await self._mint(self.offset)
        self._clicked = False
        now = self._clock()
        self._kept = Kept(token.value, now, now + token.expires_in, token.clock_offset)
        await self._store.save(self._kept)
        return self._kept
