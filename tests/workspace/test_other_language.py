"""Names fetched in one language are shown in the other rather than ids, until its own are fetched."""

import queue
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.dictionaries import Stage
from desktop.domain.profile import Profile
from desktop.workspace.account import Account
from desktop.workspace.events import CollectionChanged
from tests.workspace.rig import KEY

NOWHERE = Profile("p", "P", "http://127.0.0.1:9", "demo")


@pytest.mark.parametrize(("language", "name"), [("en", "Intention"), ("zh", "Intention")])
def test_names_of_another_language_beat_ids(tmp_path: Path, language: str, name: str) -> None:
    assert stage_name(tmp_path, language, en="Intention") == name


@pytest.mark.parametrize(("language", "name"), [("en", "Intention"), ("zh", "有意向")])
def test_its_own_names_come_first(tmp_path: Path, language: str, name: str) -> None:
    assert stage_name(tmp_path, language, en="Intention", zh="有意向") == name


def stage_name(folder: Path, language: str, **names: str) -> str:
    """Return what an offline account calls a stage that was fetched under `names`."""
    file = CacheFile.open(ProfileFiles(folder).cache, KEY)
    for fetched, name in names.items():
        file.put_dictionary("stage", fetched, [Stage("s1", name)], 1)
    file.close()
    posts: queue.Queue[Callable[[], None]] = queue.Queue()
    account = Account.open(NOWHERE, folder, KEY, post=posts.put, language=language)
    ends = time.monotonic() + 5
    while "s1" not in account.collections.stages and time.monotonic() < ends:
        posts.get(timeout=5)()
    account.close_files()
    return account.collections.stages["s1"].name


def test_another_language_is_spoken_at_once_and_asked_for_from_then_on(tmp_path: Path) -> None:
    file = CacheFile.open(ProfileFiles(tmp_path).cache, KEY)
    for language, name in (("zh", "有意向"), ("en", "Intention")):
        file.put_dictionary("stage", language, [Stage("s1", name)], 1)
    file.close()
    posts: queue.Queue[Callable[[], None]] = queue.Queue()
    account = Account.open(NOWHERE, tmp_path, KEY, post=posts.put, language="zh")
    told: list[str] = []
    account.subscribe(lambda event: told.append(event.kind) if isinstance(event, CollectionChanged) else None)
    settle(account, posts, "有意向")
    told.clear()
    account.speak("en")
    settle(account, posts, "Intention")
    account.close_files()
    assert account.collections.language == "en"
    assert "stage" in told


def settle(account: Account, posts: queue.Queue[Callable[[], None]], name: str) -> None:
    """Run what is posted until the stage is called so."""
    ends = time.monotonic() + 10
    while (stage := account.collections.stages.get("s1")) is None or stage.name != name:
        assert time.monotonic() < ends
        posts.get(timeout=5)()
