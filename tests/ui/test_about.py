"""The About page, driven as a user would."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ConnectFailed
from desktop.domain.releases import NoRelease, Release
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.tasks import Tasks
from desktop.settings.preferences import Preferences
from desktop.ui.kit import Kit
from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.licences_dialog import LicencesDialog
from desktop.ui.wording.formats import Formats
from desktop.ui.wording.language import Language
from tests.ui.stage import ToldAbout

ADDRESS = "https://example.com/latest"


@pytest.fixture
def kit(qapp: QApplication, language: Language) -> Iterator[Kit]:
    assert language.code == "en"
    look = Look(qapp)
    look.apply()
    yield Kit(look, Icons(look), ChipPainter(look), Formats())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Shown:
    """The page, what it was told to keep, and the program it tells about."""

    def __init__(self, kit: Kit, qtbot: QtBot) -> None:
        self.about = ToldAbout()
        self.kept: list[tuple[str, object]] = []
        self.page = AboutPage(kit, self.about, Preferences(), Tasks(pytest.fail))
        qtbot.addWidget(self.page)
        self.page.chosen.connect(lambda name, value: self.kept.append((name, value)))
        self.page.show()

    async def look(self, address: str = ADDRESS) -> str:
        self.page.address.setText(address)
        self.page.look.click()
        for _ in range(5):
            await asyncio.sleep(0)
        return self.page.result.original()


@pytest.fixture
def shown(kit: Kit, qtbot: QtBot) -> Shown:
    return Shown(kit, qtbot)


async def test_it_says_which_version_this_is_and_where_the_data_lie(shown: Shown) -> None:
    assert shown.page._version.original() == "Version 1.2.3"
    assert shown.page.folder.original() == "data"
    assert shown.page.daily.isChecked()
    assert not shown.page.look.isEnabled()


async def test_the_report_goes_to_the_clipboard(shown: Shown) -> None:
    shown.page.copy_report.click()
    assert QGuiApplication.clipboard().text() == "Kefu Desk 1.2.3"
    assert shown.page.copy_report.text() == "Copied"


async def test_a_newer_version_is_named_and_its_page_opened_but_nothing_installed(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.about.offers = Release("2.0.0", "https://example.com/v2")
    assert await shown.look() == "Version 2.0.0 is there."
    assert shown.about.asked == [ADDRESS]
    assert ("update_address", ADDRESS) in shown.kept
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shown.page.open_page.click()
    assert opened == [QUrl("https://example.com/v2")]


async def test_none_newer_and_no_page_leave_nothing_to_open(shown: Shown) -> None:
    assert await shown.look() == "This is the newest version."
    assert shown.page.open_page.isHidden()
    shown.about.offers = Release("2.0.0")
    assert await shown.look() == "Version 2.0.0 is there."
    assert shown.page.open_page.isHidden()


@pytest.mark.parametrize(
    ("error", "words"),
    [(NoRelease(), "did not answer with a version"), (ConnectFailed(), "cannot be reached")],
)
async def test_what_went_wrong_is_said_plainly(shown: Shown, error: Exception, words: str) -> None:
    shown.about.offers = error
    assert words in await shown.look()
    assert shown.page.look.isEnabled()


@pytest.mark.parametrize("address", ["http://example.com/x", "example.com", "https://a:b@example.com"])
async def test_an_address_that_is_not_https_is_refused_beside_the_field(shown: Shown, address: str) -> None:
    assert await shown.look(address) == ""
    assert shown.about.asked == []
    assert shown.kept == []
    assert shown.page._address_field._wrong


async def test_the_daily_look_is_switched_off(shown: Shown) -> None:
    shown.page.daily.click()
    assert shown.kept == [("update_check", False)]
    shown.page.show_preferences(Preferences(update_check=False, update_address=ADDRESS))
    assert not shown.page.daily.isChecked()
    assert shown.page.look.isEnabled()


async def test_every_licence_can_be_read_as_plain_text(shown: Shown) -> None:
    shown.page.licences.click()
    for _ in range(5):
        await asyncio.sleep(0)
    dialog = shown.page.window().findChild(LicencesDialog)
    assert dialog is not None
    dialog.list.setCurrentRow(1)
    assert dialog._heading.original() == "Qt · 6 · LGPL-3.0-only"
    assert dialog.text.toPlainText() == "<b>Qt</b>"
    dialog.close()
