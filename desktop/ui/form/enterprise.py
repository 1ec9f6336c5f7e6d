"""The form of a company to be made: its fields, what it is called, what saving it means."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.customers.fields import Group
from desktop.domain.intents.customers import SaveEnterprise
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json
from desktop.ui.fields.custom import custom_editor
from desktop.ui.fields.line import LineEditor
from desktop.ui.fields.region import RegionEditor
from desktop.ui.fields.several import ListEditor
from desktop.ui.fields.titles import REGION
from desktop.ui.form.building import Tools, value_text
from desktop.ui.form.section import FormSection
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.wording.names import group_label

NAME, DOMAINS = "name", "domains"


class NewEnterprise:
    """Make a company."""

    draft_name = "enterprise"

    def title(self) -> str:
        """Return the heading in the language shown."""
        return QCoreApplication.translate("Form", "New company")

    def verb(self) -> str:
        """Return the word on the button that saves."""
        return QCoreApplication.translate("Form", "Create")

    def problems(self, _view: SheetView) -> Mapping[str, str]:
        """Have nothing against it that its fields do not say."""
        return {}

    def intent(self, values: Mapping[str, Json]) -> Intent:
        """Return the edit that makes the company."""
        return SaveEnterprise(set=dict(values))

    def label(self, _fields: Sequence[str]) -> str:
        """Return what the edit is called."""
        return QCoreApplication.translate("Form", "Create a company")


def enterprise_view(tools: Tools, parent: QWidget) -> SheetView:
    """Return the fields of a company."""
    view = SheetView(partial(value_text, tools), parent)
    context, body = tools.context, view.body
    company = FormSection(partial(group_label, Group.COMPANY), context.kit, body, wide=(NAME, DOMAINS))
    name = LineEditor(NAME, context.kit, body, required=True)
    name.set_title(lambda: QCoreApplication.translate("Form", "Company name"))
    domains = ListEditor(DOMAINS, context.kit, body)
    domains.set_title(lambda: QCoreApplication.translate("Form", "Domains"))
    domains.set_hint(lambda: QCoreApplication.translate("Form", "Such as example.com"))
    view.add_section(company, [name, domains])
    place = FormSection(partial(group_label, Group.PLACE), context.kit, body, wide=(REGION,))
    view.add_section(place, [RegionEditor(context, body)])
    custom = FormSection(partial(group_label, Group.CUSTOM), context.kit, body)
    fields = context.collections.enterprise_fields.values()
    view.add_section(custom, [custom_editor(field, context, body) for field in fields])
    return view
