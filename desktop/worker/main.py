"""The child's life: read what to do from the pipe, pull, tell, end. The end of its input ends it at once."""

import asyncio
import os
import sys

from desktop.settings.crash import report_of, report_unforeseen
from desktop.settings.logs import set_up_logging
from desktop.worker.parent import NO_PARENT, Parent
from desktop.workspace.child.messages import Start, StartJob

_NICE = 5
"""How far the child stands behind the window where the two want the same core."""


def main() -> int:
    """Pull as the first message on standard input says, then end the process with 0; 1 after a bug."""
    code = _main()
    # The thread that waits for the parent holds standard input: an orderly exit would wait for it.
    os._exit(code)


def _main() -> int:
    _stand_back()
    parent = Parent(sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    # Nothing else may write between the messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    report_unforeseen()
    set_up_logging()
    message = parent.first()
    if message is None:
        return NO_PARENT
    try:
        if message["do"] == "start_job":
            asyncio.run(_sweep(parent, StartJob.from_json(message)))
        else:
            asyncio.run(_pull(parent, Start.from_json(message)))
    except Exception as bug:  # noqa: BLE001 - a bug: the parent reports it
        parent.say({"say": "broken", "report": report_of(bug)})
        return 1
    return 0


def _stand_back() -> None:
    # On Windows the parent starts the child so.
    if sys.platform != "win32":
        os.nice(_NICE)


async def _pull(parent: Parent, start: Start) -> None:
    from desktop.worker.pulling import Pulling  # noqa: PLC0415 - read the first message before the heavy imports

    await Pulling(parent, start).run()


async def _sweep(parent: Parent, start: StartJob) -> None:
    from desktop.worker.sweeping import Sweeping  # noqa: PLC0415 - read the first message before the heavy imports

    await Sweeping(parent, start).run()
