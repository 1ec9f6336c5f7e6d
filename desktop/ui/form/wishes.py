"""What the outbox calls edits of records: changed, created, companies."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.fields import Group
from desktop.domain.customers.values import flat
from desktop.domain.intents.customers import CreateCustomer, SaveEnterprise, UpdateCustomer
from desktop.domain.json import Json
from desktop.qt.safetext import visible
from desktop.ui.fields.titles import CUSTOM, title_of
from desktop.ui.outbox.lines import Line
from desktop.ui.wording.formats import listed
from desktop.ui.wording.lookup import Lookup
from desktop.ui.wording.names import group_label

_SHOWN = 4
_PLACE = ("province_", "city_", "district_")


def changed_text(line: Line, lookup: Lookup, name: Callable[[str], str]) -> str:
    """Return "Change Phone, Note of 张伟"."""
    intent = line.intent
    wanted = intent.set if isinstance(intent, UpdateCustomer) else {}
    text = QCoreApplication.translate("Form", "Change {fields} of {customer}")
    return text.format(fields=fields_text(wanted, lookup), customer=name(line.customers[0]))


def created_text(line: Line, _lookup: Lookup, _name: Callable[[str], str]) -> str:
    """Return "Create the customer Lin"."""
    wanted = line.intent.set if isinstance(line.intent, CreateCustomer) else {}
    text = QCoreApplication.translate("Form", "Create the customer {name}")
    return text.format(name=visible(str(wanted.get("nickname", "")), limit=60))


def company_text(line: Line, _lookup: Lookup, _name: Callable[[str], str]) -> str:
    """Return "Create the company Blue Harbour"."""
    wanted = line.intent.set if isinstance(line.intent, SaveEnterprise) else {}
    text = QCoreApplication.translate("Form", "Create the company {name}")
    return text.format(name=visible(str(wanted.get("name", "")), limit=60))


def fields_text(wanted: Mapping[str, Json], lookup: Lookup) -> str:
    """Return what the fields of an edit are called, the first few of many."""
    names = list(dict.fromkeys(_called(field, lookup) for field in flat(wanted)))
    shown = listed(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}…"


def _called(field: str, lookup: Lookup) -> str:
    if field.startswith(CUSTOM):
        own = lookup.custom_field(field.removeprefix(CUSTOM))
        return visible(own.name, limit=40) if own else field.removeprefix(CUSTOM)
    return group_label(Group.PLACE) if field.startswith(_PLACE) else title_of(field)
