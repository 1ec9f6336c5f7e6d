"""The settings, the first start and the passphrase, driven as a user would."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import BadSign, ConnectFailed, InvalidInput, NoKeyring
from desktop.domain.profile import ENVIRONMENTS
from desktop.qt.chips import ChipPainter
from desktop.qt.dialogs import Question
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import Preferences
from desktop.ui.kit import Kit
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.draft import Draft, draft_of, environment_of, faults
from desktop.ui.settings.first_start import FirstStart
from desktop.ui.settings.passphrase_dialog import PassphraseDialog
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.language import Language
from tests.ui import world
from tests.ui.stage import StoredProfiles, ToldAbout

GOOD = Draft("Acme", "https://sg.sobot.io", "id", "key")


@pytest.fixture
def kit(qapp: QApplication, language: Language) -> Iterator[Kit]:
    assert language.code == "en"
    look = Look(qapp)
    look.apply()
    yield Kit(look, Icons(look), ChipPainter(look), Formats())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def preferences(tmp_path: Path) -> Iterator[LivePreferences]:
    def failed(error: Exception) -> None:
        raise error

    made = LivePreferences(tmp_path / "preferences.json", Preferences(), failed)
    yield made
    made.close()


@pytest.fixture
async def tasks() -> Tasks:
    return Tasks(pytest.fail)


async def settle() -> None:
    """Let what was started come to rest."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (GOOD, {}),
        (replace(GOOD, name=" "), {"name": "profile_name"}),
        (replace(GOOD, base_url="http://sobot.example.com"), {"base_url": "address_not_https"}),
        (replace(GOOD, base_url="http://127.0.0.1:8080"), {}),
        (replace(GOOD, appid="", app_key=""), {"appid": "missing", "app_key": "missing"}),
        (replace(GOOD, app_key="", key="stored"), {}),
        (replace(GOOD, proxy="proxy.example.com"), {"proxy": "proxy_address"}),
        (replace(GOOD, proxy="http://proxy.example.com:8080"), {}),
    ],
)
def test_faults_are_told_by_field(draft: Draft, wrong: dict[str, str]) -> None:
    assert {name: error.reason for name, error in faults(draft).items()} == wrong


def test_a_stored_profile_never_shows_its_key() -> None:
    assert draft_of(world.PROFILE).app_key == ""
    assert "secret" not in repr(replace(GOOD, app_key="secret", passphrase="secret"))


@pytest.mark.parametrize(("name", "url"), ENVIRONMENTS.items())
def test_environments_are_known_by_their_address(name: str, url: str) -> None:
    assert environment_of(url + "/") == name
    assert environment_of("https://other.example.com") == "custom"


