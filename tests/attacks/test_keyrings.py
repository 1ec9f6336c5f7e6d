"""The short form of the attack on the key store, and the buttons of the question it leads to."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.errors import KeyringGone
from desktop.ui.settings.key_dialog import KeyDialog
from tests.attacks import keyrings
from tests.demo_control import DemoHandle


def test_a_key_store_that_was_replaced(tmp_path: Path, demo_server: DemoHandle) -> None:
    before = demo_server.app_key
    found = keyrings.attack(tmp_path, demo_server, ["replaced"], 30.0, sound=False)
    demo_server.app_key = before
    assert found.wrong == []
    assert found.tries == 3


def test_the_question_for_the_key_store_has_three_ways_out(qtbot: QtBot) -> None:
    dialog = KeyDialog(KeyringGone(profile="Main"))
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    for signal, text in (
        (dialog.settings_wanted, "Settings"),
        (dialog.quit_wanted, "Quit"),
        (dialog.accepted, "Try again"),
    ):
        with qtbot.waitSignal(signal):
            buttons[text].click()
