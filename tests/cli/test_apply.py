import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.kills import attack, said
from tests.cli.conftest import Ended, Failing, Kefu
from tests.demo_control import DemoHandle


def lines(*edits: Any) -> str:
    return "".join(f"{json.dumps(edit)}\n" for edit in edits)


def free_tag(demo: DemoHandle, customer: str) -> str:
    """Return a tag of a group that allows several, which the customer does not have."""
    page = {"page_no": "1", "page_size": "1000"}
    with demo.client() as http:
        groups = http.get("/label_group/list", params=page).json()["items"]
        group = next(one["id"] for one in groups if one["is_multiple_choice"])
        tags = http.get("/label/list", params={"groupid": group, **page}).json()["items"]
    return next(tag["id"] for tag in tags if tag["id"] not in demo.customer(customer).get("biz_label", ""))


def states(ended: Ended) -> list[tuple[int | None, str]]:
    return [(one["line"], one["state"]) for one in ended.objects()]


def test_each_line_is_acknowledged_then_told_how_it_ended(added: Kefu, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    tag = free_tag(demo_server, customer)
    ended = added(
        "apply",
        "-",
        "--json",
        typed=lines(
            {"op": "add_tags", "customer": customer, "tags": [tag]},
            {"op": "create_tag_group", "name": "New", "color": "#09AEB0", "tags": ["a"]},
        ),
    )
    assert ended.code == 0, ended.err
    assert ended.err == ""
    assert sorted(states(ended)) == [(1, "done"), (1, "queued"), (2, "done"), (2, "queued")]
    assert tag in demo_server.customer(customer)["biz_label"]
    # Edits of different things leave side by side, in no promised order.
    assert sorted(one.endpoint for one in demo_server.ledger()) == ["label/update_biz_label", "label_group/save"]
    assert added("outbox", "--json").out == ""


def test_a_record_whose_answer_is_lost_is_written_once(added: Kefu, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    demo_server.misbehave("cut_after", path="*record_save", count=1)
    edits = lines({"op": "add_record", "customer": customer, "content": "called"}, {"op": "add_record"})
    ended = added("apply", "-", "--json", typed=edits)
    assert ended.code == 1
    assert sorted(states(ended)) == [(1, "done"), (1, "queued"), (2, "rejected")]
    (written,) = demo_server.ledger("user_stage/record_save")
    assert written.params == {"userid": customer, "content": "called"}


def test_offline_only_queues_and_an_empty_file_drains(
    added: Kefu, demo_server: DemoHandle, tmp_path: Path
) -> None:
    customer = demo_server.ids()[0]
    tag = free_tag(demo_server, customer)
    edit = {"op": "add_tags", "customer": customer, "tags": [tag]}
    file = tmp_path / "edits.jsonl"
    file.write_text(lines(edit), "utf-8")
    queued = added("apply", file, "--offline", "--json")
    assert (queued.code, states(queued)) == (0, [(1, "queued")])
    assert not demo_server.ledger()
    (waiting,) = added("outbox", "--json").objects()
    assert waiting["intent"] == queued.objects()[0]["intent"]
    assert (waiting["state"], waiting["edit"]) == ("queued", edit)
    assert "add_tags" in added("outbox").out
    file.write_text("", "utf-8")
    drained = added("apply", file, "--json")
    assert (drained.code, states(drained)) == (0, [(None, "done")])
    assert drained.objects()[0]["intent"] == waiting["intent"]
    assert tag in demo_server.customer(customer)["biz_label"]


def test_what_is_refused_says_why_and_the_rest_goes_on(added: Kefu, demo_server: DemoHandle) -> None:
    customer = demo_server.ids()[0]
    ended = added(
        "apply",
        "-",
        typed="\n".join(
            [
                "not json",
                "",
                json.dumps({"op": "add_tags", "customer": customer, "tags": ["no-such-tag"]}),
                json.dumps({"op": "create_tag_group", "name": "x" * 31, "color": "#09AEB0"}),
                json.dumps({"op": "create_tag_group", "name": "fine", "color": "#09AEB0"}),
            ]
        ),
    )
    assert ended.code == 1
    told = {(one["line"], one["state"]): one for one in ended.objects()}
    assert told[1, "rejected"]["reason"]["code"] == "not_json"
    assert told[1, "rejected"]["intent"] is None
    assert told[3, "rejected"]["reason"]["code"] == "ret_510004"
    assert told[4, "rejected"]["reason"] == {
        "code": "name_too_long",
        "field": "name",
        "text": told[4, "rejected"]["reason"]["text"],
    }
    assert (5, "done") in told
    assert "2 queued, 1 done, 3 refused, 0 waiting" in ended.err
    assert [one["state"] for one in added("outbox", "--json").objects()] == ["rejected"]


def test_a_server_that_is_gone_leaves_everything_queued(added: Kefu, demo_server: DemoHandle) -> None:
    gone = Kefu(added.data.parent / "other")
    ended = gone(
        "profile", "add", "Main", "--base-url", "http://127.0.0.1:9", "--appid", "demo", typed="demo-key\n"
    )
    assert ended.code == 0
    started = time.monotonic()
    ended = gone("apply", "-", "--json", typed=lines({"op": "remove_tag_group", "group": "g1"}))
    assert time.monotonic() - started < 40
    assert ended.code == 1
    assert states(ended) == [(1, "queued"), (1, "queued")]
    assert ended.objects()[1]["reason"]["code"] == "connect_failed"
    assert "cannot be reached" in ended.err
    assert not demo_server.ledger()


def test_a_file_that_is_not_there_is_said_in_one_line(added: Kefu, one_line: Failing) -> None:
    assert "nowhere.jsonl" in one_line(added("apply", "nowhere.jsonl"))


def test_a_line_is_acknowledged_while_the_next_is_still_to_come(added: Kefu) -> None:
    process = subprocess.Popen(
        added.command("apply", "-", "--offline", "--json"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=added.env(),
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(lines({"op": "remove_tag", "tag": "t1"}))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["state"] == "queued"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert [one["edit"] for one in added("outbox", "--json").objects()] == [{"op": "remove_tag", "tag": "t1"}]


@pytest.mark.timeout(400)
def test_killed_at_random_points_nothing_is_lost_or_done_twice(added: Kefu, demo_server: DemoHandle) -> None:
    demo_server.reset(customers=200, tokens="many")
    found = attack(added, demo_server, kills=14, seed=11)
    print(f"\n{said(found)}")
    assert found.acknowledged > 100
    assert found.lost == []
    assert found.twice == []
    assert found.unsettled == []
