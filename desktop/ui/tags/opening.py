"""Opening dialogs without waiting for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from desktop.domain.tags.holders import Holders
from desktop.ui.tags.removal_dialog import RemovalDialog


def open_dialog(dialog: QDialog, accepted: Callable[[], None]) -> None:
    """Open a dialog over its window; `accepted` is called when it is, and the dialog deleted after either."""
    dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def alive(dialog: RemovalDialog) -> Callable[[Holders], None]:
    """Return what shows holders in the dialog if it is still there when they are known."""

    def answer(holders: Holders) -> None:
        if isValid(dialog):
            dialog.show_holders(holders)

    return answer
