"""The customer's forms: editing one, making one; what they are called and what saving them means."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers.customer import Customer
from desktop.domain.errors import InvalidInput
from desktop.domain.intents.customers import CreateCustomer, UpdateCustomer
from desktop.domain.intents.intent import Intent
from desktop.domain.json import Json
from desktop.qt.safetext import visible
from desktop.ui.form.sheet_view import SheetView
from desktop.ui.wording.errortext import sentence
from desktop.ui.wording.formats import listed

FOLLOW_UP = 3
"""The status that needs an agent."""


def draft_of(customer_id: str) -> str:
    """Return the name of the draft of a customer's form."""
    return f"customer/{customer_id}"


def agent_problems(view: SheetView, status: Json) -> dict[str, str]:
    """Return what is missing when a customer in follow-up has no agent."""
    if status != FOLLOW_UP or not view.place_of("agent_id") or view.value("agent_id"):
        return {}
    return {"agent_id": sentence(InvalidInput("agent_id", "agent_needed"))}


class EditCustomer:
    """Change fields of a customer."""

    def __init__(self, customer: Customer) -> None:
        self.customer = customer

    @property
    def draft_name(self) -> str:
        """The name its draft is kept under."""
        return draft_of(self.customer.id)

    def title(self) -> str:
        """Return the heading in the language shown."""
        return QCoreApplication.translate("Form", "Edit {customer}").format(customer=self._name())

    def verb(self) -> str:
        """Return the word on the button that saves."""
        return QCoreApplication.translate("Form", "Save")

    def problems(self, view: SheetView) -> Mapping[str, str]:
        """Refuse to take the agent from a customer in follow-up."""
        touched = view.place_of("agent_id") in view.sheet.touched
        return agent_problems(view, self.customer.number("status")) if touched else {}

    def intent(self, values: Mapping[str, Json]) -> Intent:
        """Return the edit that saves these values."""
        return UpdateCustomer(customer=self.customer.id, set=dict(values))

    def label(self, fields: Sequence[str]) -> str:
        """Return what the edit is called when it is undone."""
        text = QCoreApplication.translate("Form", "Change {fields} of {customer}")
        return text.format(fields=listed(fields), customer=self._name())

    def _name(self) -> str:
        return visible(self.customer.name, limit=40)


class NewCustomer:
    """Make a customer; `token` tells several new ones apart."""

    LEAD = "new/"
    DEFAULTS: ClassVar[Mapping[str, Json]] = {"status": 1}
    """What stands in the form from the start."""

    def __init__(self, token: str) -> None:
        self.token = token

    @property
    def draft_name(self) -> str:
        """The name its draft is kept under."""
        return f"{self.LEAD}{self.token}"

    def title(self) -> str:
        """Return the heading in the language shown."""
        return QCoreApplication.translate("Form", "New customer")

    def verb(self) -> str:
        """Return the word on the button that saves."""
        return QCoreApplication.translate("Form", "Create")

    def problems(self, view: SheetView) -> Mapping[str, str]:
        """Ask for an agent where the status needs one."""
        return agent_problems(view, view.value("status"))

    def intent(self, values: Mapping[str, Json]) -> Intent:
        """Return the edit that makes the customer."""
        return CreateCustomer(set={**self.DEFAULTS, **values})

    def label(self, _fields: Sequence[str]) -> str:
        """Return what the edit is called when it is undone."""
        return QCoreApplication.translate("Form", "Create a customer")
