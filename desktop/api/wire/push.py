"""Pushed messages: three on customers (003 "Customer CRM message push"), three of chats (001 "Message Push")."""

from collections.abc import Mapping

from desktop.api.wire.parse import Unreadable, parse_json
from desktop.api.wire.push_chat import read_chat
from desktop.api.wire.push_customer import read_customer_push
from desktop.api.wire.record import read_each
from desktop.domain.errors import BadReply, Sent
from desktop.domain.json import Json
from desktop.domain.push import Pushed


def decode_push(data: bytes | str | Mapping[str, Json]) -> Pushed:
    """Return the messages of a push, given as text or as the decoded object.

    Entries that cannot be read are set aside with their reason. Raises BadReply for what is no push at all.
    """
    raw = data if isinstance(data, Mapping) else _parsed(data)
    content = raw.get("content")
    if isinstance(content, list):
        return Pushed(*read_each(content, read_customer_push))
    return Pushed(*read_each([raw], read_chat))


def _parsed(data: bytes | str) -> Mapping[str, Json]:
    try:
        value = parse_json(data)
    except Unreadable:
        value = None
    if not isinstance(value, Mapping):
        raise BadReply(sent=Sent.NO, reason="not_a_push")
    return value
