"""One run of the fuzzer: two desktops, a colleague, a plan of actions; then rest, and everything compared."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop.cache.cachefile import CacheFile
from desktop.domain.dictionaries import Region
from desktop.domain.edits.outbox import State
from desktop.domain.errors import AppError
from desktop.domain.intents.customers import CreateCustomer
from desktop.domain.intents.intent import Intent
from desktop.workspace.push.kinds import records
from tests.attacks.fuzzing.colleague import Colleague
from tests.attacks.fuzzing.desk import Desk
from tests.attacks.fuzzing.edits import Known, edit, mark_of
from tests.attacks.fuzzing.line import Line
from tests.attacks.fuzzing.plan import Action
from tests.attacks.fuzzing.pullhere import pulls_here
from tests.attacks.fuzzing.scene import MovedClock, Scene
from tests.attacks.fuzzing.truth import Picture, differences, picture
from tests.demo_control import DemoHandle
from tests.workspace.rig import KEY

_PEOPLE = 40
_DAY = 86_400.0
_GRACE = 140.0
"""More than the seconds an edit stays over what is read, and the most by which a clock was ahead meanwhile."""
_YEARS = 10 * 365 * 86_400
_FAULTS = ("cut_before", "cut_after", "cut_within", "error_after", "error_before", "truncated", "html", "too_many")
_ROUNDS = 10
_PATIENCE = 300.0
_ONCE = ("user/save", "user_stage/record_save", "enterprise/save")
"""What makes something and is not refused when it is there: a tag is made again only after somebody removed it."""


async def run(demo: DemoHandle, folder: Path, seed: int, plan: Sequence[Action]) -> list[str]:
    """Carry a plan out on a server as new; return what is wrong at rest, [] when all agree."""
    try:
        async with asyncio.timeout(_PATIENCE) as patience:
            asyncio.get_running_loop().call_later(_PATIENCE - 1, _say_what_runs)
            return await _carried_out(demo, folder, seed, plan)
    except TimeoutError:
        assert patience.expired()
        return ["did not end"]


def _say_what_runs() -> None:
    for task in asyncio.all_tasks():
        print(task.get_name(), *_path(task.get_coro()), sep="\n  ", file=sys.stderr)


def _path(awaited: Any) -> Iterator[str]:
    """Yield where a coroutine stands, and all it waits for."""
    while awaited is not None:
        frame = getattr(awaited, "cr_frame", None)
        yield f"{frame.f_code.co_qualname} {frame.f_lineno}" if frame else repr(awaited)
        awaited = getattr(awaited, "cr_await", None)


async def _carried_out(demo: DemoHandle, folder: Path, seed: int, plan: Sequence[Action]) -> list[str]:
    demo.reset(customers=_PEOPLE, seed=1 + seed % 50, tokens="many", gone=("null", "status", "refused")[seed % 3])
    demo.expect_broken()
    before = len(demo.broken())
    with _surroundings() as clock, demo.client() as http:
        async with _scene(demo, folder, clock, Colleague(demo, http)) as scene:
            try:
                for action in plan:
                    await _act(scene, action)
                wrong = await _at_rest(scene)
            except TimeoutError:
                wrong = [f"stands still: {_state(scene)}"]
            return [*scene.bugs, *wrong, *(f"broken call: {one}" for one in demo.broken()[before:])]


@contextmanager
def _surroundings() -> Iterator[MovedClock]:
    clock = MovedClock()
    with (
        pulls_here(),
        patch("time.time", clock),
        patch.object(records, "WAITS", (0.05, 0.1)),
    ):
        yield clock


@asynccontextmanager
async def _scene(demo: DemoHandle, folder: Path, clock: MovedClock, colleague: Colleague) -> AsyncIterator[Scene]:
    bugs: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda _, context: bugs.append(f"bug: {context['message']}: {context.get('exception')!r}")
    )
    async with Line(demo.url) as one, Line(demo.url) as two:
        desks = [_desk(demo, folder / name, line, clock) for name, line in (("one", one), ("two", two))]
        try:
            for desk in desks:
                await desk.start()
                await desk.pull()
            yield Scene(demo, desks, colleague, clock, bugs=bugs)
        finally:
            for desk in desks:
                await desk.account.close()


def _desk(demo: DemoHandle, folder: Path, line: Line, clock: MovedClock) -> Desk:
    (folder / "0").mkdir(parents=True)
    file = CacheFile.open(folder / "0" / "cache.db", KEY)
    # The hundreds of calls for regions tell nothing here.
    file.put_dictionary("region", "zh", [Region("1", "R")], int(clock()) + _YEARS)
    file.close()
    return Desk(demo, folder, line, clock)


async def _act(scene: Scene, action: Action) -> None:
    desk = action.pick(0, scene.desks)
    match action.kind:
        case "edit":
            await _edit(scene, desk, action)
        case "colleague":
            scene.colleague.act(action)
        case "pull" | "full_pull":
            _begin(scene, desk.pull(full=action.kind == "full_pull"))
            await asyncio.sleep(action.draws[2] * 0.05)
        case "wait":
            await asyncio.sleep(action.draws[1] * 0.2)
        case "turn":
            await desk.turn("undo" if action.draws[1] < 0.7 else "redo")
        case "decide":
            await _decide(desk, action)
        case "die":
            await desk.die()
        case _:
            await _disturb(scene, desk, action)


async def _disturb(scene: Scene, desk: Desk, action: Action) -> None:
    match action.kind:
        case "online":
            await desk.line.up()
        case "offline":
            desk.line.down()
        case "cut":
            desk.line.cut()
        case "clock":
            scene.clock.offset = action.pick(1, (0.0, _DAY, -_DAY, 3600.0, -3600.0, 70.0))
        case _:
            _disturb_server(scene, action)


def _disturb_server(scene: Scene, action: Action) -> None:
    demo = scene.demo
    match action.kind:
        case "fault":
            calls = action.pick(2, ("*/user/*", "*/label*", "*/user_stage/*", "*/public_user/*", "*"))
            demo.misbehave(action.pick(1, _FAULTS), calls, probability=0.3, seed=action.number, seconds=0.05)
        case "behave":
            demo.behave()
        case "bustle":
            demo.churn(changes=1, additions=int(action.draws[1] * 2), requests=5, seed=action.number)
        case "server_clock":
            scene.server_ahead += action.pick(1, (1.0, 61.0, 300.0, 4000.0))
            demo.move_clock(scene.server_ahead)


async def _edit(scene: Scene, desk: Desk, action: Action) -> None:
    local = [one.local for one in desk.told.acknowledged.values() if isinstance(one, CreateCustomer)]
    people = [*scene.demo.ids()[:12], *local[-2:]]
    intent = edit(action, Known(desk.account.collections, people))
    submitted = desk.submit(action.number, [intent])
    if action.draws[5] < 0.8:
        async with asyncio.timeout(30):
            await submitted.wait()


def _begin(scene: Scene, doing: Coroutine[Any, Any, object]) -> None:
    task = asyncio.ensure_future(doing)
    scene.doing.add(task)
    task.add_done_callback(scene.doing.discard)


async def _decide(desk: Desk, action: Action) -> None:
    waiting = [one for one in desk.account.outbox.entries() if one.state is State.REJECTED]
    if not waiting:
        return
    entry = action.pick(1, waiting)
    if entry.clashes and action.draws[2] < 0.7:
        await desk.decide(
            entry, "resolve", {one.field: action.pick(3, ("yours", "server")) for one in entry.clashes}
        )
    elif action.draws[2] < 0.5:
        await desk.decide(entry, "retry")
    else:
        await desk.discard(entry)


async def _at_rest(scene: Scene) -> list[str]:
    scene.demo.behave()
    scene.demo.churn()
    scene.clock.offset = 0.0
    for desk in scene.desks:
        await desk.line.up()
    async with asyncio.timeout(60):
        if scene.doing:
            await asyncio.wait(scene.doing)
        for desk in scene.desks:
            await _emptied(desk)
    # What was just done stays over what is read for a moment, also what was done while a clock was ahead.
    scene.clock.offset = _GRACE
    wrong = [f"pull: {error!r}" for desk in scene.desks if (error := await _pulled(desk)) is not None]
    for name, desk in zip(("one", "two"), scene.desks, strict=True):
        wrong += [f"{name}: integrity {one}" for one in await desk.looked_over()]
    return wrong + await _compared(scene) + list(_unaccounted(scene))


async def _emptied(desk: Desk) -> None:
    """Let everything settle; give up what waits for a person."""
    for _ in range(_ROUNDS):
        waiting = await desk.settled()
        if not waiting:
            return
        for entry in waiting:
            await desk.discard(entry)
    raise TimeoutError


async def _pulled(desk: Desk) -> AppError | None:
    # An error of the time before may still be on its way.
    await desk.pull()
    return await desk.pull(full=True)


async def _compared(scene: Scene) -> list[str]:
    async with Line(scene.demo.url) as line:
        truth = _desk(scene.demo, scene.desks[0].folder.parent.parent / "truth", line, scene.clock)
        try:
            await truth.start()
            error = await truth.pull()
            if error is not None:
                return [f"the truth cannot be had: {error!r}"]
            listed = await _picture(truth)
            for one in listed.customers:
                await truth.account.refresh_customer(one)
            whole = await _picture(truth)
        finally:
            await truth.account.close()
    found = [f"truth: {one}" for one in listed.wrong]
    for name, desk in zip(("one", "two"), scene.desks, strict=True):
        found += differences(name, await _picture(desk), listed, whole)
    return found


async def _picture(desk: Desk) -> Picture:
    return await asyncio.wrap_future(desk.account.files.write.submit(picture))


def _unaccounted(scene: Scene) -> Iterator[str]:
    """Yield the edits that were acknowledged and are nowhere, and those made more than once."""
    arrived: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for entry in scene.demo.ledger():
        texts = [value for value in entry.params.values() if isinstance(value, str)]
        arrived.update(texts)
        if entry.endpoint in _ONCE:
            made.update(texts)
    for desk in scene.desks:
        for number, intent in desk.told.acknowledged.items():
            mark = mark_of(number)
            if _is_marked(intent, mark) and number not in desk.told.given_up and not arrived[mark]:
                yield f"lost: {intent}"
            if made[mark] > 1 and number not in desk.told.again:
                yield f"made {made[mark]} times: {intent}"


def _is_marked(intent: Intent, mark: str) -> bool:
    return f"'{mark}'" in repr(intent)


def _state(scene: Scene) -> str:
    return "; ".join(
        f"{desk.account.status.connection} {desk.account.status.error!r}"
        f" {[(one.state.value, one.intent, one.error) for one in desk.account.outbox.entries()]}"
        for desk in scene.desks
    )
