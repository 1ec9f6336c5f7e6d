"""A line that finds one of many, by keys and by mouse."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.choices import Choice
from desktop.qt.droplist import DropList
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.search_combo import SearchCombo
from desktop.qt.searching import OTHERS, RankedChoices

Key = Qt.Key
PLACES = (
    Choice("p", "上海市", keywords="shanghaishi shs"),
    Choice("c", "朝阳区", detail="北京市", keywords=f"chaoyangqu cyq{OTHERS}beijingshi 北京朝阳"),
    Choice("d", "朝阳市", detail="辽宁省", keywords=f"chaoyangshi cys{OTHERS}liaoningsheng"),
    Choice("e", "Chao Yang", detail="<b>x</b>"),
    Choice("f", "off", enabled=False),
)


class Bench(QWidget):
    """A window with a combo between two lines, and what the combo told."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(self), QLineEdit(self)
        self.combo = SearchCombo(look, icons, self)
        self.choices: Sequence[Choice] = PLACES
        self.combo.offer(lambda: self.choices)
        self.told: list[tuple[str, str]] = []
        self.combo.picked.connect(lambda key: self.told.append(("picked", key)))
        self.combo.entered.connect(lambda text: self.told.append(("entered", text)))
        column = QVBoxLayout(self)
        for line in (self.before, self.combo, self.after):
            column.addWidget(line)
        column.addStretch(1)
        self.setTabOrder(self.combo, self.after)
        self.resize(400, 500)

    def lines(self) -> list[str]:
        """Return the lines of the open list."""
        model = self.popup().list.model()
        assert isinstance(model, RankedChoices)
        return [
            line if isinstance(line, str) else line.text
            for row in range(model.rowCount())
            if (line := model.line(row))
        ]

    def popup(self) -> DropList:
        """Return the open list."""
        found = [popup for popup in self.findChildren(DropList) if popup.isVisible()]
        assert len(found) == 1
        return found[0]

    def marked(self) -> str:
        """Return the line that Enter takes."""
        choice = self.popup().current()
        return choice.text if choice else ""


@pytest.fixture
def bench(qtbot: QtBot, look: Look, icons: Icons) -> Bench:
    made = Bench(look, icons)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.combo.setFocus()
    return made


