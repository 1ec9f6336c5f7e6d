"""The blacklist in plain words: how long, until when, where a ban stands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.bans.entry import BlackType
from desktop.domain.bans.meaning import Ban, Standing, end_of, is_forever, standing, step_of
from desktop.domain.json import Json
from desktop.qt.columns import Mark
from desktop.ui.wording.formats import Formats

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class CountedBans(QObject):
    """The words of the blacklist that count something: plurals are found in calls of `tr` alone."""

    def days(self, days: int, hours: int) -> str:
        """Return a length of days and hours."""
        if not hours:
            return self.tr("%n day(s)", "", days)
        return self.tr("%n day(s) {hours} h", "", days).format(hours=hours)

    def hours(self, hours: int, minutes: int) -> str:
        """Return a length of hours and minutes."""
        if not minutes:
            return self.tr("%n h", "", hours)
        return self.tr("%n h {minutes} min", "", hours).format(minutes=minutes)

    def minutes(self, minutes: int) -> str:
        """Return a length of minutes."""
        return self.tr("%n min", "", minutes)

    def seconds(self, minutes: int, seconds: int) -> str:
        """Return a length of minutes and seconds."""
        if not minutes:
            return self.tr("%n s", "", seconds)
        return self.tr("{minutes} min %n s", "", seconds).format(minutes=minutes)

    def customers(self, count: int) -> str:
        """Return a number of customers."""
        return self.tr("%Ln customer(s)", "", count)

    def banning(self, count: int) -> str:
        """Say that so many are to be banned; {kind} and {reason} are left to be filled."""
        return self.tr("Blacklist %Ln customer(s) ({kind}): {reason}", "", count)

    def lifting(self, count: int) -> str:
        """Say that the bans of so many are to be lifted."""
        return self.tr("Lift the bans of %Ln customer(s)", "", count)

    def entries(self, count: int) -> str:
        """Return a number of entries."""
        return self.tr("%Ln on the list", "", count)

    def listed_already(self, count: int) -> str:
        """Say how many of the chosen are on the list already."""
        return self.tr("%Ln of them are on the blacklist already.", "", count)

    def added(self, count: int) -> str:
        """Say that so many were put on the list from elsewhere."""
        return self.tr("%Ln customer(s) were blacklisted by a colleague", "", count)

    def changed(self, count: int) -> str:
        """Say that so many have another end from elsewhere."""
        return self.tr("%Ln ban(s) were changed by a colleague", "", count)

    def lifted(self, count: int) -> str:
        """Say that so many were lifted from elsewhere."""
        return self.tr("%Ln ban(s) were lifted by a colleague", "", count)

    def ending(self, count: int) -> str:
        """Say that so many end soon."""
        return self.tr("%Ln ban(s) end within the hour", "", count)


def kind_text(kind: BlackType | None) -> str:
    """Return a kind of ban, "" for none."""
    match kind:
        case BlackType.FOREVER:
            return QCoreApplication.translate("Blacklist", "For good")
        case BlackType.ONE_DAY:
            return QCoreApplication.translate("Blacklist", "24 hours")
        case BlackType.TWO_DAYS:
            return QCoreApplication.translate("Blacklist", "48 hours")
        case BlackType.THREE_DAYS:
            return QCoreApplication.translate("Blacklist", "72 hours")
        case None:
            return QCoreApplication.translate("Blacklist", "Not stated")


def found_text(found: Mapping[str, Json]) -> str:
    """Return a ban that an edit found or wants: its kind and its reason."""
    kind, reason = found.get("kind"), str(found.get("reason") or "").strip()
    known = {one.value: one for one in BlackType}
    said = kind_text(known.get(kind) if isinstance(kind, int) else None)
    return f"{said} · {reason}" if reason else said


def length_text(seconds: int) -> str:
    """Return a time left: "2 days 3 h", "5 h 12 min", "12 min", "9 min 41 s"."""
    counted = CountedBans()
    told = seconds // step_of(seconds) * step_of(seconds)
    if told >= _DAY:
        return counted.days(told // _DAY, told % _DAY // _HOUR)
    if told >= _HOUR:
        return counted.hours(told // _HOUR, told % _HOUR // _MINUTE)
    if step_of(seconds) == _MINUTE:
        return counted.minutes(told // _MINUTE)
    return counted.seconds(told // _MINUTE, told % _MINUTE)


def left_text(ban: Ban, now: int) -> str:
    """Return how much of a ban is left, "" when there is nothing to count down."""
    if not ban.entry.active:
        return ""
    if is_forever(ban.entry):
        return QCoreApplication.translate("Blacklist", "No end")
    end = end_of(ban.entry)
    if end is None:
        return QCoreApplication.translate("Blacklist", "Not stated")
    if end <= now:
        return QCoreApplication.translate("Blacklist", "Over")
    return length_text(end - now)


def until_text(ban: Ban, formats: Formats) -> str:
    """Return when a ban ends: the time of day, with the day when that is not today; "" when it is not there."""
    if ban.unfinished:
        return ""
    if is_forever(ban.entry):
        return QCoreApplication.translate("Blacklist", "No end")
    end = end_of(ban.entry)
    return "" if end is None else formats.moment(end)


def status_text(ban: Ban, now: int) -> str:
    """Return where a ban stands: on the server, by the clock, on its way there."""
    if ban.refused is not None:
        return _refused_text(ban)
    if ban.wish:
        return _waiting_text(ban)
    match standing(ban.entry, now):
        case Standing.BANNED:
            return QCoreApplication.translate("Blacklist", "Blacklisted")
        case Standing.ENDING:
            return QCoreApplication.translate("Blacklist", "Ends soon")
        case Standing.ENDED:
            return QCoreApplication.translate("Blacklist", "Ended, not confirmed")
        case Standing.LIFTED:
            return QCoreApplication.translate("Blacklist", "Lifted")


def status_mark(ban: Ban, now: int) -> Mark:
    """Return the icon of a status: told by its shape as well as by its colour."""
    if ban.refused is not None:
        return Mark("error", "danger", "")
    if ban.wish:
        return Mark("upload", "accent", "")
    match standing(ban.entry, now):
        case Standing.BANNED:
            return Mark("ban", "danger", "")
        case Standing.ENDING:
            return Mark("clock", "warning", "")
        case Standing.ENDED:
            return Mark("help", "warning", "")
        case Standing.LIFTED:
            return Mark("success", "secondary", "")


def reason_text(ban: Ban) -> str:
    """Return the reason, or that none was given."""
    return ban.entry.reason.strip() or QCoreApplication.translate("Blacklist", "No reason given")


def status_hint(ban: Ban, now: int) -> str:
    """Return what a status means for the user, "" when it says all itself."""
    if ban.unfinished:
        return QCoreApplication.translate(
            "Blacklist",
            "The former ban is gone, the new one was refused: this customer can write in. “Finish” tries again.",
        )
    if ban.refused is not None:
        return QCoreApplication.translate("Blacklist", "Sobot refused the change. The outbox says why.")
    if ban.wish and not ban.listed and ban.wish != "lift":
        return QCoreApplication.translate(
            "Blacklist", "Not on Sobot yet: it is sent as soon as there is a network."
        )
    if ban.wish:
        return QCoreApplication.translate("Blacklist", "It is sent as soon as there is a network.")
    if standing(ban.entry, now) is Standing.ENDED:
        return QCoreApplication.translate(
            "Blacklist", "Its time is over by this clock. The next pull shows whether Sobot has let go of it."
        )
    return ""


def _waiting_text(ban: Ban) -> str:
    if ban.wish == "lift":
        return QCoreApplication.translate("Blacklist", "Being lifted")
    if ban.wish == "extend":
        return QCoreApplication.translate("Blacklist", "Being extended")
    return QCoreApplication.translate("Blacklist", "Being added")


def _refused_text(ban: Ban) -> str:
    if ban.unfinished:
        return QCoreApplication.translate("Blacklist", "Not blacklisted: refused")
    if ban.wish == "lift":
        return QCoreApplication.translate("Blacklist", "Still blacklisted: lifting was refused")
    return QCoreApplication.translate("Blacklist", "Not extended: refused")
