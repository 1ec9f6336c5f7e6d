import time
from hashlib import md5

import httpx
import pytest

from tests.demo.asking import GOOD, get
from tests.demo_control import DemoHandle


def ask_token(demo: DemoHandle, *, appid: str = "demo", key: str = "demo-key", ago: float = 0) -> dict[str, str]:
    create_time = str(int(time.time() - ago))
    sign = md5(f"{appid}{create_time}{key}".encode(), usedforsecurity=False).hexdigest()
    query = {"appid": appid, "create_time": create_time, "sign": sign}
    reply = httpx.get(f"{demo.url}/api/get_token", params=query, trust_env=False).json()
    return {"code": reply["ret_code"], **reply.get("item", {})}


def code_with(demo: DemoHandle, token: str) -> str:
    headers = {"token": token, "language": "en"}
    reply = httpx.get(f"{demo.url}/api/scrm/5/user_dynamic/getsource", headers=headers, trust_env=False)
    return str(reply.json()["ret_code"])


def test_the_document_s_own_example_is_signed_right(demo_server: DemoHandle) -> None:
    demo_server.reset(appid="1", app_key="2")
    demo_server.move_clock(1569397773 - time.time())
    query = {"appid": "1", "create_time": "1569397773", "sign": "258eec3118705112b2c53dc8043d4d34"}
    reply = httpx.get(f"{demo_server.url}/api/get_token", params=query, trust_env=False).json()
    assert reply["ret_code"] == GOOD
    assert reply["item"]["expires_in"] == "86400"
    assert len(reply["item"]["token"]) == 32


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, GOOD),
        ({"key": "wrong"}, "900003"),
        ({"appid": "nobody"}, "900004"),
        ({"ago": 280}, GOOD),
        ({"ago": 900}, "900003"),
        ({"ago": -900}, "900003"),
    ],
)
def test_a_sign_must_be_right_and_near(demo_server: DemoHandle, changes: dict[str, object], code: str) -> None:
    assert ask_token(demo_server, **changes)["code"] == code  # type: ignore[arg-type]


def test_the_date_header_tells_the_server_s_clock(demo_server: DemoHandle) -> None:
    demo_server.move_clock(-7200)
    assert ask_token(demo_server)["code"] == "900003"
    date = httpx.get(f"{demo_server.url}/_demo/clock", trust_env=False).headers["date"]
    assert date == time.strftime("%a, %d %b %Y %H", time.gmtime(time.time() - 7200)) + date[19:]
    assert ask_token(demo_server, ago=7200)["code"] == GOOD


def test_a_new_token_kills_the_old_one_unless_many_may_live(demo_server: DemoHandle) -> None:
    first, second = ask_token(demo_server)["token"], ask_token(demo_server)["token"]
    assert [code_with(demo_server, token) for token in (first, second)] == ["900002", GOOD]
    demo_server.reset(tokens="many")
    first, second = ask_token(demo_server)["token"], ask_token(demo_server)["token"]
    assert [code_with(demo_server, token) for token in (first, second)] == [GOOD, GOOD]


def test_a_token_dies_with_time_and_when_forgotten(demo_server: DemoHandle) -> None:
    demo_server.reset(token_seconds=60)
    token = ask_token(demo_server)
    assert token["expires_in"] == "60"
    assert code_with(demo_server, token["token"]) == GOOD
    demo_server.move_clock(61)
    assert code_with(demo_server, token["token"]) == "900002"
    demo_server.move_clock(0)
    demo_server.forget_tokens()
    assert code_with(demo_server, token["token"]) == "900002"


def test_no_token_is_900001_in_the_language_asked_for(demo_server: DemoHandle) -> None:
    demo_server.expect_broken()
    for language, text in (("en", "Blank token"), ("zh", "token 为空")):
        with httpx.Client(base_url=f"{demo_server.url}/api/scrm/5", headers={"language": language}) as http:
            reply = get(http, "/user_dynamic/getsource")
        assert (reply["ret_code"], reply["ret_msg"]) == ("900001", text)
    assert {"token: missing header"} == {each for call in demo_server.broken() for each in call["departures"]}
