"""The command palette: every action by name, with its keys; type to find, Enter to run."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from desktop.qt.choices import Choice
from desktop.qt.picker import PickerPopup
from desktop.qt.room import roomy
from desktop.ui.actions.registry import Actions, keys_text, section_title
from desktop.ui.kit import Kit

_WIDTH = 560


def open_palette(actions: Actions, kit: Kit, window: QWidget, title: str) -> PickerPopup:
    """Open the palette over the upper middle of `window`; it goes when it is closed. `title` invites to type."""
    width = min(roomy(_WIDTH), window.width())
    palette = PickerPopup(kit.look, kit.icons, window, width=_WIDTH)
    palette.set_title(title)
    palette.set_choices(_choices(actions))
    palette.picked.connect(lambda name: actions[name].trigger())
    palette.closed.connect(palette.deleteLater)
    corner = window.mapToGlobal(QPoint((window.width() - width) // 2, window.height() // 9))
    palette.open_over(QRect(corner, QSize(width, 1)), window)
    return palette


def _choices(actions: Actions) -> list[Choice]:
    return [
        Choice(
            verb.name,
            actions[verb.name].text(),
            section_title(verb.section),
            detail=keys_text(actions.keys(verb)),
            keywords=f"{section_title(verb.section)} {verb.text}",
            icon=verb.icon,
        )
        for verb in actions.verbs()
        if verb.listed and verb.name in actions and actions[verb.name].isEnabled()
    ]
