"""The search field of the blacklist."""

from desktop.ui.customers.search_field import SearchField


class BanSearch(SearchField):
    """Searches names, reasons and ids."""

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setPlaceholderText(self.tr("Search name, reason…"))
        self.setAccessibleName(self.tr("Search the blacklist"))
