"""A day forwards, a day back, and the whole program asleep in the middle of it: it goes on as if nothing had been.

`python -m tests.attacks.clocks [--long]`. After each jump of this machine's clock (alone, or the server's with it:
a night's sleep) an edit must arrive once, a colleague's change must be pulled, a ban must stand as the clock says,
and the server must not be asked more than usual. Then the process is stopped (SIGSTOP) in the middle of pulls and
edits, tokens end meanwhile, and it is woken.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication

from desktop.domain.bans.meaning import is_banned
from desktop.domain.intents.blacklist import Blacklist
from desktop.domain.intents.customers import UpdateCustomer
from desktop.domain.intents.intent import Intent
from desktop.ui.wording.formats import Formats
from tests.attacks.fuzzing.desk import Desk
from tests.attacks.fuzzing.line import Line
from tests.attacks.fuzzing.pullhere import pulls_here
from tests.attacks.fuzzing.scene import MovedClock
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

_DAY = 86_400.0
_PEOPLE = 40
_USUAL = 400
"""Requests that a pull, an edit and a token may take after a jump; without an end they would be thousands."""
_JUMPS = (_DAY, 0.0, -_DAY, 0.0, _DAY, -_DAY, 3_600.0, -3_600.0)


@dataclass
class Machine:
    """A desktop whose clock can be set, on a server whose clock can be set."""

    demo: DemoHandle
    desk: Desk
    clock: MovedClock
    night: float = 0.0
    number: int = 0
    banned: bool = True
    people: tuple[str, str, str] = ("", "", "")

    def __post_init__(self) -> None:
        # A changed customer stands first in the server's list.
        first, second, third, *_ = self.demo.ids()
        self.people = first, second, third

    wrong: list[str] = field(default_factory=list)

    async def lives(self, after: str) -> None:
        """Check that everything goes on."""
        self.number += 1
        (_, colleague, mine), text = self.people, f"note {self.number}"
        self.demo.change(colleague, nick=text)
        asked = len(self.demo.requests())
        await self._edit(UpdateCustomer(customer=mine, set={"note": text}))
        error = await self.desk.pull()
        if error is not None:
            self.wrong.append(f"{after}: the pull failed: {error!r}")
        waiting = await self.desk.settled()
        if waiting:
            self.wrong.append(f"{after}: {waiting[0].intent} waits: {waiting[0].error!r}")
        if (times := sum(one.params.get("remark") == text for one in self.demo.ledger("user/update"))) != 1:
            self.wrong.append(f"{after}: the edit was made {times} times")
        known = await asyncio.wrap_future(self.desk.account.files.write.submit(_customer, colleague))
        if known != text:
            self.wrong.append(f"{after}: a colleague's change was missed: {known!r}")
        if (often := len(self.demo.requests()) - asked) > _USUAL:
            self.wrong.append(f"{after}: {often} requests")

    async def ban(self) -> None:
        """Ban a customer for a day."""
        await self._edit(Blacklist(customer=self.people[0], kind=24, reason="spam"))
        await self.desk.settled()
        blacklist = self.desk.account.blacklist
        await blacklist.refresh()
        async with asyncio.timeout(30):
            while blacklist.of(self.people[0]) is None:  # noqa: ASYNC110 - what it waits for has no event
                await asyncio.sleep(0.05)

    def stands(self, banned: bool, after: str) -> None:
        """Check that the ban is shown as this machine's clock has it, and that changes are told."""
        heard: list[object] = []
        leave = self.desk.account.blacklist.events.subscribe(heard.append)
        self.desk.account.blacklist.turn()
        leave()
        entry = self.desk.account.blacklist.bans[self.people[0]].entry
        if is_banned(entry, int(self.clock())) is not banned or (banned is not self.banned and not heard):
            self.wrong.append(f"{after}: the ban stands wrongly, {len(heard)} events")
        self.banned = banned

    def ages(self, moment: int, after: str) -> None:
        """Check that no age is shown below nothing."""
        formats = Formats(clock=self.clock)
        shown = (formats.relative(moment), formats.age(moment), formats.duration(moment - self.clock()))
        if any(one.startswith("-") or not one for one in shown):
            self.wrong.append(f"{after}: ages {shown}")

    async def _edit(self, intent: Intent) -> None:
        async with asyncio.timeout(30):
            await self.desk.submit(self.number, [intent]).wait()


