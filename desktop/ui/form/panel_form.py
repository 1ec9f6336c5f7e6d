"""The form of one customer, in the panel or in a window, following the record while it is open."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.customers.customer import Customer
from desktop.domain.json import Json
from desktop.ui.form.frame import FormFrame
from desktop.ui.form.notice import Notice
from desktop.ui.form.sheet import values_of
from desktop.ui.kit import Kit


class CustomerForm(QObject):
    """Keeps a form of an existing customer up to the record. `anew_wanted` when it shall become a new customer."""

    anew_wanted = Signal()

    def __init__(
        self,
        customer: Customer,
        frame: FormFrame,
        read: Callable[[str, Callable[[Customer | None], None]], None],
        kit: Kit,
    ) -> None:
        super().__init__(frame)
        self.customer = customer
        self.frame = frame
        self._read = read
        self.gone = Notice(kit, frame)
        frame.add_notice(self.gone)
        frame.begin(self._values(customer), customer.fields)

    def follow(self) -> None:
        """Read the record again: it changed."""
        self._read(self.customer.id, self.take)

    def take(self, customer: Customer | None) -> None:
        """Show a newer record; None: there is none any more."""
        if customer is None:
            self.say_gone()
            return
        self.gone.tell("")
        self.customer = customer
        self.frame.view.follow(self._values(customer), customer.fields)

    def say_gone(self) -> None:
        """Say that the server has no such customer any more: what was entered is kept."""
        self.gone.tell(
            QCoreApplication.translate(
                "Form",
                "This customer was removed or merged into another one meanwhile. What you entered is still here.",
            ),
            [(QCoreApplication.translate("Form", "Create a new customer from it"), self.anew_wanted.emit)],
            tone="danger",
        )

    def _values(self, customer: Customer) -> dict[str, Json]:
        names = [field for cell in self.frame.view.cells.values() for field in cell.editor.fields]
        return values_of(customer, names)
