"""What must be sent in order: an intent's lane. Edits of one lane go one after the other, lanes side by side."""

from typing import Protocol

TAG_ADMINISTRATION = "tags"
"""One lane for all tag administration: a tag's names are unique in their group, so order matters there."""

ENTERPRISES = "enterprises"

OF_CUSTOMER = "customer:"
"""What the names of customers' lanes begin with."""


class _Customers(Protocol):
    @property
    def customer(self) -> str: ...


class OfCustomer:
    """An edit of one customer."""

    __slots__ = ()

    @property
    def entity(self: _Customers) -> str:
        """The customer's lane."""
        return f"{OF_CUSTOMER}{self.customer}"


class OfTagAdministration:
    """An edit of tag groups and tags."""

    __slots__ = ()

    @property
    def entity(self) -> str:
        """The lane of tag administration."""
        return TAG_ADMINISTRATION
