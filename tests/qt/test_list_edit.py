"""Several short texts, each on its line, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.qt.icons import Icons
from desktop.qt.list_edit import LONGEST, MOST, ListEdit

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def edit(qtbot: QtBot, icons: Icons) -> ListEdit:
    made = ListEdit(icons)
    qtbot.addWidget(made)
    made.set_name("LINE")
    made.set_add_text("Add another")
    made.resize(300, 300)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.setFocus()
    return made


def here() -> QLineEdit:
    """Return the line with the focus."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_lines_are_added_changed_moved_and_removed_by_keys(edit: ListEdit) -> None:
    told: list[tuple[str, ...]] = []
    edit.edited.connect(lambda: told.append(edit.texts()))
    QTest.keyClicks(here(), "a")
    QTest.keyClick(here(), Key.Key_Return)
    QTest.keyClicks(here(), "b")
    QTest.keyClick(here(), Key.Key_Return)
    QTest.keyClicks(here(), "c")
    assert edit.texts() == ("a", "b", "c")
    QTest.keyClick(here(), Key.Key_Up, ALT)
    assert (edit.texts(), here().text()) == (("a", "c", "b"), "c")
    QTest.keyClick(here(), Key.Key_Up)
    assert here().text() == "a"
    QTest.keyClick(here(), Key.Key_Backspace)
    assert edit.texts() == ("c", "b")
    QTest.keyClick(here(), Key.Key_Backspace)
    assert len(edit.lines) == 2
    assert here().text() == "c"
    assert told[-1] == ("c", "b")
    QTest.keyClick(here(), Key.Key_Up, ALT)
    assert edit.texts() == ("c", "b")


def test_the_last_line_stays_empty(edit: ListEdit) -> None:
    edit.set_texts(("x",))
    QTest.mouseClick(edit.lines[0].remove, Qt.MouseButton.LeftButton)
    assert edit.texts() == ()
    assert [one.line.text() for one in edit.lines] == [""]
    assert not edit.lines[0].remove.isVisible()
    assert not edit.add_button.isVisible()


def test_enter_in_an_empty_line_is_left_to_others(edit: ListEdit) -> None:
    QTest.keyClick(here(), Key.Key_Return)
    assert len(edit.lines) == 1


def test_every_line_has_a_name(edit: ListEdit) -> None:
    edit.set_texts(("x", "y"))
    assert [one.line.accessibleName() for one in edit.lines] == ["LINE 1", "LINE 2"]
    assert edit.lines[1].remove.accessibleName() == "Remove LINE 2"


def test_read_only_lines_cannot_be_changed(edit: ListEdit) -> None:
    edit.set_texts(("x", "y"))
    edit.set_read_only(True)
    edit.setFocus()
    QTest.keyClicks(here(), "z")
    QTest.keyClick(here(), Key.Key_Down, ALT)
    QTest.keyClick(here(), Key.Key_Return)
    assert edit.texts() == ("x", "y")
    assert not edit.add_button.isVisible()


def test_what_does_not_fit_is_kept(edit: ListEdit) -> None:
    many = tuple(f"id{number}" for number in range(MOST + 20))
    edit.set_texts(many)
    assert len(edit.lines) == MOST
    assert edit.texts() == many
    huge = ("x" * 1_000_000, "a\x00\u202eb", "<b>")
    edit.set_texts(huge)
    assert edit.texts() == huge
    assert edit.lines[0].line.isReadOnly()
    assert len(edit.lines[0].line.text()) <= LONGEST
