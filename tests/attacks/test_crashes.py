"""Short forms of the kills: older files, profiles. Pulls, edits and jobs have theirs beside their code."""

from pathlib import Path

from tests.attacks.crashing import accounts, migrations
from tests.attacks.crashing.killer import killing


def test_a_file_whose_migration_was_killed_opens_with_all_it_held(tmp_path: Path) -> None:
    with killing(3) as killer:
        assert list(migrations.attack(killer, tmp_path, 9)) == []


def test_profiles_are_whole_whatever_was_killed(tmp_path: Path) -> None:
    with killing(4) as killer:
        assert list(accounts.attack(killer, tmp_path / "data", 3, seed=4)) == []


def test_what_a_file_lost_is_found() -> None:
    before = {"view": [{"id": "a"}, {"id": "b"}], "secret": []}
    assert migrations.lost(before, {"view": [{"id": "a", "new": 1}, {"id": "b", "new": 1}], "secret": []}) == []
    assert migrations.lost(before, {"view": [{"id": "a"}]}) == ["view: 2 rows became 1, or differ"]
    grown = [{"name": "low", "value": 1}, {"name": "seamed", "value": 0}, {"name": "total", "value": 2}]
    assert migrations.lost({"meta": [grown[0], grown[2]]}, {"meta": grown}) == []
    assert migrations.lost({"meta": [grown[0], {"name": "total", "value": 3}]}, {"meta": grown}) != []
