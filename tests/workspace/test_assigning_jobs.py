"""Many customers given to agents as one job: each once, verified, those that cannot be counted, undone."""

from collections import Counter
from pathlib import Path

import pytest

from desktop.domain.intents.following import Assign, Recycle
from desktop.domain.jobs.job import EditCustomers, JobState
from desktop.workspace.jobs import planning
from tests.demo_control import DemoHandle
from tests.workspace.jobrig import desk

ASSIGN, CONFIRM = "public_user/assign", "public_user/confirm"


def standings(demo: DemoHandle, ids: list[str]) -> dict[str, tuple[int, str]]:
    held = {one: demo.customer(one) for one in ids}
    return {one: (held[one]["crm_status"], held[one].get("liable_serviceid") or "") for one in ids}


async def test_agents_share_a_crowd_and_give_it_back(
    demo_server: DemoHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Who is left out in one block takes nobody's turn in the next.
    monkeypatch.setattr(planning, "BLOCK", 5)
    demo_server.reset(customers=24, tokens="many")
    ids = demo_server.ids()
    before = standings(demo_server, ids)
    new = [one for one in ids if before[one][0] == 1]
    free = [one for one in ids if before[one][0] in {2, 4}]
    async with desk(demo_server, tmp_path) as one:
        agents = list(one.account.collections.agents)[1:4]
        request = EditCustomers(tuple(ids), Assign(customer="", agents=tuple(agents), kind=0))
        run = await one.plan(request)
        assert (run.total, run.refused, run.unknown) == (24, len(new), 0)
        assert [error.reason for error, _ in run.refusals] == ["customer_new"]
        demo_server.misbehave("cut_after", f"*{ASSIGN}", skip=5, count=2)
        job = await one.done(request)
        assert (job.state, job.failed) == (JobState.DONE, 0)
        after = standings(demo_server, ids)
        moved = [key for key in ids if key not in new]
        assert all(after[key][0] == 3 and after[key][1] in agents for key in moved)
        assert {key: after[key] for key in new} == {key: before[key] for key in new}
        assert max(Counter(one.params["confirmids"] for one in demo_server.ledger(ASSIGN)).values()) == 1
        shares = Counter(after[key][1] for key in moved)
        assert len(shares) == 3
        assert max(shares.values()) - min(shares.values()) <= 1
        back = await one.until(await one.undo(job.id))
        assert back.state is JobState.DONE
        undone = standings(demo_server, ids)
        # No call makes a customer wait again: those stay with their agent.
        kept = [key for key in free if before[key][0] == 2]
        assert {key: undone[key] for key in ids if key not in kept} == {
            key: before[key] for key in ids if key not in kept
        }
        assert {key: undone[key] for key in kept} == {key: after[key] for key in kept}


async def test_a_crowd_goes_into_the_pool(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=12, tokens="many")
    ids = demo_server.ids()
    pooled = [key for key, (status, _) in standings(demo_server, ids).items() if status == 4]
    async with desk(demo_server, tmp_path) as one:
        request = EditCustomers(tuple(ids), Recycle(customer=""))
        run = await one.plan(request)
        assert (run.already, run.changing) == (len(pooled), 12 - len(pooled))
        job = await one.done(request)
        assert (job.state, job.failed, job.done) == (JobState.DONE, 0, 12 - len(pooled))
        assert {status for status, _ in standings(demo_server, ids).values()} == {4}
        assert len(demo_server.ledger(CONFIRM)) == 12 - len(pooled)
