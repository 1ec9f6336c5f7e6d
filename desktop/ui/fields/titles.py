"""What the editors of fields are called: the customer's words, not those of ids and codes."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.wording.names import field_label

CUSTOM = "custom:"
"""Before the id of a custom field, where it stands among other fields' names."""

REGION = "region"
"""The name under which province, city and district stand together."""

_CALLED = {
    "agent_id": "agent_name",
    "country_id": "country_name",
    "enterprise_id": "enterprise_name",
    "timezone_id": "timezone_name",
    "language": "language_name",
    "province_id": "province_name",
    "city_id": "city_name",
    "district_id": "district_name",
}


def title_of(name: str) -> str:
    """Return what a field is called where its value is chosen by name."""
    if name == REGION:
        return QCoreApplication.translate("Fields", "Region")
    return field_label(_CALLED.get(name, name))
