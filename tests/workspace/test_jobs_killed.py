"""A job survives SIGKILL at any moment: no customer is lost, none is written twice."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.demo_control import DemoHandle
from tests.workspace.jobrig import server_tags, writes

DRIVER = Path(__file__).with_name("job_driver.py")
ROOT = str(Path(__file__).parents[2])


def drive(demo: DemoHandle, folder: Path, customers: str, edit: str, kill_at: int | None) -> bool:
    """Run the driver, kill it once so many customers are done; return whether the job ended."""
    command = [sys.executable, str(DRIVER), str(folder), demo.url, demo.appid, demo.app_key, customers, edit]
    environment = {**os.environ, "PYTHONPATH": ROOT}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as driver:
        assert driver.stdout is not None
        for line in driver.stdout:
            told = json.loads(line)
            if kill_at is not None and told.get("done", 0) >= kill_at:
                driver.send_signal(signal.SIGKILL)
                break
        driver.wait()
        return driver.returncode == 0


def test_killed_again_and_again_it_ends_with_each_customer_written_once(
    demo_server: DemoHandle, tmp_path: Path
) -> None:
    demo_server.reset(customers=1000, tokens="many")
    ids = demo_server.ids()
    with demo_server.client() as client:
        groups = client.get("/label_group/list", params={"page_no": 1, "page_size": 100}).json()["items"]
        group = next(one["id"] for one in groups if one["is_multiple_choice"] == 1)
        asked = {"groupid": group, "page_no": 1, "page_size": 100}
        tag = client.get("/label/list", params=asked).json()["items"][0]["id"]
    before = server_tags(demo_server, ids)
    wanted = Counter(key for key in ids if tag not in before[key])
    customers = tmp_path / "customers.json"
    customers.write_text(json.dumps(ids), "utf-8")
    # A killed client leaves half a request behind.
    demo_server.expect_broken()
    demo_server.misbehave("cut_after", "*update_biz_label", probability=0.02)
    demo_server.misbehave("cut_before", "*update_biz_label", probability=0.02, seed=2)
    chance = random.Random(7)
    kills = sorted(chance.sample(range(1, wanted.total() - 60), 5))
    edit = json.dumps({"op": "add_tags", "customer": "-", "tags": [tag]})
    assert not drive(demo_server, tmp_path / "p", str(customers), edit, kills[0])
    for kill_at in kills[1:]:
        assert not drive(demo_server, tmp_path / "p", "", "", kill_at)
    assert drive(demo_server, tmp_path / "p", "", "", None)
    after = server_tags(demo_server, ids)
    assert [key for key in ids if tag not in after[key]] == []
    assert Counter(writes(demo_server)) == wanted
    assert all(set(before[key]) <= set(after[key]) for key in ids)


def test_stages_set_by_a_job_that_is_killed_are_set_once_each(demo_server: DemoHandle, tmp_path: Path) -> None:
    demo_server.reset(customers=310, tokens="many")
    ids = demo_server.ids()
    with demo_server.client() as client:
        stage = client.get("/user_stage/query_list_by_type").json()["items"][0]["id"]
    wanted = Counter(key for key in ids if demo_server.stage(key) != stage)
    customers = tmp_path / "customers.json"
    customers.write_text(json.dumps(ids), "utf-8")
    demo_server.expect_broken()
    demo_server.misbehave("cut_after", "*stage_save", skip=20, count=1)
    demo_server.misbehave("cut_before", "*stage_save", skip=90, count=1)
    edit = json.dumps({"op": "set_stage", "customer": "-", "stage": stage})
    assert not drive(demo_server, tmp_path / "p", str(customers), edit, 40)
    assert drive(demo_server, tmp_path / "p", "", "", None)
    assert Counter(one.params["userid"] for one in demo_server.ledger("user_stage/stage_save")) == wanted
    assert {demo_server.stage(key) for key in ids} == {stage}
