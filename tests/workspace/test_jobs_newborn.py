"""Jobs about customers that were made offline: they wait for the server's id, whatever happens in between."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop.domain.errors import LeftBehind
from desktop.domain.ids import is_local
from desktop.domain.intents.customers import CreateCustomer, UpdateCustomer
from desktop.domain.jobs.job import EditCustomers, JobRequest, JobState, TagCustomers
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import SELDOM, Desk, desk, server_tags

Request = Callable[[tuple[str, ...], str], JobRequest]


def noted(customers: tuple[str, ...], _tag: str) -> JobRequest:
    return EditCustomers(customers, UpdateCustomer(customer="", set={"note": "of all"}))


def tagged(customers: tuple[str, ...], tag: str) -> JobRequest:
    return TagCustomers(customers, add=(tag,))


async def made(one: Desk, count: int) -> list[str]:
    """Make customers and return their local ids."""
    future: asyncio.Future[Sequence[object]] = asyncio.get_running_loop().create_future()
    intents = [
        CreateCustomer(set={"nickname": f"Fresh {number}", "status": 1, "phone": f"1390000{number:04}"})
        for number in range(count)
    ]
    one.account.outbox.submit(intents, label="new", answer=future.set_result, failed=future.set_exception)
    await future
    made_here = (entry.intent for entry in one.account.outbox.entries())
    fresh = [intent.local for intent in made_here if isinstance(intent, CreateCustomer)]
    # Whoever is chosen for a job is on the screen.
    async with asyncio.timeout(20):
        while len(await one.shown_tags(fresh)) < count:  # noqa: ASYNC110 - the cache tells nobody
            await asyncio.sleep(0.02)
    return fresh


@pytest.mark.parametrize("request_of", [noted, tagged])
async def test_a_job_waits_for_customers_that_are_still_to_be_made(
    demo_server: DemoHandle, tmp_path: Path, request_of: Request
) -> None:
    demo_server.reset(customers=6, tokens="many")
    known = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        fresh = await made(one, 3)
        await one.start(request_of((*known, *fresh), tag))
    # The program ends and starts again before anything is sent.
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        await one.settled(lambda: bool(one.account.jobs.shown))
        job = one.account.jobs.shown[0].id
        await one.account.connect(demo_server.app_key, pace=SELDOM)
        view = await one.until(job)
        assert (view.state, view.failed) == (JobState.DONE, 0)
        ids = one.account.outbox.waiting.ids
        born = [ids[key] for key in fresh]
    everybody = [*known, *born]
    assert set(demo_server.ids()) == set(everybody)
    if request_of is noted:
        assert {demo_server.customer(key)["remark"] for key in everybody} == {"of all"}
    else:
        assert all(tag in tags for tags in server_tags(demo_server, everybody).values())
    asked = [one.params for one in demo_server.ledger()]
    assert not any(is_local(str(value)) for params in asked for value in params.values())
    # Restarted once more, nobody is there twice.
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        await one.settled(lambda: bool(one.account.collections.tags))
        counts = await asyncio.wrap_future(one.account.files.write.submit(lambda file: file.counts()))
        assert counts.total == len(everybody)


@pytest.mark.parametrize("request_of", [noted, tagged])
async def test_whoever_cannot_be_made_fails_with_the_reason_and_holds_up_nobody(
    demo_server: DemoHandle, tmp_path: Path, request_of: Request
) -> None:
    demo_server.reset(customers=4, tokens="many")
    known = demo_server.ids()
    async with desk(demo_server, tmp_path) as one:
        tag = one.tags_of(one.group(multiple=True).id)[0]
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        fresh = await made(one, 1)
        job = await one.start(request_of((*fresh, *known), tag))
        demo_server.misbehave("code", "*user/save", code="900101", count=1)
        await one.account.connect(demo_server.app_key, pace=SELDOM)
        view = await one.until(job)
        assert (view.state, view.failed) == (JobState.DONE, 1)
        (failure,) = await one.failures(job)
        assert isinstance(failure.error, LeftBehind)
        assert failure.customer == fresh[0]


async def test_rows_that_wait_show_under_the_id_their_customer_got_meanwhile(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=2, tokens="many")
    async with desk(demo_server, tmp_path):
        pass
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        fresh = await made(one, 2)
        job = await one.start(noted(tuple(fresh), ""))
        one.account.jobs.pause(job)
        await one.account.connect(demo_server.app_key, pace=SELDOM)
        await one.settled(lambda: not one.account.outbox.entries())
    async with desk(demo_server, tmp_path, pulls=False, online=False) as one:
        # Jobs and edits are read one beside the other.
        await one.settled(
            lambda: bool(one.account.jobs.shown) and one.account.outbox.waiting.ids.keys() >= {*fresh}
        )
        # Cancelled and asked for again, its rows are shown anew.
        shown = asyncio.Event()
        one.account.jobs.show_again(job, shown.set)
        await asyncio.wait_for(shown.wait(), 20)
        born = [one.account.outbox.waiting.ids[key] for key in fresh]
        look = one.account.files.write.submit(lambda file: (file.counts().total, file.customers([*born, *fresh])))
        total, found = await asyncio.wrap_future(look)
        assert total == 4
        assert {customer.id: customer.text("note") for customer in found} == dict.fromkeys(born, "of all")
