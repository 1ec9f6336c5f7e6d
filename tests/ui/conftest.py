"""The compiled translations, and a window with an account in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.app.post import GuiPost
from desktop.ui.kit import Kit
from desktop.ui.tags.page import TagsPage
from desktop.ui.wording.language import Language
from tests.ui import fieldbench, world
from tests.ui.fieldwindow import FieldWindow
from tests.ui.keys import CONTROL, Key, press
from tests.ui.stage import Stage, compiled_translations

CUSTOMERS = 300


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of compiled translations."""
    return compiled_translations(tmp_path_factory.mktemp("i18n"))


@pytest.fixture
def language(qapp: QApplication, compiled: Path) -> Iterator[Language]:
    """The language of the application, English at first."""
    made = Language(qapp, compiled)
    made.use("en")
    yield made
    made.remove()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of an account, to be copied."""
    folder = tmp_path_factory.mktemp("filled") / "account"
    world.fill(folder, CUSTOMERS)
    return folder


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, language: Language, filled: Path, tmp_path: Path) -> Iterator[Stage]:
    """A window on an account with customers, the first of them on the screen."""
    assert language.code == "en"
    folder = tmp_path / "account"
    shutil.copytree(filled, folder)
    post = GuiPost()
    made = Stage(qapp, folder, post)
    made.window.show()
    qtbot.waitUntil(lambda: made.screens.page.rows.row(0) is not None)
    made.screens.page.table.setFocus()
    yield made
    made.close()
    post.close()


@pytest.fixture
def empty_stage(qapp: QApplication, qtbot: QtBot, language: Language, tmp_path: Path) -> Iterator[Stage]:
    """A window on an account that was never pulled."""
    assert language.code == "en"
    post = GuiPost()
    made = Stage(qapp, tmp_path / "account", post)
    made.window.show()
    qtbot.waitUntil(made.screens.page._empty.isVisible)
    yield made
    made.close()
    post.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> Iterator[TagsPage]:
    """The tags page, reached by its key, with its counts."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    press(Key.Key_2, CONTROL)
    page = stage.screens.pages.tags.page
    qtbot.waitUntil(lambda: len(page.counting.counts.groups) == 5)
    qtbot.waitUntil(page.side.list.hasFocus)
    yield page
    for dialog in stage.window.findChildren(QDialog):
        dialog.reject()


@pytest.fixture(scope="session")
def field_kit(qapp: QApplication) -> Kit:
    """What editors of fields are drawn with."""
    return fieldbench.kit(qapp)


@pytest.fixture
def fields(field_kit: Kit, qtbot: QtBot, language: Language) -> Iterator[FieldWindow]:
    """A window for editors of fields, with every small table in the cache and no network."""
    assert language.code == "en"
    made = FieldWindow(fieldbench.context(field_kit))
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Iterator[Stage]:
    """The stage with the keyboard in the table, on the first customer; forms left open are put away."""
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000000")
    stage.screens.page.table.setFocus()
    yield stage
    for window in tuple(stage.screens.forms.windows):
        window.form.put_away()
