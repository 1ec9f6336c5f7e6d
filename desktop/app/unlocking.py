"""What is asked when a profile does not open: its passphrase, or to unlock the key store and try again."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from desktop.domain.errors import AppError, NoKeyring, WrongKey
from desktop.domain.profile import Profile
from desktop.qt.icons import Icons
from desktop.ui.window.main_window import MainWindow


class Unlocking:
    """Asks over the window until the profile opens or the user gives up; `open_profile` tries again.

    `has_passphrase` tells whether a profile's keys are kept under a passphrase: only then is one asked for.
    """

    def __init__(
        self,
        window: MainWindow,
        icons: Icons,
        open_profile: Callable[[Profile, str | None], None],
        has_passphrase: Callable[[Profile], bool],
    ) -> None:
        self._window = window
        self._icons = icons
        self._has_passphrase = has_passphrase
        self._open = open_profile
        self._dialog: QDialog | None = None

    def failed(self, profile: Profile, error: AppError) -> None:
        """Ask what this failure to open `profile` calls for."""
        if isinstance(error, NoKeyring) or (isinstance(error, WrongKey) and self._has_passphrase(profile)):
            self._ask_passphrase(profile, error)
        else:
            self._offer_retry(profile, error)

    def done(self) -> None:
        """Put the question away: something was opened."""
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _ask_passphrase(self, profile: Profile, error: AppError) -> None:
        from desktop.ui.settings.passphrase_dialog import PassphraseDialog  # noqa: PLC0415 -- seldom asked

        if isinstance(self._dialog, PassphraseDialog):
            self._dialog.show_error(error)
            self._dialog.open()
            return
        dialog = PassphraseDialog("enter", profile.name, self._icons, self._window)
        dialog.accepted.connect(lambda: self._open(profile, dialog.passphrase))
        self._show(dialog)
        if isinstance(error, WrongKey):
            dialog.show_error(error)

    def _offer_retry(self, profile: Profile, error: AppError) -> None:
        from desktop.ui.settings.key_dialog import KeyDialog  # noqa: PLC0415 -- seldom needed

        dialog = KeyDialog(error, self._window)
        dialog.accepted.connect(lambda: self._open(profile, None))
        dialog.settings_wanted.connect(self._window.settings_wanted)
        dialog.quit_wanted.connect(self._window.close)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        self.done()
        self._dialog = dialog
        dialog.open()
