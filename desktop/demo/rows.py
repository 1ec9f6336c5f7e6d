"""How a customer's record is shown: as a row of the list and as the detail."""

from desktop.demo.options import Quirks
from desktop.demo.people import Record, row_of
from desktop.demo.places import LANGUAGES, zones
from desktop.demo.tagging import Tags
from desktop.demo.tenant import named

_ZONES = dict(zones())
_LANGUAGES = dict(LANGUAGES)
_CAMEL = {
    "visitorids": "visitorIds",
    "partnerid": "partnerId",
    "countryid": "countryId",
    "country_name": "countryName",
    "proviceid": "proviceId",
    "provice_name": "proviceName",
    "cityid": "cityId",
    "city_name": "cityName",
    "areaid": "areaId",
    "area_name": "areaName",
    "enterpriseid": "enterpriseId",
    "enterprise_name": "enterpriseName",
    "is_vip": "isVip",
    "vip_level": "vipLevel",
    "user_status": "userStatus",
    "create_type": "createType",
    "create_time": "createTime",
    "create_date": "createDate",
    "update_time": "updateTime",
    "wx_external_userids": "wxExternalUserIds",
    "wx_unionids": "wxUnionIds",
    "wx_openids": "wxOpenIds",
}

_UNNAMED = frozenset({"crm_status", "liable_serviceid", "liable_service_name"})
"""What the table of the detail does not name."""


class Rows:
    """Shows records with the server's quirks and without tags that are no more."""

    def __init__(self, quirks: Quirks, tags: Tags) -> None:
        self._quirks = quirks
        self._tags = tags

    def show(self, number: int, record: Record, language: str) -> Record:
        """Return the row of a customer in the list."""
        row = self._living(row_of(record), language)
        scalars = self._quirks.scalars
        if scalars == "string" or (scalars == "mixed" and number % 2):
            row = {name: str(value) if type(value) is int else value for name, value in row.items()}
        return row

    def detail(self, record: Record, language: str) -> Record:
        """Return the detail of a customer: numbers as strings, in snake or camel case."""
        shown = self._living(dict(record), language)
        shown = {name: str(value) if type(value) is int else value for name, value in shown.items()}
        if self._quirks.detail == "table":
            shown = {name: value for name, value in shown.items() if name not in _UNNAMED}
        if self._quirks.detail != "snake":
            shown = {_CAMEL.get(name, name): value for name, value in shown.items()}
        return shown

    def _living(self, record: Record, language: str) -> Record:
        labels = record.get("biz_label")
        if labels:
            alive = self._tags.alive(labels)
            record.pop("biz_label")
            record |= {"biz_label": ",".join(alive)} if alive else {}
        zone, code = _ZONES.get(record.get("timezoneid", "")), _LANGUAGES.get(record.get("language", ""))
        if zone:
            record["timezone_value"] = named(zone, language)
        if code:
            record["language_value"] = named(code, language)
        return record
