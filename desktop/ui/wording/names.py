"""What the fields, groups and codes of a customer are called on screen."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.fields import Group
from desktop.ui.wording.noop import QT_TRANSLATE_NOOP

_FIELDS: dict[str, str] = {
    "nickname": QT_TRANSLATE_NOOP("Names", "Nickname"),
    "real_name": QT_TRANSLATE_NOOP("Names", "Real name"),
    "gender": QT_TRANSLATE_NOOP("Names", "Gender"),
    "is_vip": QT_TRANSLATE_NOOP("Names", "VIP"),
    "vip_level": QT_TRANSLATE_NOOP("Names", "VIP level"),
    "blacklisted": QT_TRANSLATE_NOOP("Names", "Blacklisted"),
    "language": QT_TRANSLATE_NOOP("Names", "Language code"),
    "language_name": QT_TRANSLATE_NOOP("Names", "Language"),
    "timezone_id": QT_TRANSLATE_NOOP("Names", "Time zone ID"),
    "timezone_name": QT_TRANSLATE_NOOP("Names", "Time zone"),
    "note": QT_TRANSLATE_NOOP("Names", "Note"),
    "phone": QT_TRANSLATE_NOOP("Names", "Phone"),
    "email": QT_TRANSLATE_NOOP("Names", "E-mail"),
    "qq": QT_TRANSLATE_NOOP("Names", "QQ"),
    "wechat": QT_TRANSLATE_NOOP("Names", "WeChat"),
    "docking_id": QT_TRANSLATE_NOOP("Names", "Docking ID"),
    "visitor_ids": QT_TRANSLATE_NOOP("Names", "Visitor IDs"),
    "country_id": QT_TRANSLATE_NOOP("Names", "Country ID"),
    "country_name": QT_TRANSLATE_NOOP("Names", "Country"),
    "province_id": QT_TRANSLATE_NOOP("Names", "Province ID"),
    "province_name": QT_TRANSLATE_NOOP("Names", "Province"),
    "city_id": QT_TRANSLATE_NOOP("Names", "City ID"),
    "city_name": QT_TRANSLATE_NOOP("Names", "City"),
    "district_id": QT_TRANSLATE_NOOP("Names", "District ID"),
    "district_name": QT_TRANSLATE_NOOP("Names", "District"),
    "enterprise_id": QT_TRANSLATE_NOOP("Names", "Company ID"),
    "enterprise_name": QT_TRANSLATE_NOOP("Names", "Company"),
    "status": QT_TRANSLATE_NOOP("Names", "Customer list"),
    "stage_id": QT_TRANSLATE_NOOP("Names", "Stage"),
    "agent_id": QT_TRANSLATE_NOOP("Names", "Agent ID"),
    "agent_name": QT_TRANSLATE_NOOP("Names", "Agent"),
    "tags": QT_TRANSLATE_NOOP("Names", "Tags"),
    "wecom_tags": QT_TRANSLATE_NOOP("Names", "WeCom tags"),
    "custom_fields": QT_TRANSLATE_NOOP("Names", "Custom fields"),
    "fixed_fields": QT_TRANSLATE_NOOP("Names", "Fixed fields"),
    "extend_fields": QT_TRANSLATE_NOOP("Names", "Extension fields"),
    "external_user_id": QT_TRANSLATE_NOOP("Names", "WeCom external ID"),
    "app_union_id": QT_TRANSLATE_NOOP("Names", "App union ID"),
    "wechat_external_ids": QT_TRANSLATE_NOOP("Names", "WeChat external IDs"),
    "wechat_union_ids": QT_TRANSLATE_NOOP("Names", "WeChat union IDs"),
    "wechat_open_ids": QT_TRANSLATE_NOOP("Names", "WeChat open IDs"),
    "whatsapp_ids": QT_TRANSLATE_NOOP("Names", "WhatsApp"),
    "facebook_ids": QT_TRANSLATE_NOOP("Names", "Facebook"),
    "instagram_ids": QT_TRANSLATE_NOOP("Names", "Instagram"),
    "line_ids": QT_TRANSLATE_NOOP("Names", "LINE"),
    "telegram_ids": QT_TRANSLATE_NOOP("Names", "Telegram"),
    "discord_ids": QT_TRANSLATE_NOOP("Names", "Discord"),
    "wecom_friends": QT_TRANSLATE_NOOP("Names", "WeCom employees added"),
    "development_mode": QT_TRANSLATE_NOOP("Names", "Development mode"),
    "source": QT_TRANSLATE_NOOP("Names", "Source"),
    "created": QT_TRANSLATE_NOOP("Names", "Created"),
    "created_day": QT_TRANSLATE_NOOP("Names", "Created on"),
    "created_by_kind": QT_TRANSLATE_NOOP("Names", "Created through"),
    "creator_id": QT_TRANSLATE_NOOP("Names", "Creator ID"),
    "creator_name": QT_TRANSLATE_NOOP("Names", "Created by"),
    "updated": QT_TRANSLATE_NOOP("Names", "Updated"),
    "updater_id": QT_TRANSLATE_NOOP("Names", "Updater ID"),
    "updater_name": QT_TRANSLATE_NOOP("Names", "Updated by"),
    "record_status": QT_TRANSLATE_NOOP("Names", "Record status"),
    "company_id": QT_TRANSLATE_NOOP("Names", "Account ID"),
}

_GROUPS: dict[Group, str] = {
    Group.IDENTITY: QT_TRANSLATE_NOOP("Names", "Who"),
    Group.CONTACT: QT_TRANSLATE_NOOP("Names", "Contact"),
    Group.PLACE: QT_TRANSLATE_NOOP("Names", "Place"),
    Group.COMPANY: QT_TRANSLATE_NOOP("Names", "Company"),
    Group.FOLLOW_UP: QT_TRANSLATE_NOOP("Names", "Follow-up"),
    Group.LABELS: QT_TRANSLATE_NOOP("Names", "Tags"),
    Group.CUSTOM: QT_TRANSLATE_NOOP("Names", "Custom fields"),
    Group.SOCIAL: QT_TRANSLATE_NOOP("Names", "Social accounts"),
    Group.ORIGIN: QT_TRANSLATE_NOOP("Names", "Origin"),
}

CODES: dict[str, dict[int, str]] = {
    "gender": {
        1: QT_TRANSLATE_NOOP("Names", "Male"),
        2: QT_TRANSLATE_NOOP("Names", "Female"),
    },
    "is_vip": {
        0: QT_TRANSLATE_NOOP("Names", "No"),
        1: QT_TRANSLATE_NOOP("Names", "Yes"),
    },
    "blacklisted": {
        0: QT_TRANSLATE_NOOP("Names", "No"),
        1: QT_TRANSLATE_NOOP("Names", "Yes"),
    },
    "status": {
        1: QT_TRANSLATE_NOOP("Names", "New"),
        2: QT_TRANSLATE_NOOP("Names", "To assign"),
        3: QT_TRANSLATE_NOOP("Names", "Following up"),
        4: QT_TRANSLATE_NOOP("Names", "Pool"),
    },
    "development_mode": {
        1: QT_TRANSLATE_NOOP("Names", "Third-party development"),
        2: QT_TRANSLATE_NOOP("Names", "Self-built app"),
    },
    "created_by_kind": {
        1: QT_TRANSLATE_NOOP("Names", "Agent"),
        2: QT_TRANSLATE_NOOP("Names", "Collection bot"),
        3: QT_TRANSLATE_NOOP("Names", "Reception bot"),
        4: QT_TRANSLATE_NOOP("Names", "Voice bot"),
        5: QT_TRANSLATE_NOOP("Names", "Telemarketing bot"),
        6: QT_TRANSLATE_NOOP("Names", "Trigger"),
        7: QT_TRANSLATE_NOOP("Names", "Scheduled task"),
    },
}
"""The fixed codes of document 003; `status` 1..4 are the lists that `module_type` 2..5 ask for."""


def field_label(name: str) -> str:
    """Return the label of a field in the language shown; an unknown field keeps its own name."""
    text = _FIELDS.get(name)
    return QCoreApplication.translate("Names", text) if text else name


def group_label(group: Group) -> str:
    """Return the heading of a group of fields."""
    return QCoreApplication.translate("Names", _GROUPS[group])


def code_name(field: str, code: int) -> str:
    """Return what a code of `field` means; an unknown code is shown as it is."""
    text = CODES.get(field, {}).get(code)
    return QCoreApplication.translate("Names", text) if text else str(code)
