"""Pushed messages: the document's own examples, and the callbacks of chats."""

import json
from typing import Any

import pytest

from desktop.api.wire.push import decode_push
from desktop.domain.customers.customer import CustomValue
from desktop.domain.errors import BadReply
from desktop.domain.push import (
    ChatListMessage,
    CustomerAdded,
    CustomersMerged,
    CustomerUpdated,
    OfflineMessage,
    Operator,
    UnreadMessage,
)
from tests.api.calls import EXAMPLES


def pushed(name: str) -> Any:
    return decode_push((EXAMPLES / f"{name}.json").read_bytes())


def test_pushed_customer_added() -> None:
    (message,) = pushed("add_customer").messages
    assert isinstance(message, CustomerAdded)
    assert message.customer.id == "c9187ee3eb184ea7b297002e1066641d"
    assert message.customer.text("nickname") == "sobot"
    assert message.customer.number("status") == 3
    assert message.at == 1631821183
    assert message.extra["unionid"] == "wmexjPBgAACq0AVd5XHNCNyDfT5ZGRVw"


def test_pushed_customer_updated() -> None:
    (message,) = pushed("update_customer").messages
    assert isinstance(message, CustomerUpdated)
    assert message.customer.text("phone") == "17789890000"
    assert message.customer.text("note") == "Customer consultation"
    customs = message.customer.fields["custom_fields"]
    assert customs == (
        CustomValue("62deb0e13ddc4d67ad3ecfd505e42964", "fishing", "", 1),
        CustomValue("ecc35bf9e94e482b9ffe839be6d221a5", "1980-11-27", "", 3),
    )


@pytest.mark.parametrize(("pushed_type", "own_type"), [("6", 6), ("7", 8), ("8", 7)])
def test_pushed_field_types_are_told_in_the_dictionarys_numbers(pushed_type: str, own_type: int) -> None:
    raw = json.loads((EXAMPLES / "update_customer.json").read_text(encoding="utf-8"))
    raw["content"][0]["extend_field_values"][0]["field_type"] = pushed_type
    (message,) = decode_push(raw).messages
    assert isinstance(message, CustomerUpdated)
    customs = message.customer.fields["custom_fields"]
    assert isinstance(customs, tuple)
    assert customs[0] == CustomValue("62deb0e13ddc4d67ad3ecfd505e42964", "fishing", type=own_type)


def test_pushed_merge() -> None:
    assert pushed("combine_customer").messages == (
        CustomersMerged(
            "6c8e6562d1e448b397e6b7a046673423",
            "6c8e6562d1e448b397e6b7a046673423",
            1614222177,
            Operator("382e70947e274f7ab0380de27e104c29", "admin2"),
            "36551b8f301c43c3b2ac271ecc8ac9d9",
        ),
    )


OFFLINE = {
    "type": 202,
    "partnerId": "p1",
    "msgId": "m1",
    "content": "hello",
    "msgType": "text",
    "aname": "Ann",
    "aface": "face",
    "params": "",
}
UNREAD = {
    **OFFLINE,
    "sysNum": "company",
    "createChatTime": 1608192372781,
    "channelFlag": 1,
    "appName": "shop",
    "aid": "a1",
    "ts": 1608192578781,
    "cid": "c1",
    "uid": "u1",
}
CHAT_LIST = {
    "sysNum": "company",
    "visitorId": "v1",
    "partnerId": "p1",
    "lastCid": "c1",
    "lastMsgContent": "bye",
    "lastMsgTime": 1608198322000,
    "lastMsgType": 0,
    "unReadNum": 1,
}


def test_the_three_callbacks_of_chats() -> None:
    assert decode_push(OFFLINE).messages == (OfflineMessage("m1", "p1", "text", "hello", "Ann", "face"),)
    (unread,) = decode_push(json.dumps(UNREAD)).messages
    assert isinstance(unread, UnreadMessage)
    assert (unread.chat_id, unread.customer_id, unread.sent) == ("c1", "u1", 1608192578)
    assert decode_push(CHAT_LIST).messages == (
        ChatListMessage("c1", "v1", "p1", 0, "bye", 1608198322, 1, "company"),
    )


def test_what_is_no_push_is_set_aside() -> None:
    assert [bad.reason for bad in decode_push({"type": 7}).quarantined] == ["not_a_push"]


@pytest.mark.parametrize("data", [b"", b"[]", b"not JSON", "null"])
def test_what_is_not_even_an_object_is_refused(data: bytes | str) -> None:
    with pytest.raises(BadReply):
        decode_push(data)


def test_a_bad_entry_does_not_cost_the_others() -> None:
    raw = json.loads((EXAMPLES / "combine_customer.json").read_text(encoding="utf-8"))
    raw["content"] += [{"userid": "a/b"}, None, {"merged_userid": "x"}]
    pushed = decode_push(raw)
    assert len(pushed.messages) == 1
    assert [bad.reason for bad in pushed.quarantined] == ["id_not_allowed", "not_an_object", "id_missing"]
