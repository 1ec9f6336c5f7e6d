"""The tags page in a window, and what tests do to it."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.dictionaries import TagGroup
from desktop.domain.edits.outbox import State
from desktop.domain.errors import Rejected
from desktop.ui.tags.cell_editor import CellEditor
from desktop.ui.tags.page import TagsPage
from desktop.workspace.outbox import lane
from tests.ui.stage import Stage

DialogT = TypeVar("DialogT", bound=QDialog)


def editor(page: TagsPage) -> CellEditor:
    """Return the editor that has the focus."""
    line = QApplication.focusWidget()
    assert isinstance(line, CellEditor), line
    assert page.isAncestorOf(line)
    return line


def tags(page: TagsPage, group: str) -> list[str]:
    """Return the names listed in a group."""
    return [line.tag.name for line in page.scene.tags.get(group, ())]


def group(page: TagsPage, group_id: str) -> TagGroup:
    """Return a group as it is shown."""
    line = page.scene.group(group_id)
    assert line is not None
    return line.group


def refuse(stage: Stage, qtbot: QtBot, code: str) -> None:
    """Have the newest edit refused, as when the server's answer comes."""
    box = stage.account.outbox
    entry = box.entries()[-1]
    refused = replace(entry, state=State.REJECTED, error=Rejected(code), changed=entry.changed + 1)
    assert not stage.account.files.outbox.submit(lane.rewrite, [(entry, refused)], {}).result()
    box.took([(entry, refused)], {})
    qtbot.waitUntil(stage.screens.pages.tags.page.isVisible)


def opened(stage: Stage, qtbot: QtBot, kind: type[DialogT]) -> DialogT:
    """Return the dialog of this kind, once it has the focus."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in stage.window.findChildren(kind)))
    dialog = next(one for one in stage.window.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or stage.window))
    return dialog


def back(stage: Stage, qtbot: QtBot) -> None:
    """Give the window the focus again, as a desktop does when a dialog goes."""
    stage.window.activateWindow()
    qtbot.waitUntil(lambda: stage.window.isAncestorOf(QApplication.focusWidget() or QWidget()))
