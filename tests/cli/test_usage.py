import subprocess
import sys
import time

import pytest

from tests.cli.conftest import Failing, Kefu


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["--lang", "fr", "profile", "list"],
        ["profile"],
        ["profile", "add", "Main"],
        ["profile", "add", "Main", "--base-url", "https://sg.sobot.io"],
        ["profile", "list", "--profile", "Main"],
        ["export"],
        ["export", "--out", "customers.pdf"],
        ["demo-server", "--port", "99999"],
        ["demo-server", "--customers", "-1"],
        ["demo-server", "--port", "eighty"],
        ["--demo", "profile", "list"],
        ["sync", "--json=1"],
        ["--profile", "nobody", "sync"],
    ],
)
def test_wrong_usage_is_2(kefu: Kefu, arguments: list[str]) -> None:
    ended = kefu(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["list", "--help"], ["profile", "add", "--help"]]
)
def test_help_is_no_failure(kefu: Kefu, arguments: list[str]) -> None:
    ended = kefu(*arguments)
    assert (ended.code, ended.err) == (0, "")
    assert "kefu-desk" in ended.out


def test_help_needs_none_of_the_parts() -> None:
    code = (
        "import sys\nfrom desktop.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = ('PySide6', 'apsw', 'httpx', 'pydantic', 'keyring', 'asyncio', 'logging', 'argon2', 'json')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_list_of_files_at_rest_needs_no_network_and_no_qt() -> None:
    code = (
        "import sys\nimport desktop.cli.commands.listing, desktop.cli.commands.exporting\n"
        "heavy = ('PySide6', 'httpx', 'pydantic', 'keyring', 'xlsxwriter')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_help_comes_at_once(kefu: Kefu) -> None:
    def seconds() -> float:
        begun = time.perf_counter()
        kefu("--help")
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(3)) < 1


def test_without_a_profile_every_command_says_what_to_do(kefu: Kefu, one_line: Failing) -> None:
    for command in ("sync", "list"):
        assert "profile add" in one_line(kefu(command))
    assert "请先添加" in one_line(kefu("--lang", "zh", "list"))


def test_the_language_follows_the_system_and_the_preference(kefu: Kefu, one_line: Failing) -> None:
    assert "还没有账户" in one_line(kefu("list", LANG="zh_CN.UTF-8"))
    kefu.data.mkdir()
    (kefu.data / "preferences.json").write_text('{"language": "zh"}')
    assert "还没有账户" in one_line(kefu("list"))
    assert "no profile" in one_line(kefu("--lang", "en", "list"))


def test_broken_preferences_are_set_aside_and_told(kefu: Kefu) -> None:
    kefu.data.mkdir()
    (kefu.data / "preferences.json").write_text("{")
    ended = kefu("profile", "list")
    assert ended.code == 0
    assert "preferences.broken-1.json" in ended.err
    assert kefu("profile", "list").err == ""


def test_a_data_directory_that_cannot_be_is_told(kefu: Kefu, one_line: Failing) -> None:
    kefu.data.write_text("a file")
    one_line(kefu("profile", "add", "Main", "--base-url", "https://sg.sobot.io", "--appid", "a", typed="k\n"))
