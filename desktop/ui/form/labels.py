"""The tags of a customer as its form shows them: seen here, changed with their own key."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.customers.customer import Customer
from desktop.qt.chips import Chip, ChipView
from desktop.qt.flow import FlowLayout
from desktop.qt.theme import SPACE
from desktop.ui.form.section import FormSection
from desktop.ui.kit import Kit
from desktop.ui.wording.lookup import Lookup


def show_labels(section: FormSection, customer: Customer, lookup: Lookup, kit: Kit) -> None:
    """Put the chips of a customer's tags into a section."""
    chips = [Chip(tag.text, tag.color) for tag in lookup.tags(customer.ids("tags"))]
    chips += [Chip(lookup.wecom_tag(tag), "", wecom=True) for tag in customer.ids("wecom_tags")]
    if chips:
        section.put(_row(chips, kit, section))
        section.say(
            lambda: QCoreApplication.translate("Form", "Tags are changed beside the table and in the panel.")
        )


def _row(chips: Sequence[Chip], kit: Kit, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    flow = FlowLayout(row, spacing=SPACE[0])
    for chip in chips:
        view = ChipView(chip, kit.chips, row)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flow.addWidget(view)
    return row
