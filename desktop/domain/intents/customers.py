"""Edits of a customer's record and of enterprises."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.edits.lanes import ENTERPRISES, OF_CUSTOMER, OfCustomer
from desktop.domain.json import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCustomer(OfCustomer):
    """Change fields of a customer. `set` holds the new values by the names of `fields.FIELDS`.

    Custom fields stand under `custom_fields` as a mapping of field id to `data_value` text, only those
    that change.
    """

    op: ClassVar[str] = "update_customer"
    customer: str
    set: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCustomer:
    """Make a customer. `set` as in `UpdateCustomer`; `local` is its id here until the server gives one.

    With `anew` it is refused when somebody on the server has its phone or e-mail: nobody is changed by it.
    """

    op: ClassVar[str] = "create_customer"
    set: Mapping[str, Json]
    local: str = ""
    anew: bool = False

    @property
    def entity(self) -> str:
        """The lane of the customer to be."""
        return f"{OF_CUSTOMER}{self.local}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveEnterprise:
    """Make an enterprise, which cannot be read back. `set` holds values by names of `drafts.EnterpriseDraft`."""

    op: ClassVar[str] = "save_enterprise"
    set: Mapping[str, Json]

    @property
    def entity(self) -> str:
        """One lane for all enterprises."""
        return ENTERPRISES
