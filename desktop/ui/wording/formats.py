"""How times, numbers and phones are written in the language shown."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def listed(parts: Iterable[str]) -> str:
    """Return texts as a list in the language shown: with the sign it puts between the parts."""
    return QCoreApplication.translate("Formats", ", ").join(parts)


class Formats(QObject):
    """Texts by locale. `locale` and `clock` (seconds since the epoch) are asked at every call."""

    def __init__(self, locale: Callable[[], QLocale] = QLocale, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._locale = locale
        self.clock = clock

    def number(self, value: int) -> str:
        """Return `value` with the group separators of the locale."""
        return self._locale().toString(value)

    @staticmethod
    def exact(seconds: int) -> str:
        """Return date and time of day of `seconds` since the epoch, local time, the same in every language."""
        return QDateTime.fromSecsSinceEpoch(seconds).toString("yyyy-MM-dd HH:mm:ss")

    def day(self, seconds: int) -> str:
        """Return the calendar day of `seconds`, local time."""
        return QDateTime.fromSecsSinceEpoch(seconds).toString("yyyy-MM-dd")

    def time_of_day(self, seconds: int) -> str:
        """Return hours and minutes of `seconds`, local time."""
        return QDateTime.fromSecsSinceEpoch(seconds).toString("HH:mm")

    def moment(self, seconds: int) -> str:
        """Return the time of day when `seconds` is today, else the day too."""
        today = self.day(int(self.clock())) == self.day(seconds)
        return self.time_of_day(seconds) if today else f"{self.day(seconds)} {self.time_of_day(seconds)}"

    def relative(self, seconds: int) -> str:
        """Return how long ago `seconds` was ("2 min ago"); from a week on, and in the future, the day."""
        ago = int(self.clock()) - seconds
        if ago < -_MINUTE or ago >= 7 * _DAY:
            return self.day(seconds)
        if ago < _MINUTE:
            return self.tr("just now")
        minutes, hours, days = ago // _MINUTE, ago // _HOUR, ago // _DAY
        if not hours:
            return self.tr("%n min ago", "", minutes)
        if not days:
            return self.tr("%n h ago", "", hours)
        return self.tr("%n day(s) ago", "", days)

    def age(self, seconds: int) -> str:
        """Return how old something of `seconds` is, short ("2 min", "3 h", "4 d")."""
        ago = max(0, int(self.clock()) - seconds)
        minutes, hours, days = ago // _MINUTE, ago // _HOUR, ago // _DAY
        if not hours:
            return self.tr("%n min", "", minutes)
        if not days:
            return self.tr("%n h", "", hours)
        return self.tr("%n d", "", days)

    @staticmethod
    def duration(seconds: float) -> str:
        """Return a length of time as "1:12" or "1:02:12"."""
        whole = max(0, round(seconds))
        hours, rest = divmod(whole, _HOUR)
        minutes, left = divmod(rest, _MINUTE)
        return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"

    @staticmethod
    def phone(text: str) -> str:
        """Return a phone number grouped for reading, 138 0013 8000; several by commas; anything else as it is."""
        if "," in text:
            return ", ".join(Formats.phone(part.strip()) for part in text.split(",") if part.strip())
        digits = text.strip()
        prefix = ""
        for lead in ("+86", "0086"):
            if digits.startswith(lead):
                prefix, digits = "+86 ", digits[len(lead) :].lstrip(" -")
        if len(digits) == 11 and digits.isascii() and digits.isdigit() and digits[0] == "1":
            return f"{prefix}{digits[:3]} {digits[3:7]} {digits[7:]}"
        return text
