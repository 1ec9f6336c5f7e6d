"""A program of its own that carries a job out, to be killed: folder, url, appid, app_key, customers, tag."""

import asyncio
import json
import sys
from pathlib import Path

from desktop.domain.jobs import OVER, TagCustomers
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent
from desktop.workspace.pace import Pace

KEY = bytes(range(32))


async def main(folder: str, url: str, appid: str, app_key: str, ids: tuple[str, ...], tag: str) -> None:
    """Start a job for customers (none: go on with the one there is), tell how far it is."""
    loop = asyncio.get_running_loop()
    account = Account.open(Profile("p", "P", url, appid), Path(folder), KEY, post=loop.call_soon_threadsafe)
    over = asyncio.Event()

    def hear(event: JobEvent) -> None:
        if isinstance(event, JobChanged):
            print(json.dumps({"state": event.job.state.value, "done": event.job.done}), flush=True)
            if event.job.state in OVER:
                over.set()

    account.jobs.events.subscribe(hear)
    await account.connect(app_key, pace=Pace(pull=3600.0, first=0.2, longest=0.5))
    if ids:
        await account.pull()
        account.jobs.start(TagCustomers(ids, add=(tag,)), lambda _id: print('{"started": 1}', flush=True))
    await over.wait()
    await account.close()


if __name__ == "__main__":
    *server, people, wanted = sys.argv[1:]
    named = tuple(json.loads(Path(people).read_text("utf-8"))) if people else ()
    folder, url, appid, app_key = server
    asyncio.run(main(folder, url, appid, app_key, named, wanted))
