"""One window for each data directory: who opens, who asks, and what the window does when it is asked."""

import json
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.instance import PATIENCE, Instance, Wish
from desktop.app.options import Options
from desktop.app.summons import Summons
from desktop.domain.errors import WindowStuck
from desktop.settings.folder import DataFolder
from tests.attacks import starts

PLAIN = Options()


@dataclass
class Starts:
    """Starts on one data directory."""

    folder: Path
    made: list[Instance] = field(default_factory=list)

    def one(self, options: Options = PLAIN) -> Instance:
        """Another start."""
        self.made.append(Instance(DataFolder(self.folder), options))
        return self.made[-1]

    def later(self, options: Options = PLAIN) -> tuple[threading.Thread, list[bool]]:
        """A later start in a thread, and what came of it once it ended."""
        came: list[bool] = []
        thread = threading.Thread(target=lambda: came.append(self.one(options).begin()))
        thread.start()
        return thread, came


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Starts]:
    made = Starts(tmp_path / "data")
    yield made
    for one in made.made:
        one.end()


def test_a_later_start_brings_the_window_to_the_front_and_ends(qapp: QApplication, starting: Starts) -> None:
    first, window = starting.one(), QWidget()
    assert first.begin()
    window.showMinimized()
    named: list[str] = []
    thread, came = starting.later(Options(profile="Shop"))
    Summons(first, window, named.append)
    while thread.is_alive():
        qapp.processEvents()
    assert came == [False]
    assert named == ["Shop"]
    assert window.isVisible()
    assert not window.isMinimized()
    assert [path.name for path in first.folder.iterdir()] == ["open"]
    window.close()


def test_a_later_start_opens_when_the_window_closes_before_it_hears(starting: Starts) -> None:
    first = starting.one()
    assert first.begin()
    thread, came = starting.later()
    first.end()
    thread.join(20)
    assert came == [True]


def test_a_window_that_does_not_answer_is_told_and_nothing_is_left(starting: Starts) -> None:
    first = starting.one()
    assert first.begin()
    times = iter([0.0, 1.0, PATIENCE + 1])
    with pytest.raises(WindowStuck):
        starting.one().begin(sleep=lambda _seconds: None, clock=lambda: next(times))
    assert first.wishes() == []


def test_the_demo_and_a_picture_have_windows_of_their_own(starting: Starts) -> None:
    first = starting.one()
    assert first.begin()
    assert starting.one(Options(demo=True)).begin()
    assert starting.one(Options(screenshot=Path("x.png"))).begin()


def test_where_nothing_can_be_written_the_window_opens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Instance(DataFolder(tmp_path / "file"), PLAIN).begin()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"other": 1}', b"\xff"])
def test_a_broken_wish_is_heard_as_none(starting: Starts, content: bytes) -> None:
    first = starting.one()
    assert first.begin()
    (first.folder / "x.wish").write_bytes(content)
    (first.folder / "y.wish").write_text(json.dumps({"profile": "Shop"}))
    assert Wish("Shop") in first.wishes()
    assert not list(first.folder.glob("*.wish"))


def test_of_starts_at_once_one_has_the_window(tmp_path: Path) -> None:
    window, wrong = starts.rush(tmp_path, 3)
    assert window is not None
    assert wrong + starts.leave(window, signal.SIGTERM) == []
