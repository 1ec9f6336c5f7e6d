"""Buttons: a word, or an icon with a name; and their row at the end of a dialog."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.qt.safetext import tooltip
from desktop.qt.theme import SPACE

ButtonKind: TypeAlias = Literal["secondary", "primary", "ghost", "danger", "destroy", "link"]


class Button(QPushButton):
    """A button with a verb on it.

    `kind`: "primary" once a surface at most, "ghost" for quiet ones, "danger" opens something destructive,
    "destroy" does it, "link" sits in text. A click leaves the focus where it was.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = "secondary",
        icon: QIcon | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if icon is not None:
            self.setIcon(icon)


class IconButton(QToolButton):
    """A button that shows an icon only; `set_name` gives what it does to tooltip and accessibility."""

    def __init__(self, icon: QIcon, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)

    def set_name(self, name: str, keys: str = "") -> None:
        """Say what the button does, and by which keys it is done too."""
        self.setAccessibleName(name)
        self.setToolTip(tooltip(f"{name}  {keys}" if keys else name))


def foot(*buttons: QWidget) -> QHBoxLayout:
    """Return the last row of a dialog: its buttons at the right, the one that goes on last."""
    row = QHBoxLayout()
    row.setSpacing(SPACE[1])
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
