"""The account of a command: the window's, without the window, for as long as the command runs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from desktop.cache.lane import Post
from desktop.cli.session import Session
from desktop.settings.vault import app_key_of
from desktop.workspace.account import Account


def poster() -> Post:
    """Return what runs a function later in the running loop, from any thread."""
    loop = asyncio.get_running_loop()

    def post(function: Callable[[], None]) -> None:
        loop.call_soon_threadsafe(function)

    return post


@asynccontextmanager
async def opened(session: Session) -> AsyncIterator[Account]:
    """Open the account of the session's profile, and close it in the end. Raises AppError."""
    keys = session.keys
    account = Account.open(session.profile, keys.folder, keys.file_key, post=poster(), language=session.language)
    try:
        yield account
    finally:
        await account.close()


async def connect(session: Session, account: Account, *, pulls: bool = True) -> None:
    """Attach the network; without `pulls` the account only sends. Raises NoSecret, StorageError."""
    keys = session.keys
    app_key = await asyncio.wrap_future(account.files.outbox.submit(lambda box: app_key_of(keys, box)))
    await account.connect(app_key, pulls=pulls)
