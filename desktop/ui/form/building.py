"""The fields of a customer's form: which editors, in which order, under which headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELDS, Group, Kind
from desktop.domain.json import Json
from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.custom import UnknownEditor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.editors import editor_for
from desktop.ui.fields.titles import CUSTOM, REGION
from desktop.ui.form.labels import show_labels
from desktop.ui.form.section import FormSection
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.wording.names import group_label
from desktop.ui.wording.words import AccountWords

UNREADABLE = "ex_field_str"
"""Where a record keeps custom fields that could not be read."""

_SECTIONS: tuple[tuple[Group, tuple[str, ...]], ...] = (
    (
        Group.IDENTITY,
        ("nickname", "real_name", "gender", "is_vip", "vip_level", "language", "timezone_id", "note"),
    ),
    (Group.CONTACT, ("phone", "email", "qq", "wechat", "docking_id", "visitor_ids")),
    (Group.PLACE, (REGION, "country_id")),
    (Group.COMPANY, ("enterprise_id",)),
    (Group.FOLLOW_UP, ("status", "agent_id")),
    (Group.LABELS, ()),
    (Group.CUSTOM, ()),
    (
        Group.SOCIAL,
        ("app_union_id", *(one.name for one in FIELDS if one.group is Group.SOCIAL and one.kind is Kind.LIST)),
    ),
)
_WIDE = ("note", REGION, "enterprise_id")
_REQUIRED = frozenset({"nickname", "status"})
_ONLY_EDITED = frozenset({"vip_level"})
_ONLY_MADE = frozenset({"status"})
"""Fields that one of the two calls does not take (003 "Create Customer", "Edit Customer Info")."""
_MULTI_LINE = 2


@dataclass(frozen=True, slots=True)
class Tools:
    """What the fields of forms are made with, for one account."""

    context: FieldContext
    words: AccountWords


def customer_view(tools: Tools, customer: Customer | None, parent: QWidget) -> SheetView:
    """Return the fields of an existing customer, or (None) of one to be made."""
    view = SheetView(partial(value_text, tools), parent)
    absent = _ONLY_EDITED if customer is None else _ONLY_MADE
    for group, names in _SECTIONS:
        section = FormSection(
            partial(group_label, group),
            tools.context.kit,
            view.body,
            wide=(*_WIDE, *_wide_custom(tools)),
            folding=group is Group.SOCIAL,
        )
        editors = [
            editor_for(name, tools.context, view.body, required=name in _REQUIRED)
            for name in names
            if name not in absent
        ]
        for editor in editors:
            if editor.name == "status":
                editor.set_title(lambda: QCoreApplication.translate("Form", "Status"))
        if group is Group.LABELS and customer is not None:
            show_labels(section, customer, tools.words.lookup, tools.context.kit)
        if group is Group.CUSTOM:
            editors = _custom(tools, customer, section, view.body)
        for editor in editors:
            editor.set_lenient(customer is not None)
        view.add_section(section, editors)
    return view


def _custom(tools: Tools, customer: Customer | None, section: FormSection, body: QWidget) -> list[FieldEditor]:
    known = tools.context.collections.custom_fields
    editors = [editor_for(CUSTOM + key, tools.context, body) for key in known]
    for value in _held(customer):
        if value.field_id not in known:
            stranger = UnknownEditor(CUSTOM + value.field_id, tools.context.kit, body)
            stranger.set_title(value.field_id)
            editors.append(stranger)
    if customer is not None and customer.extra.get(UNREADABLE):
        for editor in editors:
            editor.set_read_only(True)
        section.say(
            QCoreApplication.translate(
                "Form",
                "Sobot sent custom fields that cannot be read. They stay as they are and cannot be changed here.",
            )
        )
    return editors


def _held(customer: Customer | None) -> Sequence[CustomValue]:
    held = customer.fields.get("custom_fields") if customer else None
    return [one for one in held if isinstance(one, CustomValue)] if isinstance(held, tuple) else []


def _wide_custom(tools: Tools) -> list[str]:
    fields = tools.context.collections.custom_fields.values()
    return [CUSTOM + field.id for field in fields if field.type == _MULTI_LINE]


def value_text(tools: Tools, field: str, value: Json) -> str:
    """Return what a value reads like."""
    if value is None or value in ("", []):
        return ""
    if field.startswith(CUSTOM):
        return tools.words.texts.custom_text(CustomValue(field.removeprefix(CUSTOM), str(value)))
    named = tools.context.offers.name(field, str(value))
    return named or tools.words.texts.full(field, tuple(value) if isinstance(value, list) else value)
