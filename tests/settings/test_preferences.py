import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import AppError, InvalidInput, NotWritable
from desktop.settings.folder import DataFolder
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import ColumnState, Preferences, read_plainly
from desktop.settings.preferencesfile import load_preferences, save_preferences

FULL = Preferences(
    language="zh",
    theme="dark",
    density="compact",
    text_scale=1.25,
    profile="main",
    proxy="http://127.0.0.1:3128",
    ban_reasons=("Spam", "恶意骚扰"),
    ban_notices=False,
    shift_end="22:30",
    update_check=False,
    update_address="https://example.com/releases/latest",
    update_asked=1_700_000_000,
    keys={"customers.tag": ("G", "Ctrl+Shift+T"), "customers.stage": ()},
    columns={"customers": (ColumnState("nickname", 180), ColumnState("tags", 0, shown=False))},
    layouts={"window": "AdnQywAD"},
)

scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)


def test_what_is_saved_is_loaded(folder: DataFolder) -> None:
    save_preferences(folder.preferences, FULL)
    assert load_preferences(folder.preferences).preferences == FULL


def test_no_file_means_defaults(folder: DataFolder) -> None:
    loaded = load_preferences(folder.preferences)
    assert loaded.preferences == Preferences()
    assert loaded.kept_as is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 5000, b'{"theme": "pink"}'])
def test_a_broken_file_is_set_aside_and_named(folder: DataFolder, content: bytes) -> None:
    folder.preferences.write_bytes(content)
    loaded = load_preferences(folder.preferences)
    assert loaded.preferences == Preferences()
    assert loaded.kept_as == folder.root / "preferences.broken-1.json"
    assert loaded.kept_as.read_bytes() == content
    assert load_preferences(folder.preferences).kept_as is None


def test_the_good_fields_of_a_broken_file_are_used(folder: DataFolder) -> None:
    folder.preferences.write_text('{"theme": "dark", "density": 7, "text_scale": 1.5}')
    loaded = load_preferences(folder.preferences)
    assert loaded.preferences == Preferences(theme="dark", text_scale=1.5)
    assert loaded.kept_as is not None


@pytest.mark.parametrize("scale", ["9.5", '"wide"', "-1", "NaN"])
def test_a_scale_out_of_range_costs_only_itself(folder: DataFolder, scale: str) -> None:
    folder.preferences.write_text(f'{{"theme": "dark", "text_scale": {scale}}}')
    loaded = load_preferences(folder.preferences)
    assert loaded.preferences == Preferences(theme="dark")
    assert loaded.kept_as is not None


def test_near_forms_and_unknown_fields_are_no_damage(folder: DataFolder) -> None:
    folder.preferences.write_text('{"text_scale": "1.25", "of_a_newer_version": 1}')
    loaded = load_preferences(folder.preferences)
    assert loaded.preferences == Preferences(text_scale=1.25)
    assert loaded.kept_as is None


@given(
    st.dictionaries(
        st.sampled_from(
            ["language", "theme", "density", "text_scale", "profile", "proxy", "columns", "layouts", "x"]
        ),
        anything,
    )
)
def test_reading_plainly_never_raises_and_never_lets_a_wrong_value_in(raw: dict[str, Any]) -> None:
    read = read_plainly(raw)
    if read is not None:
        assert read.theme in {"system", "light", "dark"}
        assert type(read.profile) is str
        assert all(type(value) is str for value in read.layouts.values())
        assert 0.75 <= read.text_scale <= 2


def test_a_file_that_may_not_be_read_is_told(folder: DataFolder) -> None:
    folder.preferences.mkdir()
    with pytest.raises(NotWritable):
        load_preferences(folder.preferences)


@pytest.mark.parametrize("wrong", [{"theme": "pink"}, {"language": "fr"}, {"layouts": {"window": 3}}])
def test_a_wrong_value_is_refused_when_written(folder: DataFolder, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_preferences(folder.preferences, Preferences(**wrong))
    assert refused.value.field == next(iter(wrong))
    assert not folder.preferences.exists()


def test_the_reading_path_loads_no_heavy_module(folder: DataFolder) -> None:
    save_preferences(folder.preferences, FULL)
    code = (
        "import sys; from pathlib import Path\n"
        "from desktop.settings.preferencesfile import load_preferences\n"
        "from desktop.settings.profiles import Profiles\n"
        "from desktop.settings.folder import data_folder\n"
        "from desktop.settings.vault import Vault\n"
        "from desktop.settings.systemkeyring import SystemKeyring\n"
        "from desktop.settings.live import LivePreferences\n"
        "folder = data_folder(Path(sys.argv[1]))\n"
        "load_preferences(folder.preferences); Profiles.load(folder)\n"
        "print([name for name in ('pydantic', 'keyring', 'argon2', 'asyncio', 'httpx') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(folder.root)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_a_change_is_told_at_once_and_written_soon(folder: DataFolder) -> None:
    trouble: list[AppError] = []
    told: list[Preferences] = []
    live = LivePreferences(folder.preferences, Preferences(), trouble.append)
    end = live.subscribe(told.append)
    for number in range(50):
        live.change(layouts={"window": str(number)})
    live.change(layouts={"window": "49"})
    end()
    live.change(theme="light")
    live.close()
    assert [preferences.layouts["window"] for preferences in told] == [str(number) for number in range(50)]
    assert json.loads(folder.preferences.read_text())["layouts"] == {"window": "49"}
    assert load_preferences(folder.preferences).preferences == live.current
    assert trouble == []


def test_a_failed_write_is_told_and_the_value_stays(folder: DataFolder) -> None:
    trouble: list[AppError] = []
    (folder.root / "occupied").mkdir()
    live = LivePreferences(folder.root / "occupied", Preferences(), trouble.append)
    live.change(theme="dark")
    live.close()
    assert live.current.theme == "dark"
    assert [type(error) for error in trouble] == [NotWritable]


def test_a_scale_out_of_range_is_refused_where_it_is_changed(folder: DataFolder) -> None:
    live = LivePreferences(folder.preferences, Preferences(), lambda _: None)
    with pytest.raises(InvalidInput):
        live.change(text_scale=9.0)
    assert live.current == Preferences()
    assert threading.active_count() >= 1
    assert not Path(folder.preferences).exists()
