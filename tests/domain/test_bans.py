"""What an entry of the blacklist means at a moment, and the server's oddities."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bans import meaning as bans
from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import Standing, end_of, end_of_new, next_tick, next_turn, standing, step_of
from desktop.domain.bans.news import NewsKind, news_between

NOW = 1_763_758_800
HOUR = 3_600
DAY = BlacklistEntry("c", "Nick", BlackType.ONE_DAY, "spam", NOW - HOUR, NOW + 23 * HOUR, active=True)
FOREVER = BlacklistEntry("f", "Nick", BlackType.FOREVER, "", NOW, None, active=True)


@pytest.mark.parametrize(
    ("entry", "stands"),
    [
        (DAY, Standing.BANNED),
        (replace(DAY, until=NOW + HOUR), Standing.ENDING),
        (replace(DAY, until=NOW + HOUR + 1), Standing.BANNED),
        (replace(DAY, until=NOW + 1), Standing.ENDING),
        (replace(DAY, until=NOW), Standing.ENDED),
        (replace(DAY, until=NOW - 99 * HOUR), Standing.ENDED),
        (replace(DAY, active=False), Standing.LIFTED),
        # The server's oddities.
        (FOREVER, Standing.BANNED),
        (replace(FOREVER, until=NOW - 5), Standing.BANNED),
        (BlacklistEntry("k", "", None, active=True), Standing.BANNED),
        (BlacklistEntry("k", "", None, until=NOW - 1, active=True), Standing.ENDED),
        (BlacklistEntry("k", "", None, user_status=1), Standing.LIFTED),
        (replace(DAY, until=None, since=NOW - 24 * HOUR), Standing.ENDED),
        (replace(DAY, until=None, since=None), Standing.BANNED),
    ],
)
def test_where_an_entry_stands(entry: BlacklistEntry, stands: Standing) -> None:
    assert standing(entry, NOW) is stands
    assert bans.is_banned(entry, NOW) is (stands in {Standing.BANNED, Standing.ENDING})


def test_the_end_of_a_new_ban_is_its_hours_from_now_or_never() -> None:
    ends = {kind: end_of_new(kind, NOW) for kind in BlackType}
    assert ends == {
        BlackType.ONE_DAY: NOW + 24 * HOUR,
        BlackType.TWO_DAYS: NOW + 48 * HOUR,
        BlackType.THREE_DAYS: NOW + 72 * HOUR,
        BlackType.FOREVER: None,
    }
    for kind, end in ends.items():
        assert end_of(bans.new_entry("c", "n", kind, "r", NOW)) == end


def words(left: int) -> int:
    """Return what the words of a time left say: they change with it."""
    return left // step_of(left) * step_of(left)


@given(st.integers(1, 40 * 86_400))
def test_the_words_of_the_time_left_change_when_said_and_not_before(left: int) -> None:
    now, end = NOW, NOW + left
    tick = next_tick(end, now)
    assert now < tick <= end + 1
    assert all(words(end - at) == words(left) for at in {now, tick - 1} if at < end)
    assert tick > end or words(end - tick) < words(left)


@given(st.integers(-100, 2 * HOUR), st.booleans())
def test_a_standing_changes_at_its_turn_and_not_before(left: int, active: bool) -> None:
    entry = replace(DAY, until=NOW + left, active=active)
    turn = next_turn(entry, NOW)
    if turn is None:
        assert standing(entry, NOW) is standing(entry, NOW + 99 * HOUR)
    else:
        assert turn > NOW
        assert standing(entry, turn - 1) is standing(entry, NOW)
        assert standing(entry, turn) is not standing(entry, NOW)


def test_what_others_did_between_two_readings_is_news_and_what_the_clock_did_is_not() -> None:
    def entry(customer: str, **changed: object) -> BlacklistEntry:
        return replace(DAY, customer_id=customer, **changed)  # type: ignore[arg-type]

    before = {
        one.customer_id: one
        for one in (
            entry("stays"),
            entry("lifted"),
            entry("lifted2"),
            entry("over", until=NOW + 20),
            entry("over2", until=NOW - 5),
            entry("longer"),
            entry("skewed"),
            entry("idle", active=False),
            entry("back", active=False),
            replace(FOREVER, customer_id="shorter"),
        )
    }
    after = {
        one.customer_id: one
        for one in (
            entry("stays", reason="other"),
            entry("lifted", active=False, type=None),
            entry("over2", active=False, type=None),
            entry("longer", until=NOW + 47 * HOUR, type=BlackType.TWO_DAYS),
            entry("skewed", until=NOW + 23 * HOUR + 60),
            entry("idle", active=False, reason=""),
            entry("back"),
            entry("new"),
            entry("new_idle", active=False),
            entry("shorter"),
        )
    }
    found = {one.entry.customer_id: one.kind for one in news_between(before, after, NOW)}
    assert found == {
        "lifted": NewsKind.LIFTED,
        "lifted2": NewsKind.LIFTED,
        "longer": NewsKind.CHANGED,
        "shorter": NewsKind.CHANGED,
        "back": NewsKind.ADDED,
        "new": NewsKind.ADDED,
    }
    assert news_between(after, after, NOW) == []
