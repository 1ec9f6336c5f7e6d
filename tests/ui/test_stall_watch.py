"""The palette's way to see how smoothly the window runs."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.qt.toast import Toast
from desktop.ui.actions.registry import Actions
from desktop.ui.stall_watch import StallWatch


def test_it_begins_and_tells_what_kept_the_window_waiting(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    told: list[Toast] = []
    actions = Actions(window, lambda _name: QIcon())
    watch = StallWatch(actions, told.append, window)
    slept: list[float] = []
    watch.turn()
    QTimer.singleShot(0, lambda: (time.sleep(0.08), slept.append(0.08)))
    qtbot.waitUntil(lambda: bool(slept))
    qtbot.wait(20)
    watch.turn()
    assert len(told) == 2
    assert "99.9 %" in told[1].text
    assert told[1].act is not None
    told[1].act()
    report = QGuiApplication.clipboard().text()
    assert report.startswith("longest ")
    assert "test_stall_watch.py" in report
