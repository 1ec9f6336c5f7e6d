"""The three callbacks of chats (001 "Message Push")."""

from collections.abc import Mapping

from desktop.api.wire.record import RecordUnreadable
from desktop.api.wire.values import id_of, int_of, rest_of, seconds, str_of
from desktop.domain.json import Json
from desktop.domain.push import ChatListMessage, OfflineMessage, UnreadMessage

_FROM_AGENT = 202

_LIST_KEYS = frozenset(
    {"sysNum", "visitorId", "partnerId", "lastCid", "lastMsgContent", "lastMsgTime", "lastMsgType", "unReadNum"}
)
_OFFLINE_KEYS = frozenset({"type", "partnerId", "msgId", "content", "msgType", "aname", "aface", "params"})
_ONLY_UNREAD = frozenset({"sysNum", "createChatTime", "channelFlag", "appName", "aid", "ts", "cid", "uid"})
_UNREAD_KEYS = _OFFLINE_KEYS | _ONLY_UNREAD


def read_chat(raw: Mapping[str, Json]) -> OfflineMessage | UnreadMessage | ChatListMessage:
    """Read a callback; the keys tell which of the three it is. Raises RecordUnreadable("not_a_push")."""
    if "lastCid" in raw or "unReadNum" in raw:
        return _chat_list(raw)
    if int_of(raw, "type") != _FROM_AGENT:
        raise RecordUnreadable("not_a_push")
    return _unread(raw) if _ONLY_UNREAD & raw.keys() else _offline(raw)


def _chat_list(raw: Mapping[str, Json]) -> ChatListMessage:
    return ChatListMessage(
        chat_id=id_of(raw, "lastCid"),
        visitor_id=id_of(raw, "visitorId"),
        docking_id=id_of(raw, "partnerId"),
        kind=int_of(raw, "lastMsgType"),
        content=str_of(raw, "lastMsgContent"),
        at=seconds(raw.get("lastMsgTime")) or 0,
        unread=int_of(raw, "unReadNum"),
        company_id=id_of(raw, "sysNum"),
        extra=rest_of(raw, _LIST_KEYS),
    )


def _offline(raw: Mapping[str, Json]) -> OfflineMessage:
    return OfflineMessage(
        message_id=id_of(raw, "msgId"),
        docking_id=id_of(raw, "partnerId"),
        kind=str_of(raw, "msgType"),
        content=str_of(raw, "content"),
        agent_name=str_of(raw, "aname"),
        agent_avatar=str_of(raw, "aface"),
        params=str_of(raw, "params"),
        extra=rest_of(raw, _OFFLINE_KEYS),
    )


def _unread(raw: Mapping[str, Json]) -> UnreadMessage:
    return UnreadMessage(
        message_id=id_of(raw, "msgId"),
        docking_id=id_of(raw, "partnerId"),
        kind=str_of(raw, "msgType"),
        content=str_of(raw, "content"),
        chat_id=id_of(raw, "cid"),
        customer_id=id_of(raw, "uid"),
        agent_id=id_of(raw, "aid"),
        agent_name=str_of(raw, "aname"),
        agent_avatar=str_of(raw, "aface"),
        channel=int_of(raw, "channelFlag"),
        channel_name=str_of(raw, "appName"),
        chat_created=seconds(raw.get("createChatTime")) or 0,
        sent=seconds(raw.get("ts")) or 0,
        company_id=id_of(raw, "sysNum"),
        params=str_of(raw, "params"),
        extra=rest_of(raw, _UNREAD_KEYS),
    )
