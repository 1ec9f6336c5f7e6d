"""What is sent to create or change customers, enterprises and tags on a customer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.customers.customer import CustomValue, FieldValue


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer to create (003 "Create Customer").

    `nickname` has 50 characters at most. `status`: 1 first inquiry, 2 to be assigned, 3 follow-up (which needs
    `agent_id` among the fields), 4 pool. `fields` holds values by the names of `fields.FIELDS`, in the form of
    their kind.
    """

    nickname: str
    status: int
    fields: Mapping[str, FieldValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CustomerChanges:
    """Changes of a customer (003 "Edit Customer Info"): the fields given, by the names of `fields.FIELDS`.

    The server wants the nickname with every change. With `overwrite_custom` it wipes every custom field that is
    not given.
    """

    nickname: str
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    overwrite_custom: bool = False


@dataclass(frozen=True, slots=True)
class SavedCustomer:
    """What creating did: the id, and whether the server found an existing customer and updated that one."""

    id: str
    action: Literal["add", "update", ""]


@dataclass(frozen=True, slots=True)
class EnterpriseDraft:
    """An enterprise to create (003 "Create Enterprise")."""

    name: str
    province_id: str = ""
    province_name: str = ""
    city_id: str = ""
    city_name: str = ""
    district_id: str = ""
    district_name: str = ""
    domains: tuple[str, ...] = ()
    custom_fields: tuple[CustomValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A business tag as it hangs on a customer."""

    id: str
    name: str
    color: str = ""


@dataclass(frozen=True, slots=True)
class CustomerLabels:
    """The business tags of one customer (003 "Query Customer Tags in Batch")."""

    customer_id: str
    labels: tuple[Label, ...]
