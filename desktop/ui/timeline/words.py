"""The words of the timeline that stand in painted rows."""

from PySide6.QtCore import QObject

from desktop.domain.following.timeline import Section
from desktop.workspace.timeline.timelines import Timeline


class TimelineWords(QObject):
    """Texts by language, asked for when they are painted."""

    def withdraw(self) -> str:
        """Return the verb that takes an unsent record back."""
        return self.tr("Withdraw")

    def show_all(self) -> str:
        """Return the verb that opens a long entry."""
        return self.tr("Show all")

    def show_less(self) -> str:
        """Return the verb that folds it again."""
        return self.tr("Show less")

    def section(self, section: Section | None) -> str:
        """Return what a part of the history is called, None: all of it."""
        match section:
            case None:
                return self.tr("All")
            case Section.RECORDS:
                return self.tr("Records")
            case Section.FOLLOW_UP:
                return self.tr("Follow-up")
            case Section.STATUS:
                return self.tr("Status")
            case Section.OTHER:
                return self.tr("Other")

    def end(self, timeline: Timeline, some: bool, *, online: bool) -> str:
        """Return what stands at the end of what is known of a history; `some`: there are entries above."""
        if not timeline.loaded:
            return ""
        if not timeline.is_read or (timeline.has_more and online and timeline.error is None):
            return self.older()
        if timeline.has_more:
            return self.older_offline()
        return self.beginning() if some else ""

    def older(self) -> str:
        """Return what stands at the end while older entries are fetched."""
        return self.tr("Loading more…")

    def older_offline(self) -> str:
        """Return what stands at the end when older entries are not here and cannot be fetched."""
        return self.tr("Older entries were not fetched yet")

    def beginning(self) -> str:
        """Return what stands at the end when nothing is older."""
        return self.tr("The history begins here")
