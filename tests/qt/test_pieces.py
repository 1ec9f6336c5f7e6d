"""Work that is done a piece a turn of the event loop."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.pieces import Pieces


def work(done: list[str], name: str, count: int) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield
    done.append(f"{name} done")


def test_the_first_piece_is_done_at_once_and_one_more_each_turn() -> None:
    done: list[str] = []
    owner = QObject()
    pieces = Pieces(owner)
    pieces.begin(work(done, "a", 3))
    assert done == ["a0"]
    seen = 1
    while "a done" not in done:
        QApplication.processEvents()
        assert len(done) <= seen + 1
        seen = len(done)
    assert done == ["a0", "a1", "a2", "a done"]


def test_what_is_left_of_a_former_work_is_dropped(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    pieces = Pieces(owner)
    pieces.begin(work(done, "a", 3))
    pieces.begin(work(done, "b", 1))
    qtbot.waitUntil(lambda: "b done" in done)
    assert done == ["a0", "b0", "b done"]


def test_work_without_pieces_is_done_at_once() -> None:
    owner = QObject()
    done: list[str] = []
    Pieces(owner).begin(work(done, "a", 0))
    assert done == ["a done"]


def test_it_ends_with_its_owner() -> None:
    done: list[str] = []
    owner = QObject()
    Pieces(owner).begin(work(done, "a", 100))
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    before = len(done)
    for _ in range(5):
        QApplication.processEvents()
    assert len(done) == before
