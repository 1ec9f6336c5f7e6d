"""The small tables: sources, levels, custom fields, regions, time zones, languages, countries (003)."""

from collections.abc import Mapping

from desktop.api.request import Call, get
from desktop.api.wire.record import needed, read_list
from desktop.api.wire.values import id_of, int_of, objects, rest_of, str_of
from desktop.domain.dictionaries import (
    Country,
    CustomField,
    FieldOption,
    Language,
    Region,
    Source,
    TimeZone,
    VipLevel,
)
from desktop.domain.ids import checked_id
from desktop.domain.json import Json

_USER = "/api/scrm/5/user"
_DYNAMIC = "/api/scrm/5/user_dynamic"
_FIELDS = "/api/scrm/5/custom_field"

_FIELD_KEYS = frozenset(
    {
        "field_id",
        "field_name",
        "field_variable",
        "field_type",
        "fill_flag",
        "field_status",
        "field_remark",
        "operate_type",
        "cus_field_data_info_list",
    }
)


def sources() -> Call[tuple[Source, ...]]:
    """Build "Query Customer Source"."""
    return Call(get(f"{_DYNAMIC}/getsource"), lambda reply: read_list(reply, _source))


def _source(raw: Mapping[str, Json]) -> Source:
    return Source(needed(id_of(raw, "value")), str_of(raw, "label"))


def vip_levels() -> Call[tuple[VipLevel, ...]]:
    """Build "Query Customer Level"."""
    return Call(get(f"{_FIELDS}/get_vip_level_data_list"), lambda reply: read_list(reply, _vip_level))


def _vip_level(raw: Mapping[str, Json]) -> VipLevel:
    return VipLevel(needed(id_of(raw, "data_value")), str_of(raw, "data_name"))


def customer_fields() -> Call[tuple[CustomField, ...]]:
    """Build "Query Customer Custom Field"."""
    return Call(get(f"{_FIELDS}/custom_fieid_info_list"), lambda reply: read_list(reply, _custom_field))


def enterprise_fields() -> Call[tuple[CustomField, ...]]:
    """Build "Query Enterprise Custom Field"."""
    return Call(
        get("/api/scrm/5/enterprise/query_custom_field_list"), lambda reply: read_list(reply, _custom_field)
    )


def _custom_field(raw: Mapping[str, Json]) -> CustomField:
    return CustomField(
        id=needed(id_of(raw, "field_id")),
        name=str_of(raw, "field_name"),
        variable=str_of(raw, "field_variable"),
        type=int_of(raw, "field_type", 1),
        required=int_of(raw, "fill_flag") == 1,
        status=int_of(raw, "field_status", 1),
        remark=str_of(raw, "field_remark"),
        operate_type=int_of(raw, "operate_type"),
        options=tuple(_option(item) for item in objects(raw.get("cus_field_data_info_list"))),
        extra=rest_of(raw, _FIELD_KEYS),
    )


def _option(raw: Mapping[str, Json]) -> FieldOption:
    return FieldOption(
        value=id_of(raw, "data_value"),
        name=str_of(raw, "data_name"),
        id=id_of(raw, "data_id"),
        param_name=str_of(raw, "data_params"),
    )


def provinces() -> Call[tuple[Region, ...]]:
    """Build "Query Province"."""
    return Call(
        get(f"{_DYNAMIC}/provice"),
        lambda reply: read_list(reply, lambda raw: _region(raw, "provinceid", "province_name", "")),
    )


def cities(province_id: str) -> Call[tuple[Region, ...]]:
    """Build "Query City"."""
    parent = checked_id("province_id", province_id)
    return Call(
        get(f"{_DYNAMIC}/city/{parent}"),
        lambda reply: read_list(reply, lambda raw: _region(raw, "cityid", "city_name", parent)),
    )


def districts(city_id: str) -> Call[tuple[Region, ...]]:
    """Build "Query District and County"."""
    parent = checked_id("city_id", city_id)
    return Call(
        get(f"{_DYNAMIC}/area/{parent}"),
        lambda reply: read_list(reply, lambda raw: _region(raw, "areaid", "area_name", parent)),
    )


def _region(raw: Mapping[str, Json], key: str, name: str, parent: str) -> Region:
    return Region(needed(id_of(raw, key)), str_of(raw, name), parent)


def time_zones(language: str) -> Call[tuple[TimeZone, ...]]:
    """Build "Search Time Zone"."""
    return Call(get(f"{_USER}/get_timezone", {"language": language}), lambda reply: read_list(reply, _time_zone))


def _time_zone(raw: Mapping[str, Json]) -> TimeZone:
    return TimeZone(needed(id_of(raw, "timezoneid")), str_of(raw, "timezone_value"))


def languages(language: str) -> Call[tuple[Language, ...]]:
    """Build "Search language"."""
    return Call(get(f"{_USER}/get_language", {"language": language}), lambda reply: read_list(reply, _language))


def _language(raw: Mapping[str, Json]) -> Language:
    return Language(needed(id_of(raw, "language_code")), str_of(raw, "language_value"))


def countries(language: str) -> Call[tuple[Country, ...]]:
    """Build "Search country"."""
    return Call(get(f"{_USER}/get_country", {"language": language}), lambda reply: read_list(reply, _country))


def _country(raw: Mapping[str, Json]) -> Country:
    return Country(needed(id_of(raw, "countryid")), str_of(raw, "country_name"))
