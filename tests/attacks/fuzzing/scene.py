"""What a run of the fuzzer is about: the server, two desktops, a colleague, a clock that is set."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.attacks.fuzzing.colleague import Colleague
from tests.attacks.fuzzing.desk import Desk
from tests.demo_control import DemoHandle

_REAL = time.time


@dataclass
class MovedClock:
    """This machine's clock, which somebody sets."""

    offset: float = 0.0

    def __call__(self) -> float:
        return _REAL() + self.offset


@dataclass
class Scene:
    """What a run is about. `bugs` are errors that nobody caught."""

    demo: DemoHandle
    desks: Sequence[Desk]
    colleague: Colleague
    clock: MovedClock
    server_ahead: float = 0.0
    bugs: list[str] = field(default_factory=list)
    doing: "set[asyncio.Task[object]]" = field(default_factory=set)
