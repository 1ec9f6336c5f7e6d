"""The blacklist page by itself: what is listed in which order, what is painted of a countdown, what is told."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import Ban
from desktop.domain.bans.news import News, NewsKind
from desktop.domain.edits.outbox import Clash
from desktop.domain.errors import NotExtended, Rejected
from desktop.qt.icons import app_icon
from desktop.qt.notices import DesktopNotices
from desktop.qt.toast import Toast
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import Preferences
from desktop.ui.blacklist.filtering import BanFilter, Ends, Show, matcher, moment_of, ordered, sort_value
from desktop.ui.blacklist.notices import BanNotices
from desktop.ui.blacklist.wording import length_text, status_hint, status_text
from desktop.ui.outbox.clashlines import ClashWords, lines_of
from desktop.ui.wording.language import Language
from tests.ui.banbench import NOW, ManyBans, Painted, kit_of, open_page

HOUR, DAY = 3_600, 86_400
ENTRY = BlacklistEntry("c", "Nick", BlackType.ONE_DAY, "Spam", NOW - HOUR, NOW + 5 * HOUR, active=True)


def ban(customer: str, **changed: object) -> Ban:
    return Ban(replace(ENTRY, customer_id=customer, **changed))  # type: ignore[arg-type]


def name(one: Ban) -> str:
    return one.entry.nickname


BANS = [
    ban("soon", until=NOW + 600, nickname="Ann"),
    ban("later", until=NOW + 20 * HOUR, type=BlackType.TWO_DAYS, reason="rude", nickname="张伟"),
    ban("never", until=None, type=BlackType.FOREVER, since=NOW - 40 * DAY, nickname="Zed"),
    ban("over", until=NOW - 60, nickname="Bob"),
    ban("odd", until=None, type=None, since=None, reason="", nickname=""),
    Ban(replace(ENTRY, customer_id="lifted", active=False), listed=False),
    Ban(replace(ENTRY, customer_id="lifting", active=False), listed=True, wish="lift", edit="1"),
    Ban(
        replace(ENTRY, customer_id="unfinished", active=False),
        listed=False,
        wish="add",
        edit="2",
        refused=Rejected("900020"),
    ),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (BanFilter(), "soon later never over odd lifting unfinished"),
        (BanFilter(show=Show.LIFTED), "lifted lifting unfinished"),
        (BanFilter(show=Show.UNCONFIRMED), "over"),
        (BanFilter(show=Show.WAITING), "lifting unfinished"),
        (BanFilter(show=Show.ALL), "soon later never over odd lifted lifting unfinished"),
        (BanFilter(kind=BlackType.FOREVER), "never"),
        (BanFilter(ends=Ends.HOUR), "soon"),
        (BanFilter(ends=Ends.NEVER), "never"),
        (BanFilter(text="张"), "later"),
        (BanFilter(text="RUDE"), "later"),
        (BanFilter(text="zed spam"), "never"),
        (BanFilter(since=NOW - DAY, until=NOW, kind=BlackType.TWO_DAYS), "later"),
        (BanFilter(until=NOW - DAY), "never"),
    ],
)
def test_what_is_listed(wanted: BanFilter, found: str) -> None:
    matches = matcher(wanted, moment_of(NOW, "18:00"), name)
    assert [one.customer_id for one in BANS if matches(one)] == found.split()


def test_a_shift_and_a_day_end_at_the_next_hour_of_this_machine() -> None:
    moment = moment_of(NOW, "18:00")
    assert NOW < moment.shift <= NOW + DAY
    assert NOW < moment.day <= NOW + DAY
    assert moment_of(moment.shift - 60, "18:00").shift == moment.shift
    assert moment_of(moment.shift, "18:00").shift == moment.shift + DAY
    assert moment_of(NOW, "junk") == moment
    inside = ban("in", until=moment.shift)
    outside = ban("out", until=moment.shift + 1)
    matches = matcher(BanFilter(ends=Ends.SHIFT), moment, name)
    assert (matches(inside), matches(outside)) == (True, False)


def test_what_has_no_value_stands_last_both_ways() -> None:
    listed = [one for one in BANS if one.entry.active]
    up = ordered(listed, sort_value("left", name), descending=False)
    assert [one.customer_id for one in up] == ["over", "soon", "later", "never", "odd"]
    down = ordered(listed, sort_value("left", name), descending=True)
    assert [one.customer_id for one in down] == ["never", "later", "soon", "over", "odd"]
    by_name = ordered(listed, sort_value("customer", name), descending=False)
    assert by_name[-1].customer_id == "odd"
    for column in ("reason", "kind", "since", "until", "status"):
        assert len(ordered(listed, sort_value(column, name), descending=True)) == len(listed)


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (59, "59 s", "59 秒"),
        (61, "1 min 1 s", "1 分 1 秒"),
        (600, "10 min", "10 分钟"),
        (3_599, "59 min", "59 分钟"),
        (3_600, "1 h", "1 小时"),
        (5 * HOUR + 720, "5 h 12 min", "5 小时 12 分钟"),
        (DAY, "1 day", "1 天"),
        (3 * DAY - 1, "2 days 23 h", "2 天 23 小时"),
    ],
)
def test_the_time_left_in_words(seconds: int, english: str, chinese: str, language: Language) -> None:
    assert length_text(seconds) == english
    language.use("zh")
    assert length_text(seconds) == chinese


def test_every_standing_says_what_it_means(language: Language) -> None:
    assert language.code == "en"
    said = {one.customer_id: status_text(one, NOW) for one in BANS}
    assert said == {
        "soon": "Ends soon",
        "later": "Blacklisted",
        "never": "Blacklisted",
        "over": "Ended, not confirmed",
        "odd": "Blacklisted",
        "lifted": "Lifted",
        "lifting": "Being lifted",
        "unfinished": "Not blacklisted: refused",
    }
    kept = Ban(ENTRY, wish="extend", edit="3", refused=NotExtended())
    assert status_text(kept, NOW) == "Not extended: refused"
    assert all(status_hint(one, NOW) for one in BANS if one.customer_id in {"over", "lifting", "unfinished"})


def test_rows_come_go_and_move_one_by_one(qapp: QApplication) -> None:
    assert qapp
    chance = random.Random(3)
    bans = ManyBans(chance.randrange(60, DAY) for _ in range(16))
    page = open_page(qapp, bans)
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    resets: list[int] = []
    page.rows.modelReset.connect(lambda: resets.append(1))
    for turn in range(15):
        own = chance.choice(list(bans.bans))
        if turn % 3 == 0:
            bans.bans.pop(own)
        else:
            entry = replace(bans.bans[own].entry, until=NOW + chance.randrange(60, DAY), reason=f"other {turn}")
            bans.bans[own] = Ban(entry)
        page.refresh()
        assert [one.entry.until for one in page.source.listed()] == sorted(
            one.entry.until or 0 for one in bans.bans.values()
        )
        shown = [page.source.row(place) for place in range(page.source.count)]
        assert [row.values[0] for row in shown if row] == page.source.listed()
    assert resets == []
    page.close_page()


def test_only_the_words_that_changed_are_painted(qapp: QApplication) -> None:
    bans = ManyBans([30, 200, 700, 4_000, *range(90_030, 91_000)])
    page = open_page(qapp, bans)
    header = page.table.horizontalHeader()
    painted = Painted(page.table.viewport())

    def second() -> list[int]:
        painted.forget()
        bans.now += 1
        page.tick()
        qapp.processEvents()
        return sorted(page.table.row_at(area.center().y()) for area in painted.areas)

    # A second changes the two that are in their last ten minutes, in one column.
    assert second()[0] == 0
    assert sum(area.height() for area in painted.areas) == 2 * page.table.verticalHeader().defaultSectionSize()
    assert painted.events == 1
    left = [column.name for column in page.rows.columns].index("left")
    for area in painted.areas:
        assert area.left() >= header.sectionViewportPosition(left)
        assert area.width() <= header.sectionSize(left)
    texts = [page.rows.index(place, left).data() for place in range(4)]
    assert texts == ["29 s", "3 min 19 s", "11 min", "1 h 6 min"]
    bans.now += 40
    page.tick()
    qapp.processEvents()
    assert page.rows.index(0, left).data() == "Over"
    page.close_page()


def test_without_anything_in_its_last_minutes_a_second_paints_nothing(qapp: QApplication) -> None:
    bans = ManyBans(range(90_030, 100_000))
    page = open_page(qapp, bans)
    painted = Painted(page.table.viewport())
    for _ in range(5):
        bans.now += 1
        page.tick()
        qapp.processEvents()
    assert painted.events == 0
    page.close_page()


def test_the_clock_tells_each_turn_once_also_when_it_jumps() -> None:
    bans = ManyBans([30, HOUR + 50, 5 * HOUR])
    bans.turn()
    assert bans.passed == []
    bans.now += 60
    bans.turn()
    assert sorted(bans.passed) == ["c000000", "c000001"]
    bans.now += 10 * HOUR
    bans.turn()
    assert sorted(bans.passed) == ["c000000", "c000001", "c000001", "c000002"]
    bans.turn()
    assert len(bans.passed) == 4


def test_news_are_told_by_name_or_counted_and_not_at_all_when_switched_off(
    qapp: QApplication, language: Language, tmp_path: Path
) -> None:
    assert language.code == "en"
    told: list[Toast] = []
    shown: list[News] = []
    preferences = LivePreferences(tmp_path / "preferences.json", Preferences(), print)
    desktop = DesktopNotices(app_icon(), available=lambda: False)
    assert not desktop.tell("title", "text")
    owner = QObject()
    notices = BanNotices(kit_of(qapp, lambda: NOW), preferences, desktop, owner)
    notices.told.connect(told.append)
    notices.show_wanted.connect(shown.append)
    news = [News(kind, replace(ENTRY, nickname="<b>Ann</b>")) for kind in NewsKind]
    notices.tell(news)
    assert "A colleague lifted the ban of <b>Ann</b>" in told[-1].text
    assert "The ban of <b>Ann</b> ends at" in told[-1].text
    notices.tell([news[0]] * 3)
    assert told[-1].text == "3 customers were blacklisted by a colleague"
    assert told[-1].act is not None
    told[-1].act()
    assert shown == [news[0]]
    preferences.change(ban_notices=False)
    notices.tell(news)
    assert len(told) == 2
    preferences.close()


def test_a_conflict_says_which_ban_is_where(language: Language) -> None:
    assert language.code == "en"
    yours = {"kind": 24, "reason": "mild", "since": None, "until": None}
    server = {"kind": -1, "reason": "", "since": NOW, "until": None}
    (line,) = lines_of((Clash("ban", None, yours, server),))
    words = ClashWords(None)
    assert words.title(line) == "On the blacklist"
    said = [
        words.text(line, side) for side in (lambda one: one.base, lambda one: one.yours, lambda one: one.server)
    ]
    assert said == ["none", "24 hours · mild", "For good"]
