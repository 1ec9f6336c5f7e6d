"""Work that blocks (keyring, disk, starting a process), done beside the GUI thread and answered in it."""

import threading
from collections.abc import Callable
from typing import TypeVar

from desktop.cache.lane import Post
from desktop.domain.errors import AppError

R = TypeVar("R")


def run_aside(
    post: Post,
    work: Callable[[], R],
    *,
    done: Callable[[R], None],
    failed: Callable[[AppError], None],
) -> None:
    """Run `work` in a thread of its own and hand its result, or its AppError, to the owner's thread by `post`.

    Any other exception goes to `threading.excepthook`.
    """

    def run() -> None:
        try:
            result = work()
        except AppError as error:
            caught = error
            post(lambda: failed(caught))
            return
        post(lambda: done(result))

    threading.Thread(target=run, name="aside", daemon=True).start()
