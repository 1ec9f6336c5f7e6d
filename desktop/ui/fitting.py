"""Dialogs as tall as their wrapped texts need."""

from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog, width: int) -> None:
    """Give a dialog `width` pixels and the height its layout asks for at that width."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.setFixedSize(width, height)
