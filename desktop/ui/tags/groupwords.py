"""A group in a few words."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop.ui.tags.scene import GroupLine


def choice_words(multiple: bool) -> str:
    """Return how many tags of a group a customer may have."""
    if multiple:
        return QCoreApplication.translate("Tags", "Multiple choice")
    return QCoreApplication.translate("Tags", "Single choice")


def facts(line: GroupLine) -> str:
    """Return "Single choice · 3 tags · 1,204 customers"; what was not counted yet is left out."""
    parts = [choice_words(line.group.multiple), tags_words(line.tags)]
    if line.customers is not None:
        parts.append(customers_words(line.customers))
    return " · ".join(parts)


def tags_words(count: int) -> str:
    """Return a number of tags."""
    return CountedTags().tags(count)


def customers_words(count: int) -> str:
    """Return a number of customers."""
    return CountedTags().customers(count)


class CountedTags(QObject):
    """The words of the tags page that count something: plurals are found in calls of `tr` alone."""

    def tags(self, count: int) -> str:
        """Return a number of tags."""
        return self.tr("%Ln tag(s)", "", count)

    def customers(self, count: int) -> str:
        """Return a number of customers."""
        return self.tr("%Ln customer(s)", "", count)

    def more(self, count: int) -> str:
        """Return how many are not listed."""
        return self.tr("and %Ln more", "", count)

    def deleting(self, count: int) -> str:
        """Return what deleting several tags is called."""
        return self.tr("Delete %Ln tag(s)", "", count)
