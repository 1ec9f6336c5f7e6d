"""Functions that run later, all out of one thread."""

import queue
import threading
from collections.abc import Callable

from desktop.workspace.later import Alarm


def test_they_run_in_the_order_of_their_times_out_of_one_thread() -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    ran: list[str] = []
    before = threading.active_count()
    alarm = Alarm(posted.put)
    alarm(0.2, lambda: ran.append("last"))
    alarm(0.05, lambda: ran.append("second"))
    alarm(0.0, lambda: ran.append("first"))
    assert threading.active_count() <= before + 1
    for _ in range(3):
        posted.get(timeout=20)()
    assert ran == ["first", "second", "last"]
    alarm.close()


def test_after_closing_nothing_runs() -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    alarm = Alarm(posted.put)
    alarm(0.05, lambda: None)
    alarm.close()
    alarm(0.0, lambda: None)
    assert alarm._thread is not None
    alarm._thread.join(20)
    assert not alarm._thread.is_alive()
    assert posted.empty()
