"""The sentences of the outbox that count something: plurals are found in calls of `tr` alone."""

from PySide6.QtCore import QObject


class CountedWords(QObject):
    """Each method returns its sentence for a number; {names} and {tags} are left to be filled."""

    def added(self, customers: int) -> str:
        """Say that tags are added to so many customers."""
        return self.tr("Add {tags} to %n customer(s)", "", customers)

    def removed(self, customers: int) -> str:
        """Say that tags are removed from so many customers."""
        return self.tr("Remove {tags} from %n customer(s)", "", customers)

    def more(self, customers: int) -> str:
        """Say that there are more customers than the names."""
        return self.tr("{names} and %n more", "", customers)

    def asking(self, edits: int) -> str:
        """Say that edits wait for a person."""
        return self.tr("%n edit(s) need a decision of yours.", "", edits)

    def contested(self, edits: int) -> str:
        """Say that edits wait while another program uses the account's key."""
        return self.tr(
            "%n edit(s) wait: another program uses the same appid and takes turns with this one. Nothing is lost.",
            "",
            edits,
        )

    def stopped(self, edits: int) -> str:
        """Say that edits wait for the account to be put right."""
        return self.tr(
            "%n edit(s) wait until the account is put right in the settings. Nothing is lost.", "", edits
        )

    def offline(self, edits: int) -> str:
        """Say that edits wait for the network."""
        return self.tr("%n edit(s) wait for the network. Nothing is lost; they leave by themselves.", "", edits)

    def leaving(self, edits: int) -> str:
        """Say that edits are being sent."""
        return self.tr("%n edit(s) on the way.", "", edits)
