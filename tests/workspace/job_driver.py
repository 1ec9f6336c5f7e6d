"""A program of its own that carries a job out, to be killed: folder, url, appid, app_key, customers, edit.

With END_BETWEEN in the environment it kills itself when rows are done in the journal and not yet in the cache.
"""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

from desktop.domain.intents.intent import AddTags, Intent, RemoveTag
from desktop.domain.intents.lines import parse
from desktop.domain.jobs.job import OVER, DropTags, EditCustomers, JobRequest, TagCustomers
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from desktop.workspace.jobs import JobChanged, JobEvent, rowlane
from desktop.workspace.jobs.rowform import of
from desktop.workspace.pace import Pace
from desktop.workspace.push.kinds import records

KEY = bytes(range(32))


def job_of(customers: tuple[str, ...], edit: Intent | None) -> JobRequest | None:
    """Return the job of an edit: tags have one of their own."""
    if isinstance(edit, AddTags):
        return TagCustomers(customers, add=edit.tags)
    if isinstance(edit, RemoveTag):
        return DropTags((edit.tag,))
    return None if edit is None else EditCustomers(customers, of(edit, ""))


async def main(folder: str, url: str, appid: str, app_key: str, request: JobRequest | None) -> None:
    """Start a job (None: go on with the one there is), tell how far it is."""
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
    if request is not None:
        await account.pull()
        account.jobs.start(request, lambda _id: print('{"started": 1}', flush=True))
    await over.wait()
    await account.close()


def end(*_settling: object) -> None:
    """Be killed."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    if os.environ.get("END_BETWEEN"):
        setattr(rowlane, "settle_rows", end)  # noqa: B010 - a function of the program
    # The real pauses before a record is looked for again are minutes; nothing is under way so long on loopback.
    records.WAITS = (0.3, 0.6)
    *server, people, wanted = sys.argv[1:]
    named = tuple(json.loads(Path(people).read_text("utf-8"))) if people else ()
    folder, url, appid, app_key = server
    edit = parse(json.loads(wanted)) if wanted else None
    asyncio.run(main(folder, url, appid, app_key, job_of(named, edit)))
