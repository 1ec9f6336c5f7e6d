"""News of the blacklist: in the window always, on the desktop unless that is switched off."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.bans.meaning import end_of
from desktop.domain.bans.news import News, NewsKind
from desktop.qt.notices import DesktopNotices
from desktop.qt.safetext import visible
from desktop.qt.toast import Toast, Tone
from desktop.settings.live import LivePreferences
from desktop.ui.blacklist.wording import CountedBans
from desktop.ui.kit import Kit

_NAMED = 2
"""So many are told by name; more are counted."""


class BanNotices(QObject):
    """Tells what others did to the blacklist, and what ends soon. `told` with a toast, `show_wanted(News)`."""

    told = Signal(Toast)
    show_wanted = Signal(object)

    def __init__(
        self, kit: Kit, preferences: LivePreferences, desktop: DesktopNotices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._preferences = preferences
        self._desktop = desktop
        self._last: News | None = None
        desktop.clicked.connect(self._on_clicked)

    def tell(self, news: Sequence[News]) -> None:
        """Tell some news."""
        if not self._preferences.current.ban_notices or not news:
            return
        text = self.text_of(news)
        self._last = news[0]
        show = self.tr("Show")
        self.told.emit(Toast(text, Tone.NEWS, show, lambda: self.show_wanted.emit(news[0]), "blacklist"))
        self._desktop.tell(self.tr("Blacklist"), text)

    def text_of(self, news: Iterable[News]) -> str:
        """Return news in a sentence or two: by name when they are few, else counted."""
        kinds: dict[NewsKind, list[News]] = {}
        for one in news:
            kinds.setdefault(one.kind, []).append(one)
        parts = []
        for kind, some in kinds.items():
            parts += [self._one(one) for one in some] if len(some) <= _NAMED else [self._many(kind, len(some))]
        return " · ".join(parts)

    def close(self) -> None:
        """Take the desktop's icon away."""
        self._desktop.hide()

    def _one(self, news: News) -> str:
        who = visible(news.entry.nickname, limit=40) or self.tr("A customer")
        end = end_of(news.entry)
        moment = "" if end is None else self._kit.formats.moment(end)
        match news.kind:
            case NewsKind.ADDED if moment:
                text = self.tr("{who} was blacklisted by a colleague until {moment}")
            case NewsKind.ADDED:
                text = self.tr("{who} was blacklisted by a colleague for good")
            case NewsKind.CHANGED if moment:
                text = self.tr("A colleague changed the ban of {who}: until {moment}")
            case NewsKind.CHANGED:
                text = self.tr("A colleague changed the ban of {who}: for good")
            case NewsKind.LIFTED:
                text = self.tr("A colleague lifted the ban of {who}")
            case NewsKind.ENDING:
                text = self.tr("The ban of {who} ends at {moment}")
        return text.format(who=who, moment=moment)

    @staticmethod
    def _many(kind: NewsKind, count: int) -> str:
        counted = CountedBans()
        match kind:
            case NewsKind.ADDED:
                return counted.added(count)
            case NewsKind.CHANGED:
                return counted.changed(count)
            case NewsKind.LIFTED:
                return counted.lifted(count)
            case NewsKind.ENDING:
                return counted.ending(count)

    def _on_clicked(self) -> None:
        if self._last is not None:
            self.show_wanted.emit(self._last)
