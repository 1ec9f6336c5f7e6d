import pytest
from PySide6.QtCore import QLocale

from desktop.ui.wording.formats import Formats
from desktop.ui.wording.language import Language

NOW = 1_763_758_800


@pytest.fixture
def formats() -> Formats:
    return Formats(lambda: QLocale("en"), lambda: float(NOW))


@pytest.mark.parametrize(
    ("ago", "english", "chinese"),
    [
        (0, "just now", "刚刚"),
        (59, "just now", "刚刚"),
        (60, "1 min ago", "1 分钟前"),
        (125, "2 min ago", "2 分钟前"),
        (3 * 3600, "3 h ago", "3 小时前"),
        (86_400, "1 day ago", "1 天前"),
        (3 * 86_400, "3 days ago", "3 天前"),
    ],
)
def test_relative_times_in_both_languages(
    formats: Formats, language: Language, ago: int, english: str, chinese: str
) -> None:
    assert formats.relative(NOW - ago) == english
    language.use("zh")
    assert formats.relative(NOW - ago) == chinese


@pytest.mark.usefixtures("language")
def test_a_week_ago_and_the_future_are_days(formats: Formats) -> None:
    assert formats.relative(NOW - 7 * 86_400) == formats.day(NOW - 7 * 86_400)
    assert formats.relative(NOW + 3600) == formats.day(NOW + 3600)


@pytest.mark.usefixtures("language")
def test_a_clock_a_little_behind_is_just_now(formats: Formats) -> None:
    assert formats.relative(NOW + 30) == "just now"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("13800138000", "138 0013 8000"),
        ("+8613800138000", "+86 138 0013 8000"),
        ("+86 13800138000", "+86 138 0013 8000"),
        ("0086-13800138000", "+86 138 0013 8000"),
        ("010-88886666", "010-88886666"),
        ("+65 6123 4567", "+65 6123 4567"),
        ("13800138000,010-88886666", "138 0013 8000, 010-88886666"),
        ("", ""),
        ("１３８００１３８０００", "１３８００１３８０００"),
    ],
)
def test_phones_are_grouped_for_reading(raw: str, shown: str) -> None:
    assert Formats.phone(raw) == shown


def test_numbers_follow_the_locale(formats: Formats) -> None:
    assert formats.number(1_000_000) == "1,000,000"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (72, "1:12"), (3732, "1:02:12"), (-3, "0:00")])
def test_durations(seconds: int, text: str) -> None:
    assert Formats.duration(seconds) == text
