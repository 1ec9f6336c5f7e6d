"""What the tests against the demo server share: an account of real files, tokens with a clock of their own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.api.minting import mint
from desktop.api.token import Token
from desktop.cache.cachefile import CacheFile
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from desktop.workspace.child.messages import Start
from desktop.workspace.child.process import PullEnd, PullHearers, PullProcess
from desktop.workspace.events import AccountEvent, StatusChanged
from desktop.workspace.pace import Pace
from desktop.workspace.status import Progress, Status
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import TokenKeeper
from desktop.workspace.token.rules import Kept
from tests.demo_control import DemoHandle

KEY = bytes(range(32))
QUICK = Pace(pull=600.0, first=0.2, longest=0.5)


def profile_of(demo: DemoHandle) -> Profile:
    return Profile("p", "P", demo.url, demo.appid)


@asynccontextmanager
async def opened(profile: Profile, folder: Path, app_key: str = "", pace: Pace = QUICK) -> AsyncIterator[Account]:
    """Open an account and connect it when there is an app_key."""
    account = Account.open(profile, folder, KEY, post=asyncio.get_running_loop().call_soon_threadsafe)
    try:
        if app_key:
            await account.connect(app_key, pace=pace)
        yield account
    finally:
        await account.close()


async def until(account: Account, wanted: Callable[[Status], bool], seconds: float = 20.0) -> Status:
    """Wait until the status is as wanted."""
    reached = asyncio.Event()

    def hear(event: AccountEvent) -> None:
        if isinstance(event, StatusChanged) and wanted(event.status):
            reached.set()

    stop = account.subscribe(hear)
    try:
        if not wanted(account.status):
            await asyncio.wait_for(reached.wait(), seconds)
    finally:
        stop()
    return account.status


@dataclass
class MemoryTokens:
    """A token store that several keepers of one machine share."""

    kept: Kept | None = None

    async def load(self) -> Kept | None:
        return self.kept

    async def save(self, kept: Kept) -> None:
        self.kept = kept


@dataclass
class Puller:
    """Pulls in child processes, one after the other, into one folder."""

    demo: DemoHandle
    folder: Path
    clock: float = 1_000_000.0
    progress: list[Progress] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    changes: int = 0
    process: PullProcess | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "token.lock")
        self.tokens = TokenKeeper(MemoryTokens(), self._mint, lock, clock=lambda: self.clock)

    async def pull(
        self, *, full: bool = False, after: Callable[[Progress, PullProcess], None] | None = None
    ) -> PullEnd:
        """Pull once; `after` hears each progress and may kill the child."""

        def progress(heard: Progress) -> None:
            self.progress.append(heard)
            if after is not None and self.process is not None:
                after(heard, self.process)

        self.process = PullProcess(self.tokens, PullHearers(progress, self._changed, self.kinds.append))
        return await self.process.run(Start(str(self.folder), KEY, self.demo.url, "", "zh", full))

    def ids(self) -> set[str]:
        """Return the ids the cache holds."""
        return set(self.ask(lambda file: file.unseen(10**9)))

    def ask(self, question: Callable[[CacheFile], Sequence[str]]) -> Sequence[str]:
        """Ask the cache file something."""
        file = CacheFile.open(self.folder / "cache.db", KEY)
        try:
            return question(file)
        finally:
            file.close()

    def _changed(self, _change: object) -> None:
        self.changes += 1

    async def _mint(self, offset: float) -> Token:
        return await mint(self.demo.url, self.demo.appid, self.demo.app_key, clock_offset=offset)


def is_alive(pid: int) -> bool:
    """Say whether a process runs (one that ended and was not yet waited for does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
