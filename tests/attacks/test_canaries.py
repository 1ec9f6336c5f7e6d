"""The short form of the search for secrets and people, and what is logged of Qt's messages."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from desktop.app.hooks import Hooks
from tests.attacks import canaries
from tests.demo_control import DemoHandle


def test_a_session_leaves_no_secret_anywhere(tmp_path: Path, demo_server: DemoHandle) -> None:
    before = demo_server.app_key
    found = canaries.attack(tmp_path, demo_server)
    demo_server.app_key = before
    assert found.wrong == []
    assert found.places > 12


@pytest.mark.parametrize(
    ("message", "logged"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "Qt: QPainter::begin"),
        ("qt.qpa.fonts: no font for 张三 13800138000", "Qt: qt.qpa.fonts"),
        ("张三 13800138000", "Qt: (a message without a name)"),
    ],
)
def test_of_qts_messages_only_the_speaker_is_logged(
    caplog: pytest.LogCaptureFixture, message: str, logged: str
) -> None:
    own = logging.getLogger("desktop")
    propagates, own.propagate = own.propagate, True
    Hooks(lambda _report: None)._on_qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    own.propagate = propagates
    assert caplog.messages == [logged]
