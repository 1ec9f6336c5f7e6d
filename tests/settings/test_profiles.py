import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.settings.folder import DataFolder
from desktop.settings.profiles import Profiles

URL = "https://sg.sobot.io"


def added(profiles: Profiles, name: str) -> str:
    profile = profiles.draft(name, URL, "id")
    profiles.add(profile)
    return profile.key


def test_profiles_are_added_found_changed_and_removed(folder: DataFolder) -> None:
    profiles = Profiles.load(folder)
    key = added(profiles, "Support Asia")
    profiles.change(replace(profiles.named("support asia"), name="Asia", base_url="http://127.0.0.1:8080/"))
    again = Profiles.load(folder)
    assert again.named("Asia").key == again.named(key).key == key
    assert again.named("asia").base_url == "http://127.0.0.1:8080"
    again.remove(key)
    assert Profiles.load(folder).all == ()


def test_the_list_is_private(folder: DataFolder) -> None:
    added(Profiles.load(folder), "a")
    assert stat.S_IMODE(folder.profiles.stat().st_mode) == 0o600


def test_keys_come_from_names_and_never_meet(folder: DataFolder) -> None:
    profiles = Profiles.load(folder)
    folder.profile("left-over").mkdir(parents=True)
    names = ["Support", "support!", "客服一部", "客服二部", "CON", "left over"]
    assert [added(profiles, name) for name in names] == [
        "support",
        "support-2",
        "profile",
        "profile-2",
        "profile-con",
        "left-over-2",
    ]


@given(st.text(max_size=50))
def test_any_name_is_refused_or_becomes_a_plain_folder_name(name: str) -> None:
    profiles = Profiles(DataFolder(Path("/nonexistent")))
    try:
        key = profiles.draft(name, URL, "id").key
    except InvalidInput:
        return
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert key


@pytest.mark.parametrize(
    ("name", "url", "appid", "reason"),
    [
        ("taken", URL, "id", "profile_exists"),
        ("TAKEN", URL, "id", "profile_exists"),
        ("", URL, "id", "profile_name"),
        ("a/b", URL, "id", "profile_name"),
        ("new", "http://sg.sobot.io", "id", "address_not_https"),
        ("new", "ftp://127.0.0.1", "id", "address_not_https"),
        ("new", "https://u:p@sg.sobot.io", "id", "address_has_extras"),
        ("new", URL, "  ", "missing"),
    ],
)
def test_wrong_input_is_refused(folder: DataFolder, name: str, url: str, appid: str, reason: str) -> None:
    profiles = Profiles.load(folder)
    added(profiles, "taken")
    with pytest.raises(InvalidInput) as refused:
        profiles.draft(name, url, appid)
    assert refused.value.reason == reason


def test_two_profiles_cannot_take_one_name(folder: DataFolder) -> None:
    profiles = Profiles.load(folder)
    added(profiles, "one")
    added(profiles, "two")
    with pytest.raises(InvalidInput):
        profiles.change(replace(profiles.named("two"), name="One"))
    profiles.change(replace(profiles.named("two"), name="TWO"))
    assert [profile.name for profile in profiles.all] == ["one", "TWO"]


def test_the_last_used_is_chosen_else_the_first(folder: DataFolder) -> None:
    profiles = Profiles.load(folder)
    assert profiles.chosen("") is None
    one, two = added(profiles, "one"), added(profiles, "two")
    chosen = [profiles.chosen(key) for key in (two, "", "gone")]
    assert [profile and profile.key for profile in chosen] == [two, one, one]


def test_an_unknown_name_is_refused(folder: DataFolder) -> None:
    with pytest.raises(InvalidInput) as refused:
        Profiles.load(folder).named("nobody")
    assert refused.value.reason == "no_such_profile"


@pytest.mark.parametrize("content", ["{", '{"a": 1}', "null"])
def test_a_broken_list_is_set_aside(folder: DataFolder, content: str) -> None:
    folder.profiles.write_text(content)
    profiles = Profiles.load(folder)
    assert profiles.all == ()
    assert profiles.kept_as == folder.root / "profiles.broken-1.json"


def test_good_entries_of_a_broken_list_are_kept(folder: DataFolder) -> None:
    good = '{"key": "a", "name": "a", "base_url": "https://sg.sobot.io", "appid": "1"}'
    plain = '{"key": "b", "name": "b", "base_url": "http://example.com", "appid": "1"}'
    folder.profiles.write_text(f"[{good}, {plain}, 7]")
    profiles = Profiles.load(folder)
    assert [profile.key for profile in profiles.all] == ["a"]
    assert profiles.kept_as is not None