async def test_what_is_wrong_is_said_at_its_field(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles([])
    dialog = FirstStart(kit, profiles, preferences, tasks)
    qtbot.addWidget(dialog)
    dialog.editor.save_button.click()
    await settle()
    fields = dialog.editor.form._fields
    assert "nothing was given" in fields["appid"]._note.text()
    assert fields["appid"].control.property("invalid")
    assert not fields["proxy"]._wrong
    assert not profiles.saved


async def test_the_first_start_saves_and_opens(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles([])
    dialog = FirstStart(kit, profiles, preferences, tasks)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.editor.form.show_draft(GOOD)
    dialog.editor.save_button.click()
    await settle()
    assert profiles.saved == [GOOD]
    assert profiles.opened == ["new"]
    assert not dialog.isVisible()


def test_the_first_start_offers_the_demo_and_the_language(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences
) -> None:
    profiles = StoredProfiles([])
    dialog = FirstStart(kit, profiles, preferences, Tasks(pytest.fail))
    qtbot.addWidget(dialog)
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert preferences.current.language == "zh"
    dialog.demo_button.click()
    assert profiles.opened == ["demo"]


async def test_without_a_key_store_a_passphrase_is_chosen(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles([])
    profiles.errors = [NoKeyring()]
    dialog = FirstStart(kit, profiles, preferences, tasks)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.editor.form.show_draft(GOOD)
    dialog.editor.save_button.click()
    await settle()
    asked = dialog.findChild(PassphraseDialog)
    assert asked is not None
    asked._first.setText("correct horse")
    asked._second.setText("correct house")
    asked._go.click()
    assert asked.isVisible()
    assert "differ" in asked._again._note.text()
    asked._second.setText("correct horse")
    asked._go.click()
    await settle()
    assert profiles.saved == [GOOD, replace(GOOD, passphrase="correct horse")]
    assert profiles.opened == ["new"]


async def test_keeping_in_memory_only_is_a_choice(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles([])
    profiles.errors = [NoKeyring()]
    dialog = FirstStart(kit, profiles, preferences, tasks)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.editor.form.show_draft(GOOD)
    dialog.editor.save_button.click()
    await settle()
    asked = dialog.findChild(PassphraseDialog)
    assert asked is not None
    asked._memory.click()
    await settle()
    assert profiles.saved[-1] == replace(GOOD, memory_only=True)


async def test_the_connection_is_tested_step_by_step(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles()
    dialog = SettingsDialog(kit, profiles, preferences, tasks, ToldAbout())
    qtbot.addWidget(dialog)
    dialog.open()
    editor = dialog.accounts.editor
    editor.test_button.click()
    await settle()
    assert [draft.appid for draft in profiles.tested] == ["acme-appid"]
    texts = [child.accessibleName() for child in editor._report.findChildren(QWidget)]
    assert "Passed: The server answers" in texts
    assert "Passed: The plan includes API access" in texts
    editor.form._appid.setText("other")
    assert not editor._report.isVisible()


async def test_a_refused_save_says_why_and_keeps_the_form(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles()
    profiles.errors = [ConnectFailed(), InvalidInput("name", "profile_exists", name="Beta")]
    dialog = SettingsDialog(kit, profiles, preferences, tasks, ToldAbout())
    qtbot.addWidget(dialog)
    dialog.open()
    editor = dialog.accounts.editor
    editor.save_button.click()
    await settle()
    assert "cannot be reached" in editor._trouble.text()
    editor.save_button.click()
    await settle()
    assert "Beta" in editor.form._fields["name"]._note.text()
    assert editor.form.draft.appid == "acme-appid"


async def test_accounts_are_added_opened_and_removed(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences, tasks: Tasks
) -> None:
    profiles = StoredProfiles()
    dialog = SettingsDialog(kit, profiles, preferences, tasks, ToldAbout())
    qtbot.addWidget(dialog)
    dialog.open()
    page = dialog.accounts
    assert page.list.item(0).text() == "Acme 客服 (open)"
    assert not page.open_button.isEnabled()
    page.list.setCurrentRow(1)
    page.remove_button.click()
    await settle()
    question = dialog.findChild(Question)
    assert question is not None
    question.no.click()
    await settle()
    assert len(profiles.all) == 2
    page.remove_button.click()
    await settle()
    question = next(found for found in dialog.findChildren(Question) if found.isVisible())
    question.yes.click()
    await settle()
    assert [profile.key for profile in profiles.all] == ["acme"]
    page.add_button.click()
    page.editor.form.show_draft(GOOD)
    page.editor.save_button.click()
    await settle()
    assert profiles.opened == ["new"]
    assert not dialog.isVisible()


def test_the_app_key_is_masked_until_the_eye_is_pressed(
    qtbot: QtBot, kit: Kit, preferences: LivePreferences
) -> None:
    dialog = SettingsDialog(kit, StoredProfiles(), preferences, Tasks(pytest.fail), ToldAbout())
    qtbot.addWidget(dialog)
    secret = dialog.accounts.editor.form._secret
    assert secret.echoMode() == QLineEdit.EchoMode.Password
    secret._eye.trigger()
    assert secret.echoMode() == QLineEdit.EchoMode.Normal


def test_appearance_changes_at_once(qtbot: QtBot, kit: Kit, preferences: LivePreferences) -> None:
    dialog = SettingsDialog(kit, StoredProfiles(), preferences, Tasks(pytest.fail), ToldAbout())
    qtbot.addWidget(dialog)
    for name, value in (("theme", "dark"), ("density", "compact"), ("text_scale", 1.3), ("language", "zh")):
        box = dialog.appearance._boxes[name]
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        assert getattr(preferences.current, name) == value
    preferences.change(text_scale=1.25)
    assert dialog.appearance._boxes["text_scale"].currentText() == "125 %"


def test_a_wrong_passphrase_is_said_and_what_was_typed_stays(qtbot: QtBot, kit: Kit) -> None:
    dialog = PassphraseDialog("enter", "Acme", kit.icons)
    qtbot.addWidget(dialog)
    dialog._first.setText("wrong")
    dialog.show_error(BadSign())
    assert dialog.passphrase == "wrong"
    assert dialog._field._note.text()
