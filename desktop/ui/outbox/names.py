"""What customers are called, for lines that only know their ids."""

from collections.abc import Callable

from desktop.domain.customers.customer import Customer
from desktop.ui.whom.people import Reader
from desktop.ui.wording.lookup import short_id


class CustomerNames:
    """Answers at once with what is known, reads the rest from the cache and tells `changed` when it came."""

    def __init__(self, account: Reader, changed: Callable[[], None]) -> None:
        self._account = account
        self._changed = changed
        self._names: dict[str, str] = {}

    def __call__(self, customer_id: str) -> str:
        """Return a customer's name, its id as long as that is not known."""
        if customer_id not in self._names:
            self._names[customer_id] = short_id(customer_id)
            self._account.customer(customer_id, self._take)
        return self._names[customer_id]

    def forget(self) -> None:
        """Read the names anew when they are asked for."""
        self._names.clear()

    def _take(self, customer: Customer | None) -> None:
        if customer is not None and self._names.get(customer.id) != customer.name:
            self._names[customer.id] = customer.name
            self._changed()
