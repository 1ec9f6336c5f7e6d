"""What the detail panel lists for a customer: groups of labelled values. Pure: no widgets."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.customer import Customer, CustomValue
from desktop.domain.customers.fields import FIELDS, Field, Group, Kind
from desktop.domain.ids import is_local
from desktop.ui.wording.fieldtext import FieldText, pretty
from desktop.ui.wording.names import field_label, group_label

# Read by machines: they stand together at the end, their names stand in the groups.
_TECHNICAL = frozenset(
    {
        "language",
        "timezone_id",
        "country_id",
        "province_id",
        "city_id",
        "district_id",
        "enterprise_id",
        "agent_id",
        "creator_id",
        "updater_id",
        "company_id",
        "record_status",
        "created_day",
        "visitor_ids",
        "docking_id",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One field: `key` tells it apart, `text` is shown, `copied` goes to the clipboard."""

    key: str
    label: str
    text: str
    copied: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Block:
    """A group of lines under one heading."""

    key: str
    title: str
    lines: tuple[Line, ...]

    @property
    def filled(self) -> tuple[Line, ...]:
        """The lines that have something to show."""
        return tuple(line for line in self.lines if not line.empty)


def blocks_of(customer: Customer, texts: FieldText) -> list[Block]:
    """Return every field of the record: the catalogue's groups, ids, then what the catalogue does not know."""
    groups = [
        Block(group.value, group_label(group), tuple(_lines(customer, group, texts)))
        for group in Group
        if group is not Group.LABELS
    ]
    unknown = QCoreApplication.translate("Names", "Other fields from the server")
    return [
        *(block for block in groups if block.lines),
        Block("ids", QCoreApplication.translate("Names", "Identifiers"), tuple(_ids(customer, texts))),
        *([Block("extra", unknown, tuple(_extra(customer)))] if customer.extra else []),
    ]


def _lines(customer: Customer, group: Group, texts: FieldText) -> Iterator[Line]:
    for field in FIELDS:
        if field.group is not group or field.name in _TECHNICAL:
            continue
        if field.name == "custom_fields":
            yield from _custom(customer, texts)
        else:
            yield _line(customer, field, texts)


def _ids(customer: Customer, texts: FieldText) -> Iterator[Line]:
    own = "" if is_local(customer.id) else customer.id
    yield Line("id", QCoreApplication.translate("Names", "Customer ID"), own, own)
    for field in FIELDS:
        if field.name in _TECHNICAL:
            value = customer.fields.get(field.name)
            text = texts.full(field.name, value) if field.kind is Kind.SECONDS else str(value or "")
            yield Line(field.name, field_label(field.name), text, text)


def _line(customer: Customer, field: Field, texts: FieldText) -> Line:
    value = customer.fields.get(field.name)
    text = texts.full(field.name, value)
    if text in ("{}", "[]"):
        text = ""
    return Line(field.name, field_label(field.name), text, texts.copied(field.name, value))


def _custom(customer: Customer, texts: FieldText) -> Iterator[Line]:
    values = customer.fields.get("custom_fields", ())
    if not isinstance(values, tuple):
        return
    for value in values:
        if isinstance(value, CustomValue):
            text = texts.custom_text(value)
            yield Line(f"custom.{value.field_id}", texts.custom_name(value), text, text)


def _extra(customer: Customer) -> Iterator[Line]:
    for name, value in customer.extra.items():
        text = value if isinstance(value, str) else pretty(value)
        yield Line(f"extra.{name}", name, text, text)
