"""The right editor for each field of a customer."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.domain.customers.fields import FIELD, Kind
from desktop.domain.customers.rules import NICKNAME_LONGEST, REAL_NAME_LONGEST, tidy_email, tidy_phone
from desktop.ui.fields.choice import ChoiceEditor, CompanyEditor
from desktop.ui.fields.context import FieldContext
from desktop.ui.fields.custom import custom_editor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.line import LineEditor
from desktop.ui.fields.note import NoteEditor
from desktop.ui.fields.offers import KINDS
from desktop.ui.fields.region import RegionEditor
from desktop.ui.fields.several import ListEditor, SeveralEditor
from desktop.ui.fields.titles import CUSTOM, REGION
from desktop.ui.wording.names import CODES

_LIMITS: Mapping[str, int] = {"nickname": NICKNAME_LONGEST, "real_name": REAL_NAME_LONGEST}
_SEVERAL: Mapping[str, Callable[[str], str]] = {"phone": tidy_phone, "email": tidy_email}


def editor_for(
    name: str, context: FieldContext, parent: QWidget | None = None, *, required: bool = False
) -> FieldEditor:
    """Return the editor of a field of `fields.FIELDS`, of "region" (all of a place), or of "custom:<id>".

    Raises KeyError for a custom field that the dictionary does not have.
    """
    kit = context.kit
    if name.startswith(CUSTOM):
        return custom_editor(context.collections.custom_fields[name.removeprefix(CUSTOM)], context, parent)
    if name == REGION:
        return RegionEditor(context, parent, required=required)
    if name == "enterprise_id":
        return CompanyEditor(kit, context.offers, context.find_companies, parent)
    if name in KINDS or name in CODES:
        return ChoiceEditor(name, kit, context.offers, parent, required=required)
    if name in _SEVERAL:
        return SeveralEditor(name, kit, _SEVERAL[name], parent)
    if FIELD[name].kind is Kind.LIST:
        return ListEditor(name, kit, parent, required=required)
    if name == "note":
        return NoteEditor(name, kit, parent, required=required)
    return LineEditor(name, kit, parent, required=required, limit=_LIMITS.get(name, 0))
