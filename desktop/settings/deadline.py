"""Calls that may never answer, bounded in time."""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def within(seconds: float, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `call` returns or raise what it raises; TimeoutError when it has not answered after `seconds`.

    The call runs in a thread that does not keep the program alive: one that hangs for good is left behind.
    """
    answer: Future[T] = Future()

    def run() -> None:
        with _handing_over(answer):
            answer.set_result(call(*args, **kwargs))

    threading.Thread(target=run, name="deadline", daemon=True).start()
    return answer.result(seconds)


@contextmanager
def _handing_over(answer: Future[T]) -> Generator[None]:
    try:
        yield
    except BaseException as error:  # noqa: BLE001 -- raised again by result(), in the thread that asked
        answer.set_exception(error)
