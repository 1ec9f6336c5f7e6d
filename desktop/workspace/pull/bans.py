"""The blacklist, fetched whole: a short list that colleagues change all day."""

from contextlib import suppress

from desktop.api.client import SobotClient
from desktop.api.pages import pages
from desktop.domain.bans import KIND
from desktop.domain.bans.entry import BlacklistEntry
from desktop.domain.bans.meaning import is_banned
from desktop.domain.errors import Rejected
from desktop.workspace.pull.cachelane import CacheLane
from desktop.workspace.pull.emptied import Emptied

_PAGE = 500
_TRIES = 3


async def fetch(client: SobotClient) -> tuple[list[BlacklistEntry], bool]:
    """Return every entry, and whether none can be missing: the list held still while it was read.

    Raises AppError.
    """
    found: dict[str, BlacklistEntry] = {}
    before: dict[str, BlacklistEntry] | None = None
    for _ in range(_TRIES):
        seen, unread, totals = await _once(client)
        found.update(seen)
        # A server that lists a customer twice counts more than there are, each time the same.
        if totals in ({len(seen) + unread}, {None}) or seen == before:
            return list(seen.values()), True
        before = seen
    return list(found.values()), False


async def pull(client: SobotClient, cache: CacheLane, emptied: Emptied) -> bool:
    """Bring the blacklist into the cache; False when this account may not read it. Raises AppError.

    One that is suddenly empty brings nothing.
    """
    with suppress(Rejected):
        entries, complete = await fetch(client)
        held, _ = await cache.do(lambda file: file.bans.all())
        banned = sum(is_banned(one, emptied.now) for one in held)
        if not emptied.is_believed(KIND, banned, len(entries)):
            return False
        await cache.do(lambda file: file.bans.replace(entries, emptied.now, complete=complete))
        return True
    return False


async def _once(client: SobotClient) -> tuple[dict[str, BlacklistEntry], int, set[int | None]]:
    seen: dict[str, BlacklistEntry] = {}
    totals: set[int | None] = set()
    unread = 0
    async for page in pages(lambda number: client.blacklist.list(number=number, size=_PAGE)):
        totals.add(page.total)
        unread += len(page.quarantined)
        for entry in page.items:
            held = seen.get(entry.customer_id)
            if held is None or entry.active or not held.active:
                seen[entry.customer_id] = entry
    return seen, unread, totals
