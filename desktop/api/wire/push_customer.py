"""The three messages on customers (003 "Add Customer", "Update Customer", "Combine Customer")."""

from collections.abc import Mapping

from desktop.api.wire.custom_values import read_custom
from desktop.api.wire.customer_fields import READERS
from desktop.api.wire.record import RecordUnreadable
from desktop.api.wire.values import id_of, int_of, rest_of, seconds, str_of
from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.customers.fields import FIELD
from desktop.domain.ids import is_id
from desktop.domain.json import Json
from desktop.domain.push import CustomerAdded, CustomersMerged, CustomerUpdated, Operator

_DELETED = 9
_SWAPPED = {7: 8, 8: 7}

_FIELDS: Mapping[str, str] = {
    "user_nick": "nickname",
    "user_name": "real_name",
    "sex": "gender",
    "user_level": "vip_level",
    "user_status": "blacklisted",
    "remark": "note",
    "user_tels": "phone",
    "user_emails": "email",
    "qq": "qq",
    "wx": "wechat",
    "province_name": "province_name",
    "city_name": "city_name",
    "area_name": "district_name",
    "crm_status": "status",
    "stageid": "stage_id",
    "liable_agentid": "agent_id",
    "liable_agent_name": "agent_name",
    "wx_build_unionid": "app_union_id",
    "wx_build_unionId": "app_union_id",
    "create_datetime": "created",
    "create_type": "created_by_kind",
    "create_id": "creator_id",
    "create_name": "creator_name",
    "update_datetime": "updated",
    "update_id": "updater_id",
    "update_name": "updater_name",
    "status": "record_status",
    "companyid": "company_id",
}
_BESIDE = {
    "userid", "datetime", "update_type", "msg_type", "delete_reason", "stage_name", "stage_type", "is_black",
    "black_type", "black_reason", "black_endtime", "helper_agentid", "helper_agent_name", "liable_department_name",
    "qywx_friends_name", "group_chat_name", "bizid", "bizid_type", "biz_operatorid", "biz_operator_name",
    "biz_operator_type", "extend_field_values",
}  # fmt: skip
_KNOWN = frozenset(_BESIDE | _FIELDS.keys())
_MERGED_KEYS = frozenset(
    {"companyid", "datetime", "biz_operatorid", "msg_type", "biz_operator_name", "userid", "merged_userid"}
)


def read_customer_push(raw: Mapping[str, Json]) -> CustomerAdded | CustomerUpdated | CustomersMerged:
    """Read one entry of `content`. Raises RecordUnreadable for an entry that names no customer."""
    if "merged_userid" in raw:
        return _merged(raw)
    kind = CustomerUpdated if str_of(raw, "update_type").strip() else CustomerAdded
    return kind(
        customer=Customer(_customer_id(raw, "userid"), _fields(raw)),
        at=seconds(raw.get("datetime")) or 0,
        operator=_operator(raw),
        deleted=int_of(raw, "status") == _DELETED,
        delete_reason=str_of(raw, "delete_reason"),
        stage_name=str_of(raw, "stage_name"),
        stage_kind=int_of(raw, "stage_type"),
        blacklisted=int_of(raw, "is_black") == 1,
        black_type=str_of(raw, "black_type"),
        black_reason=str_of(raw, "black_reason"),
        black_until=seconds(raw.get("black_endtime")) or 0,
        assistant_id=id_of(raw, "helper_agentid"),
        assistant_name=str_of(raw, "helper_agent_name"),
        department_name=str_of(raw, "liable_department_name"),
        friends_name=str_of(raw, "qywx_friends_name"),
        group_chat_name=str_of(raw, "group_chat_name"),
        business_id=id_of(raw, "bizid"),
        business_kind=int_of(raw, "bizid_type"),
        extra=rest_of(raw, _KNOWN),
    )


def _merged(raw: Mapping[str, Json]) -> CustomersMerged:
    return CustomersMerged(
        _customer_id(raw, "userid"),
        _customer_id(raw, "merged_userid"),
        seconds(raw.get("datetime")) or 0,
        _operator(raw),
        id_of(raw, "companyid"),
        rest_of(raw, _MERGED_KEYS),
    )


def _operator(raw: Mapping[str, Json]) -> Operator:
    return Operator(
        id_of(raw, "biz_operatorid"), str_of(raw, "biz_operator_name"), int_of(raw, "biz_operator_type")
    )


def _customer_id(raw: Mapping[str, Json], key: str) -> str:
    identity = id_of(raw, key)
    if not identity:
        raise RecordUnreadable("id_missing")
    if not is_id(identity):
        raise RecordUnreadable("id_not_allowed")
    return identity


def _fields(raw: Mapping[str, Json]) -> dict[str, FieldValue]:
    """Read the fields the message fills: a push sends "" for what it says nothing about."""
    fields: dict[str, FieldValue] = {}
    for wire, name in _FIELDS.items():
        value = raw.get(wire)
        result = None if value in (None, "") else READERS[FIELD[name].kind](value)
        if result is not None:
            fields[name] = result
    custom = _custom(raw.get("extend_field_values"))
    return {**fields, "custom_fields": custom} if custom else fields


def _custom(value: Json) -> tuple[CustomValue, ...]:
    """Read custom fields; in a push 7 is a radio button and 8 a check box, elsewhere the other way round."""
    entries = read_custom(value)
    if not isinstance(entries, tuple):
        return ()
    customs = [entry for entry in entries if isinstance(entry, CustomValue)]
    return tuple(entry._replace(type=_SWAPPED.get(entry.type, entry.type)) for entry in customs)
