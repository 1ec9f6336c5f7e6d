"""What is asked when a profile does not open."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.unlocking import Unlocking
from desktop.domain.errors import AppError, KeyringGone, KeyringLocked, KeysLost, NoKeyring, NotWritable, WrongKey
from desktop.domain.profile import Profile
from desktop.ui.settings.key_dialog import KeyDialog
from tests.ui.stage import Stage

PROFILE = Profile(key="main", name="Main", base_url="https://sg.sobot.io", appid="1")


@pytest.mark.parametrize(
    ("error", "passphrase", "asked"),
    [
        (NoKeyring(), True, "PassphraseDialog"),
        (WrongKey(), True, "PassphraseDialog"),
        (WrongKey(), False, "KeyDialog"),
        (KeyringGone(profile="Main"), False, "KeyDialog"),
        (KeysLost(profile="Main"), False, "KeyDialog"),
        (KeyringLocked(), False, "KeyDialog"),
        (NotWritable(), True, "KeyDialog"),
    ],
)
def test_a_passphrase_is_asked_for_only_where_there_is_one(
    empty_stage: Stage, error: AppError, passphrase: bool, asked: str
) -> None:
    unlocking = Unlocking(
        empty_stage.window, empty_stage.kit.icons, lambda _profile, _given: None, lambda _profile: passphrase
    )
    unlocking.failed(PROFILE, error)
    shown = [box for box in empty_stage.window.findChildren(QDialog) if box.isVisible()]
    assert [type(box).__name__ for box in shown] == [asked]
    shown[0].reject()
    unlocking.done()


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
