"""The wire names of a customer's fields, and how each value travels."""

from collections.abc import Callable, Mapping
from typing import Literal

from desktop.api.wire import values
from desktop.domain.customers.customer import FieldValue
from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.json import Json

Travel = Literal["string", "integer", "list", "tree"]
"""The type of a field in the document's tables."""

WIRE: Mapping[str, tuple[str, Travel]] = {
    "nickname": ("nick", "string"),
    "real_name": ("uname", "string"),
    "gender": ("sex", "integer"),
    "is_vip": ("is_vip", "string"),
    "vip_level": ("vip_level", "string"),
    "blacklisted": ("user_status", "string"),
    "language": ("language", "string"),
    "language_name": ("language_value", "string"),
    "timezone_id": ("timezoneid", "string"),
    "timezone_name": ("timezone_value", "string"),
    "note": ("remark", "string"),
    "phone": ("tel", "string"),
    "email": ("email", "string"),
    "qq": ("qq", "string"),
    "wechat": ("wx", "string"),
    "docking_id": ("partnerid", "string"),
    "visitor_ids": ("visitorids", "string"),
    "country_id": ("countryid", "string"),
    "country_name": ("country_name", "string"),
    "province_id": ("proviceid", "string"),
    "province_name": ("provice_name", "string"),
    "city_id": ("cityid", "string"),
    "city_name": ("city_name", "string"),
    "district_id": ("areaid", "string"),
    "district_name": ("area_name", "string"),
    "enterprise_id": ("enterpriseid", "string"),
    "enterprise_name": ("enterprise_name", "string"),
    "status": ("crm_status", "integer"),
    "stage_id": ("stageid", "string"),
    "agent_id": ("liable_serviceid", "string"),
    "agent_name": ("liable_service_name", "string"),
    "tags": ("biz_label", "string"),
    "wecom_tags": ("user_label", "string"),
    "custom_fields": ("ex_field_str", "string"),
    "fixed_fields": ("fixed_fields", "tree"),
    "extend_fields": ("extend_fields", "tree"),
    "external_user_id": ("external_userid", "string"),
    "app_union_id": ("wx_build_unionid", "string"),
    "wechat_external_ids": ("wx_external_userids", "list"),
    "wechat_union_ids": ("wx_unionids", "list"),
    "wechat_open_ids": ("wx_openids", "list"),
    "whatsapp_ids": ("whatsappids", "list"),
    "facebook_ids": ("faceBookids", "list"),
    "instagram_ids": ("instagramids", "list"),
    "line_ids": ("lineids", "list"),
    "telegram_ids": ("telegramids", "list"),
    "discord_ids": ("discordids", "list"),
    "wecom_friends": ("follow_user", "tree"),
    "development_mode": ("development_mode", "integer"),
    "source": ("source", "string"),
    "created": ("create_time", "integer"),
    "created_day": ("create_date", "integer"),
    "created_by_kind": ("create_type", "string"),
    "creator_id": ("create_serviceid", "string"),
    "creator_name": ("create_service_name", "string"),
    "updated": ("update_time", "integer"),
    "updater_id": ("update_user_id", "string"),
    "updater_name": ("update_user_name", "string"),
    "record_status": ("status", "integer"),
    "company_id": ("pid", "string"),
}
"""Domain name -> name and type in 003 "Query Customer List", its misspellings included."""

ALIASES: Mapping[str, str] = {
    "visitorIds": "visitor_ids",
    "partnerId": "docking_id",
    "countryId": "country_id",
    "countryName": "country_name",
    "proviceId": "province_id",
    "proviceName": "province_name",
    "provinceid": "province_id",
    "province_name": "province_name",
    "cityId": "city_id",
    "cityName": "city_name",
    "areaId": "district_id",
    "areaName": "district_name",
    "enterpriseId": "enterprise_id",
    "enterpriseName": "enterprise_name",
    "isVip": "is_vip",
    "vipLevel": "vip_level",
    "userStatus": "blacklisted",
    "createType": "created_by_kind",
    "createTime": "created",
    "createDate": "created_day",
    "updateTime": "updated",
    "wxExternalUserIds": "wechat_external_ids",
    "wxUnionIds": "wechat_union_ids",
    "wxOpenIds": "wechat_open_ids",
    "wx_build_unionId": "app_union_id",
}
"""Other spellings of the same fields: 003 "Query Customer Details" documents camelCase, its example is not."""

Reader = Callable[[Json], "FieldValue | None"]


def tree(value: Json) -> "FieldValue | None":
    """Keep JSON of any shape as it came."""
    return value


def nothing(_value: Json) -> None:
    """Read nothing: the name is unknown."""


def instant(value: Json) -> int | None:
    """Read a point in time as seconds; None from the year 5138 on, whose seconds would be read as milliseconds."""
    read = values.seconds(value)
    return None if read is None or abs(read) >= values.MILLISECONDS_FROM else read


READERS: Mapping[Kind, Reader] = {
    Kind.TEXT: values.text,
    Kind.CODE: values.code,
    Kind.SECONDS: instant,
    Kind.IDS: values.ids,
    Kind.LIST: values.strings,
    Kind.TREE: tree,
}
"""How a value of each kind is read; `Kind.CUSTOM` has a module of its own."""


def _of(*kinds: Kind) -> dict[str, str]:
    return {wire: name for name, (wire, _) in WIRE.items() if FIELD[name].kind in kinds}


TEXTS: Mapping[str, str] = _of(Kind.TEXT)
NUMBERS: Mapping[str, str] = _of(Kind.CODE, Kind.SECONDS)
"""Wire name -> domain name of the fields whose usual value is held as it comes."""