def _customer(file: "object", customer: str) -> str:
    found = file.customer(customer)  # type: ignore[attr-defined]
    return found.name if found else ""


async def jumps(machine: Machine, rounds: int) -> int:
    """Set the clock forwards and back, at times the server's with it; return how often."""
    now, tries = int(machine.clock()), 0
    await machine.ban()
    for number in range(rounds):
        for offset in _JUMPS:
            machine.clock.offset = machine.night + offset
            name = f"{offset / 3600:+.0f} h, night {number}"
            if abs(offset) == _DAY or not offset:
                machine.stands(offset < _DAY, name)
            machine.ages(now, name)
            await machine.lives(name)
            tries += 1
        # A night: both clocks go on, the token ends.
        machine.night += 1.1 * _DAY
        machine.clock.offset = machine.night
        machine.demo.move_clock(machine.night)
        await machine.lives(f"night {number}")
        tries += 1
        if number + 1 < rounds:
            await machine.ban()
    return tries


async def sleeps(machine: Machine, count: int, seconds: float) -> int:
    """Stop this process in the middle of a pull and an edit, and wake it; return how often."""
    for number in range(count):
        name = f"sleep {number}"
        pull = asyncio.ensure_future(machine.desk.pull(full=bool(number % 2)))
        await asyncio.sleep(0.03 * (number % 7))
        script = f"kill -STOP {os.getpid()}; sleep {seconds}; kill -CONT {os.getpid()}"
        waker = await asyncio.create_subprocess_exec("sh", "-c", script)
        await waker.wait()
        if number % 3 == 1:
            # It was an hour: somebody else took a token meanwhile.
            machine.clock.offset += 3_600.0
            machine.demo.move_clock(machine.clock.offset)
            machine.demo.forget_tokens()
        await pull
        await machine.lives(name)
    return count


async def on_a_machine(
    demo: DemoHandle, folder: Path, attack: Callable[[Machine], "asyncio.Future[int]"]
) -> tuple[int, list[str]]:
    """Attack a desktop; return the tries and what is wrong."""
    demo.reset(customers=_PEOPLE, tokens="many")
    bugs: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, told: bugs.append(f"{told['message']}: {told.get('exception')!r}"))
    clock = MovedClock()
    async with Line(demo.url) as line:
        desk = Desk(demo, folder, line, clock)
        machine = Machine(demo, desk, clock)
        try:
            with patch("time.time", clock):
                await desk.start()
                await desk.pull()
                tries = await attack(machine)
        finally:
            await desk.account.close()
            demo.move_clock(0.0)
    return tries, machine.wrong + bugs


def rows(asked: Asked) -> Iterator[Row]:
    """Set clocks, then sleep."""
    app = QCoreApplication.instance() or QCoreApplication([])
    rounds, naps, seconds = asked.sized(1, 6), asked.sized(3, 20), float(asked.sized(1, 15))
    with running("--tokens", "many") as demo, tempfile.TemporaryDirectory() as folder, pulls_here():
        tries, wrong = asyncio.run(on_a_machine(demo, Path(folder, "a"), lambda one: jumps(one, rounds)))
        yield Row("the clock set by a day, nights passed", tries, len(wrong), said="; ".join(wrong[:4]))
    with running("--tokens", "many") as demo, tempfile.TemporaryDirectory() as folder:
        tries, wrong = asyncio.run(on_a_machine(demo, Path(folder, "b"), lambda one: sleeps(one, naps, seconds)))
        yield Row("asleep in the middle of work, woken", tries, len(wrong), said="; ".join(wrong[:4]))
    del app


def main() -> int:
    """Run it; 1 when something did not go on."""
    return ended(rows(Asked("--long" in sys.argv)))


if __name__ == "__main__":
    sys.exit(main())
