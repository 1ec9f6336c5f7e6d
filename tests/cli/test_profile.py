import stat

import pytest

from tests.cli.conftest import Failing, Kefu
from tests.demo_control import DemoHandle

URL = "https://sg.sobot.io"


def test_profiles_are_added_listed_and_removed(kefu: Kefu) -> None:
    assert kefu("profile", "add", "Asia", "--base-url", URL, "--appid", "id-1", typed="secret-1\n").code == 0
    added = kefu("profile", "add", "客服", "--base-url", f"{URL}/", "--appid", "id-2", KEFU_APP_KEY="secret-2")
    assert added.code == 0
    listed = kefu("profile", "list").out.splitlines()
    assert [line.split() for line in listed[1:]] == [["*", "Asia", URL, "id-1"], ["客服", URL, "id-2"]]
    assert kefu("profile", "remove", "asia").code == 0
    assert "Asia" not in kefu("profile", "list").out
    assert [path.name for path in (kefu.data / "profiles").iterdir()] == ["profile"]


def test_no_secret_is_shown_or_stored_in_clear(kefu: Kefu) -> None:
    ended = kefu("profile", "add", "Main", "--base-url", URL, "--appid", "id", typed="app-key-of-this-test\n")
    assert "app-key-of-this-test" not in ended.out + ended.err
    for path in kefu.data.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
        assert path.is_dir() or b"app-key-of-this-test" not in path.read_bytes()
        assert path.is_dir() or b"correct horse" not in path.read_bytes()


@pytest.mark.parametrize(
    ("name", "url", "appid", "words"),
    [
        ("Main", "http://example.com", "id", "https://"),
        ("Main", "http://127.0.0.1.example.com", "id", "https://"),
        ("Main", "sg.sobot.io", "id", "https://"),
        ("Main", "https://user:pass@sg.sobot.io", "id", "address"),
        ("a/b", URL, "id", "name"),
        ("Main", URL, " ", "nothing was given"),
    ],
)
def test_bad_values_are_wrong_usage(kefu: Kefu, name: str, url: str, appid: str, words: str) -> None:
    ended = kefu("profile", "add", name, "--base-url", url, "--appid", appid, typed="key\n")
    assert ended.code == 2
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not (kefu.data / "profiles").exists()


def test_a_name_is_taken_once(kefu: Kefu) -> None:
    arguments = ("profile", "add", "Main", "--base-url", URL, "--appid", "id")
    assert kefu(*arguments, typed="key\n").code == 0
    assert kefu(*arguments, typed="key\n").code == 2
    assert len(list((kefu.data / "profiles").iterdir())) == 1


def test_no_app_key_is_refused(kefu: Kefu) -> None:
    ended = kefu("profile", "add", "Main", "--base-url", URL, "--appid", "id")
    assert ended.code == 2
    assert kefu("profile", "list").out.splitlines()[1:] == []


def test_without_keyring_and_passphrase_nothing_is_added(kefu: Kefu, one_line: Failing) -> None:
    ended = kefu("profile", "add", "Main", "--base-url", URL, "--appid", "id", typed="key\n", KEFU_PASSPHRASE="")
    assert "key store" in one_line(ended)
    assert list(kefu.data.rglob("*.json")) == []


def test_a_passphrase_is_needed_and_must_be_the_same(added: Kefu, one_line: Failing) -> None:
    assert "key store" in one_line(added("list", KEFU_PASSPHRASE=""))
    assert "does not open" in one_line(added("list", KEFU_PASSPHRASE="wrong"))
    one_line(added("--lang", "zh", "sync", KEFU_PASSPHRASE="wrong"))


def test_the_profile_is_chosen_by_name(added: Kefu, demo_server: DemoHandle) -> None:
    ended = added("profile", "add", "Other", "--base-url", demo_server.url, "--appid", "demo", typed="wrong-key\n")
    assert ended.code == 0
    assert added("--profile", "main", "sync").code == 0
    assert added("--profile", "Other", "list").code == 1
    assert len(added("--profile", "Main", "list", "--json").objects()) == 500
