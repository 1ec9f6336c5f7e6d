"""Takes screenshots of the screens, for looking at: `python tests/ui/shots.py FOLDER [NAME ...]`."""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.post import GuiPost
from desktop.domain.errors import BadSign, ConnectFailed, NoKeyring
from desktop.domain.query import Contains, OneOf, Tagged
from desktop.qt.tasks import Tasks
from desktop.settings.live import LivePreferences
from desktop.settings.preferences import Preferences
from desktop.ui.actions import verbs
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.draft import Draft
from desktop.ui.settings.first_start import FirstStart
from desktop.ui.settings.passphrase_dialog import PassphraseDialog
from desktop.ui.wording.language import Code, Language
from desktop.workspace.probe import report
from desktop.workspace.status import Progress
from tests.ui import world
from tests.ui.stage import Stage, StoredProfiles, ToldAbout, compiled_translations

ROOT = Path(__file__).parents[2]


def wait(milliseconds: int) -> None:
    """Let events run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Shots:
    """Builds the window once and photographs what each scene puts into it."""

    def __init__(self, app: QApplication, folder: Path, names: list[str]) -> None:
        self._folder = folder
        self._names = names
        self.work = Path(tempfile.mkdtemp())
        self.language = Language(app, compiled_translations(self.work / "i18n"))
        world.fill(self.work / "account", 3_000)
        self.stage = Stage(app, self.work / "account", GuiPost())
        self.tasks = Tasks(lambda error: print(repr(error)))

    def take(self, name: str, widget: QWidget) -> None:
        """Write one picture."""
        wait(350)
        widget.grab().save(str(self._folder / f"{name}.png"))

    def scenes(self) -> dict[str, Callable[[], QWidget]]:
        """Return every scene by name."""
        return {
            name.removeprefix("_scene_"): getattr(self, name) for name in dir(self) if name.startswith("_scene_")
        }

    def run(self, scheme: str, code: Code, size: tuple[int, int]) -> None:
        """Take every scene in a look, a language, a size."""
        self.language.use(code)
        self.stage.set_scheme(scheme)
        for name, scene in self.scenes().items():
            if self._names and name not in self._names:
                continue
            self.stage.reset()
            self.stage.window.resize(*size)
            self.stage.window.show()
            wait(400)
            widget = scene()
            self.take(f"{name}-{scheme}-{code}-{size[0]}", widget)
            for child in self.stage.window.findChildren(QWidget):
                if child.isWindow() and child.isVisible():
                    child.close()
            wait(50)

    def _scene_table(self) -> QWidget:
        page = self.stage.screens.page
        page.table.setFocus()
        page.table.go_to(0)
        self.stage.status(connection="online")
        return self.stage.window

    def _scene_filtered(self) -> QWidget:
        page = self.stage.screens.page
        for condition in (
            OneOf("stage_id", ("s1", "s2")),
            Tagged("any", ("t0", "t3", "t8")),
            Contains("phone", "138"),
        ):
            page.state.put(None, condition)
        wait(300)
        page.table.setFocus()
        page.table.go_to(3)
        ids = [row.id for row in (page.rows.row(place) for place in range(3)) if row]
        page.table.selection.select(ids)
        progress = Progress("customers", 420_000, 1_000_000, 8_100.0, 72)
        self.stage.status(connection="online", progress=progress, quarantined=3)
        return self.stage.window

    def _scene_filter_list(self) -> QWidget:
        self.stage.screens.page.add_filter()
        return self.stage.window

    def _scene_tag_picker(self) -> QWidget:
        page = self.stage.screens.page
        condition = Tagged("any", ("t0", "t3"))
        page.state.put(None, condition)
        wait(200)
        chip = page.bar.chip(condition)
        assert chip
        chip.click()
        return self.stage.window

    def _scene_time_editor(self) -> QWidget:
        page = self.stage.screens.page
        page._asking._picked("created")
        return self.stage.window

    def _scene_palette(self) -> QWidget:
        self.stage.window.registry[verbs.PALETTE.name].trigger()
        return self.stage.window

    def _scene_no_match(self) -> QWidget:
        self.stage.screens.page.search.setText("no such customer")
        self.stage.status(connection="stopped", error=BadSign())
        return self.stage.window

    def _scene_broken_detail(self) -> QWidget:
        self._scene_table()
        wait(200)
        self.stage.screens.panel.show_trouble(ConnectFailed())
        return self.stage.window

    def _scene_shortcuts(self) -> QWidget:
        self.stage.window.open_shortcuts()
        wait(100)
        return next(
            child for child in self.stage.window.findChildren(QWidget) if child.isWindow() and child.isVisible()
        )

    def _scene_settings(self) -> QWidget:
        dialog = SettingsDialog(
            self.stage.kit, StoredProfiles(), self.preferences(), self.tasks, ToldAbout(), self.stage.window
        )
        dialog.open()
        dialog.accounts.editor._report.show_report(report(BadSign(), None))
        return dialog

    def _scene_appearance(self) -> QWidget:
        dialog = SettingsDialog(
            self.stage.kit, StoredProfiles(), self.preferences(), self.tasks, ToldAbout(), self.stage.window
        )
        dialog.tabs.setCurrentIndex(1)
        dialog.open()
        return dialog

    def _scene_first_start(self) -> QWidget:
        dialog = FirstStart(self.stage.kit, StoredProfiles(), self.preferences(), self.tasks, self.stage.window)
        dialog.open()
        dialog.editor.form.show_draft(replace(Draft(), base_url="http://example.com", appid="x"))
        dialog.editor.save()
        return dialog

    def _scene_passphrase(self) -> QWidget:
        dialog = PassphraseDialog("choose", "Acme", self.stage.kit.icons, self.stage.window)
        dialog.open()
        dialog.show_error(NoKeyring())
        return dialog

    def preferences(self) -> LivePreferences:
        """Return preferences of their own."""
        return LivePreferences(self.work / "preferences.json", Preferences(), print)


def main(folder: Path, names: list[str]) -> None:
    """Take every picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    shots = Shots(app, folder, names)
    for scheme, code, size in (
        ("light", "en", (1440, 900)),
        ("dark", "zh", (1440, 900)),
        ("light", "zh", (1024, 640)),
        ("dark", "en", (1024, 640)),
    ):
        shots.run(scheme, code, size)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