def commit(line: QLineEdit, text: str) -> None:
    """Type a text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cy", ["朝阳区", "朝阳市"]),
        ("cys", ["朝阳市"]),
        ("chao", ["Chao Yang", "朝阳区", "朝阳市"]),
        ("chaoyangs", ["朝阳市"]),
        ("beijing chaoyang", ["朝阳区"]),
        ("SHANGHAI", ["上海市"]),
        ("yang", ["Chao Yang", "朝阳区", "朝阳市"]),
    ],
)
def test_typing_finds_by_pinyin_initials_and_english(bench: Bench, typed: str, found: list[str]) -> None:
    QTest.keyClicks(bench.combo, typed)
    assert bench.lines() == found
    assert bench.marked() == found[0]
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.combo.text() == found[0]
    assert not bench.combo.list_open
    assert [kind for kind, _ in bench.told] == ["picked"]


def test_chinese_from_an_input_method_finds(bench: Bench) -> None:
    commit(bench.combo, "北京朝阳")
    assert bench.lines() == ["朝阳区"]
    QTest.keyClick(bench.combo, Key.Key_Tab)
    assert (bench.combo.key, bench.told) == ("c", [("picked", "c")])
    assert bench.after.hasFocus()


def test_arrows_move_past_what_cannot_be_chosen(bench: Bench) -> None:
    QTest.keyClick(bench.combo, Key.Key_Down)
    assert bench.marked() == "上海市"
    for _ in range(9):
        QTest.keyClick(bench.combo, Key.Key_Down)
    assert bench.marked() == "Chao Yang"
    QTest.keyClick(bench.combo, Key.Key_PageUp)
    assert bench.marked() == "上海市"
    QTest.keyClick(bench.combo, Key.Key_Down)
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.told == [("picked", "c")]


def test_escape_brings_back_what_was(bench: Bench) -> None:
    bench.combo.set_current("p", "上海市")
    bench.combo.selectAll()
    QTest.keyClicks(bench.combo, "zzz")
    assert bench.lines() == []
    assert bench.popup().note.original() == "Nothing found"
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.combo.list_open
    QTest.keyClick(bench.combo, Key.Key_Escape)
    assert (bench.combo.text(), bench.combo.key, bench.told) == ("上海市", "p", [])


def test_an_empty_line_is_nothing_chosen(bench: Bench) -> None:
    bench.combo.set_current("p", "上海市")
    bench.combo.selectAll()
    QTest.keyClick(bench.combo, Key.Key_Backspace)
    QTest.keyClick(bench.combo, Key.Key_Tab)
    assert (bench.combo.text(), bench.combo.key, bench.told) == ("", "", [("picked", "")])


def test_what_must_stand_cannot_be_emptied(bench: Bench) -> None:
    bench.combo.set_current("p", "上海市")
    bench.combo.set_clearable(False)
    bench.combo.selectAll()
    QTest.keyClick(bench.combo, Key.Key_Backspace)
    QTest.keyClick(bench.combo, Key.Key_Tab)
    assert (bench.combo.text(), bench.told) == ("上海市", [])


def test_the_mouse_opens_picks_and_closes(bench: Bench) -> None:
    QTest.mouseClick(bench.combo, Qt.MouseButton.LeftButton)
    popup = bench.popup()
    place = popup.list.visualRect(popup.list.model().index(1, 0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (bench.told, bench.combo.list_open) == ([("picked", "c")], False)
    QTest.mouseClick(bench.combo, Qt.MouseButton.LeftButton)
    assert bench.marked() == "朝阳区"
    QTest.mouseClick(bench, Qt.MouseButton.LeftButton, pos=QPoint(200, 480))
    assert not bench.combo.list_open
    assert bench.combo.text() == "朝阳区"


def test_leaving_by_the_mouse_takes_only_what_is_meant_without_doubt(bench: Bench) -> None:
    QTest.keyClicks(bench.combo, "chao")
    bench.after.setFocus(Qt.FocusReason.MouseFocusReason)
    assert (bench.combo.text(), bench.told) == ("", [])
    bench.combo.setFocus()
    QTest.keyClicks(bench.combo, "chao yang")
    bench.after.setFocus(Qt.FocusReason.MouseFocusReason)
    assert bench.told == [("picked", "e")]


def test_free_texts_are_taken_as_typed(bench: Bench) -> None:
    bench.combo.set_free(True)
    QTest.keyClicks(bench.combo, "chao")
    assert bench.marked() == ""
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert (bench.told, bench.combo.text()) == ([("entered", "chao")], "chao")
    bench.combo.selectAll()
    QTest.keyClicks(bench.combo, "chao")
    QTest.keyClick(bench.combo, Key.Key_Down)
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.told[1:] == [("picked", "e")]
    bench.combo.selectAll()
    QTest.keyClicks(bench.combo, "CHAO YANG")
    QTest.keyClick(bench.combo, Key.Key_Tab)
    assert bench.told[2:] == []


def test_a_read_only_line_offers_nothing(bench: Bench) -> None:
    bench.combo.set_current("p", "上海市")
    bench.combo.set_read_only(True)
    QTest.keyClick(bench.combo, Key.Key_Down)
    QTest.mouseClick(bench.combo, Qt.MouseButton.LeftButton)
    QTest.keyClicks(bench.combo, "x")
    assert not bench.combo.list_open
    assert bench.combo.text() == "上海市"


def test_a_search_that_waits_for_a_text_opens_with_it(bench: Bench) -> None:
    bench.combo.set_eager(False)
    QTest.keyClick(bench.combo, Key.Key_Down)
    QTest.mouseClick(bench.combo, Qt.MouseButton.LeftButton)
    assert not bench.combo.list_open
    QTest.keyClicks(bench.combo, "c")
    assert bench.combo.list_open
    QTest.keyClick(bench.combo, Key.Key_Backspace)
    assert not bench.combo.list_open


def test_choices_that_come_late_fill_the_open_list(bench: Bench) -> None:
    bench.choices = ()
    QTest.keyClick(bench.combo, Key.Key_Down)
    bench.combo.tell("Fetching…")
    assert (bench.lines(), bench.popup().note.original()) == ([], "Fetching…")
    bench.choices = PLACES
    bench.combo.tell("")
    assert len(bench.lines()) == len(PLACES)
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.combo.key == "p"


def test_hostile_texts_are_shown_literally(bench: Bench) -> None:
    for text in ("<img src=x>", "\u202eRTL", "a\x00b", "x" * 1_000_000):
        bench.choices = (Choice("k", text, detail=text, keywords=text),)
        QTest.keyClick(bench.combo, Key.Key_Down)
        QTest.keyClick(bench.combo, Key.Key_Return)
        assert bench.combo.chosen_text == text
        assert "\u202e" not in bench.combo.text()
        assert len(bench.combo.text()) <= 200
        bench.combo.set_current("", "")


def test_sections_stand_as_details_while_searching(bench: Bench) -> None:
    bench.choices = (Choice("1", "Chat", "Service"), Choice("2", "Voice", "Service"), Choice("3", "CRM", "Sales"))
    QTest.keyClick(bench.combo, Key.Key_Down)
    assert bench.lines() == ["Service", "Chat", "Voice", "Sales", "CRM"]
    QTest.keyClicks(bench.combo, "serv")
    assert bench.lines() == ["Chat", "Voice"]


def test_a_search_goes_on_after_another_window_closed_its_list(bench: Bench) -> None:
    QTest.keyClicks(bench.combo, "cys")
    bench.popup().close_popup()
    assert bench.combo.text() == "cys"
    QTest.keyClick(bench.combo, Key.Key_Return)
    assert bench.told == [("picked", "d")]
    bench.combo.selectAll()
    QTest.keyClicks(bench.combo, "shang")
    bench.popup().close_popup()
    QTest.keyClicks(bench.combo, "h")
    assert bench.marked() == "上海市"
