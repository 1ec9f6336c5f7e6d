"""When the time of bans is over, also with a clock that is set back and forth."""

from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.bans.meaning import new_entry
from desktop.workspace.bans.clock import BanClock

DAY = 86_400
NOW = 1_700_000_000


def test_a_clock_set_back_and_forth_brings_every_turn_again() -> None:
    entries: dict[str, BlacklistEntry] = {
        "day": new_entry("day", "", BlackType.ONE_DAY, "spam", NOW),
        "ever": new_entry("ever", "", BlackType.FOREVER, "spam", NOW),
    }
    clock = BanClock(entries.get)
    clock.reckon(list(entries), NOW)
    for _ in range(3):
        assert clock.passed(NOW) in ([], ["day"])
        assert clock.passed(NOW + 2 * DAY) == ["day"]
        assert clock.passed(NOW + 3 * DAY) == []
        assert clock.passed(NOW) == ["day"]


def test_a_ban_that_was_lifted_has_no_turn_any_more() -> None:
    entries = {"day": new_entry("day", "", BlackType.ONE_DAY, "spam", NOW)}
    clock = BanClock(entries.get)
    clock.reckon(["day"], NOW)
    assert clock.passed(NOW + 2 * DAY) == ["day"]
    del entries["day"]
    clock.follow("day", NOW + 2 * DAY)
    assert clock.passed(NOW) == []


def test_thousands_of_turns_at_once_come_in_parts_each_once() -> None:
    entries = {str(number): new_entry(str(number), "", BlackType.ONE_DAY, "spam", NOW) for number in range(5_000)}
    clock = BanClock(entries.get)
    clock.reckon(list(entries), NOW)
    parts = [clock.passed(NOW + 2 * DAY) for _ in range(4)]
    assert max(map(len, parts)) < len(entries) / 2
    assert sorted(one for part in parts for one in part) == sorted(entries)
    assert parts[-1] == []
