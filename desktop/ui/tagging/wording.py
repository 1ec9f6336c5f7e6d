"""What is said about a tagging: in the toast, and as the name of the step that undoes it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.ui.tagging.deltas import Tagging
from desktop.ui.wording.formats import listed
from desktop.ui.wording.lookup import Lookup


def tagged_text(tagging: Tagging, lookup: Lookup, customers: Sequence[str], created: str = "") -> str:
    """Return what was done: to one customer by name, to several by number. `created` names a tag just made."""
    names = [created] if created else []
    names += [lookup.tag(tag).text for tag in tagging.tags]
    if created and not customers:
        return QCoreApplication.translate("Tagging", "Created the tag “{tag}”").format(tag=created)
    if len(customers) == 1 and len(names) == 1:
        return _one(names[0], customers[0], added=not tagging.remove)
    if len(customers) == 1:
        return QCoreApplication.translate("Tagging", "Changed the tags of {customer}").format(
            customer=customers[0]
        )
    if len(names) == 1:
        return _several(names[0], len(customers), added=not tagging.remove)
    return TaggedWords().changed(len(customers))


def gone_text(names: Sequence[str]) -> str:
    """Return that tags were deleted meanwhile."""
    text = QCoreApplication.translate("Tagging", "Deleted by somebody else meanwhile: {tags}. The rest stays.")
    return text.format(tags=listed(names))


def _one(tag: str, customer: str, *, added: bool) -> str:
    if added:
        text = QCoreApplication.translate("Tagging", "Added the tag “{tag}” to {customer}")
    else:
        text = QCoreApplication.translate("Tagging", "Removed the tag “{tag}” from {customer}")
    return text.format(customer=customer, tag=tag)


def _several(tag: str, customers: int, *, added: bool) -> str:
    words = TaggedWords()
    return (words.added(customers) if added else words.removed(customers)).format(tag=tag)


class TaggedWords(QObject):
    """The sentences that count: plurals are found in calls of `tr` alone."""

    def added(self, customers: int) -> str:
        """Say that so many customers got a tag."""
        return self.tr("Added the tag “{tag}” to %n customer(s)", "", customers)

    def removed(self, customers: int) -> str:
        """Say that so many customers lost a tag."""
        return self.tr("Removed the tag “{tag}” from %n customer(s)", "", customers)

    def changed(self, customers: int) -> str:
        """Say that the tags of so many customers changed."""
        return self.tr("Changed the tags of %n customer(s)", "", customers)
