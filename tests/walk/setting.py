"""The settings, the first start, and what is asked for at the start."""

from PySide6.QtCore import Qt

from desktop.domain.errors import BadSign, KeyringLocked, NoKeyring
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.first_start import FirstStart
from desktop.ui.settings.key_dialog import KeyDialog
from desktop.ui.settings.passphrase_dialog import PassphraseDialog
from desktop.workspace.probe import report
from tests.ui.stage import StoredProfiles, ToldAbout
from tests.walk.desk import Scene, WalkDesk


def settings(tab: int) -> Scene:
    """Return the scene of a tab of the settings."""

    async def scene(desk: WalkDesk) -> None:
        await desk.customers()
        dialog = SettingsDialog(desk.kit, StoredProfiles(), desk.preferences, desk.tasks, ToldAbout(), desk.window)
        dialog.tabs.setCurrentIndex(tab)
        # As the program opens it.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    return scene


async def failed_test(desk: WalkDesk) -> None:
    await settings(0)(desk)
    dialog = next(one for one in desk.over() if isinstance(one, SettingsDialog))
    dialog.accounts.editor._report.show_report(report(BadSign(), None))


async def new_keys(desk: WalkDesk) -> None:
    await settings(2)(desk)
    dialog = next(one for one in desk.over() if isinstance(one, SettingsDialog))
    dialog.keyboard.table.selectRow(1)
    dialog.keyboard.ask()
    dialog.keyboard.line.pressed.emit("Ctrl+K")


async def first_start(desk: WalkDesk) -> None:
    FirstStart(desk.kit, StoredProfiles([]), desk.preferences, desk.tasks, desk.window).open()


async def new_passphrase(desk: WalkDesk) -> None:
    dialog = PassphraseDialog("choose", "Acme", desk.kit.icons, desk.window)
    dialog.open()
    dialog.show_error(NoKeyring())


async def passphrase(desk: WalkDesk) -> None:
    PassphraseDialog("enter", "Acme", desk.kit.icons, desk.window).open()


async def locked_key(desk: WalkDesk) -> None:
    KeyDialog(KeyringLocked(), desk.window).open()
