import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.qt.labels import PlainLabel
from desktop.qt.safetext import LIMIT, tooltip, visible

pytestmark = [
    pytest.mark.usefixtures("look"),
    # The screenless platform cannot raise the tooltip that says "Copied".
    pytest.mark.qt_log_ignore("This plugin does not support raise"),
]
NASTY = '<img src="file:///etc/passwd"><b>x</b> &amp; \u202egnp.exe'


@given(st.text())
def test_what_is_shown_holds_nothing_invisible(text: str) -> None:
    shown = visible(text)
    hidden = {
        chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    }
    assert not hidden & set(shown)
    assert "\ud800" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("张伟 🙂", "张伟 🙂"), ("a\nb\tc\r\nd", "a b c d"), ("\u202eabc\u202c", "[RLO]abc[PDF]"), ("\x07", "[07]"),
     ("\ud83d", "\ufffd"), ("👩\u200d💻", "👩\u200d💻"), ("a\u2028b", "a b")],
)  # fmt: skip
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_breaks_are_kept_when_asked_for() -> None:
    assert visible("a\r\nb\x00", lines=True) == "a\nb[00]"


def test_a_megabyte_is_cut_for_the_screen() -> None:
    assert len(visible("x" * 1_000_000)) == LIMIT + 1
    assert len(tooltip("<" * 1_000_000)) < LIMIT * 5


@given(st.text())
def test_a_tooltip_is_the_text_and_nothing_else(text: str) -> None:
    markup = tooltip(text)
    if text:
        inner = markup.removeprefix('<p style="margin:0;white-space:pre-wrap">').removesuffix("</p>")
        assert "<" not in inner
        assert html.unescape(inner) == visible(text, lines=True)
    else:
        assert markup == ""


def test_a_label_shows_markup_literally(qtbot: QtBot) -> None:
    label = PlainLabel(NASTY)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img src=" in label.text()
    assert "\u202e" not in label.text()
    assert label.original() == NASTY


def test_an_elided_label_tells_the_whole_in_an_escaped_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel(NASTY, elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "&lt;img src=" in label.toolTip()
    assert "<img" not in label.toolTip()
    label.resize(2_000, 20)
    assert label.toolTip() == ""
    label.set_hint("<i>hint</i>")
    assert "&lt;i&gt;hint" in label.toolTip()


def test_a_wrapped_label_breaks_long_words_and_grows(qtbot: QtBot) -> None:
    label = PlainLabel("x" * 400, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
    assert label.heightForWidth(100) > 3 * label.heightForWidth(1_000) > 0


@pytest.mark.parametrize("by_key", [True, False])
def test_a_click_copies_the_original(qtbot: QtBot, by_key: bool) -> None:
    label = PlainLabel("138\u200b0013", copyable=True)
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(label.copied) as told:
        if by_key:
            qtbot.keyClick(label, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert told.args == ["138\u200b0013"]
    assert QGuiApplication.clipboard().text() == "138\u200b0013"


def test_an_ordinary_label_does_not_copy(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    label = PlainLabel("138")
    qtbot.addWidget(label)
    label.show()
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("kind", ["section", "title"])
def test_a_heading_that_is_called_strong_is_no_lighter(qtbot: QtBot, kind: str) -> None:
    plain, strong = PlainLabel("标签", type=kind), PlainLabel("标签", type=kind, strong=True)
    for label in (plain, strong):
        qtbot.addWidget(label)
        label.ensurePolished()
    assert strong.font().weight() == plain.font().weight()
