"""How any screen marks a banned customer: one icon, and words that say until when."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.bans.meaning import Standing, end_of, is_forever, standing
from desktop.qt.columns import Mark
from desktop.ui.blacklist.ports import Bans
from desktop.ui.wording.formats import Formats


class BanMarks:
    """Marks of the customers of one account; cheap to make and to ask."""

    def __init__(self, bans: Bans, formats: Formats) -> None:
        self._bans = bans
        self._formats = formats

    def mark(self, customer_id: str) -> Mark | None:
        """Return the mark of a customer, None for one who may write in.

        `words` say all of it ("Blacklisted until 14:05"), `text` the little there is room for in a row.
        """
        ban = self._bans.of(customer_id)
        if ban is None:
            return None
        stands = standing(ban.entry, int(self._formats.clock()))
        if stands is Standing.LIFTED:
            return None
        end = end_of(ban.entry)
        moment = "" if end is None else self._formats.moment(end)
        if stands is Standing.ENDED:
            words = QCoreApplication.translate("Blacklist", "Ban ended {moment}, not confirmed")
            return Mark("ban", "warning", words.format(moment=moment), self._ended())
        if is_forever(ban.entry):
            words = QCoreApplication.translate("Blacklist", "Blacklisted for good")
            return Mark("ban", "danger", words, QCoreApplication.translate("Blacklist", "for good"))
        if not moment:
            return Mark("ban", "danger", QCoreApplication.translate("Blacklist", "Blacklisted"))
        words = QCoreApplication.translate("Blacklist", "Blacklisted until {moment}").format(moment=moment)
        short = QCoreApplication.translate("Blacklist", "until {moment}").format(moment=moment)
        return Mark("ban", "danger", words, short)

    def marks(self, customer_id: str) -> list[Mark]:
        """Return the same as `RowsModel.noted` wants it."""
        mark = self.mark(customer_id)
        return [] if mark is None else [mark]

    @staticmethod
    def _ended() -> str:
        return QCoreApplication.translate("Blacklist", "ended?")
