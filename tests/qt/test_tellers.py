"""Toasts, banner, busy line, empty and broken states, flow layout, buttons and chips as widgets."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt import busy as busy_module
from desktop.qt import toast_card as toast_module
from desktop.qt.banner import Banner
from desktop.qt.busy import Busy, Hairline
from desktop.qt.buttons import Button, IconButton
from desktop.qt.chips import Chip, ChipPainter, ChipView
from desktop.qt.contrast import mix
from desktop.qt.flow import FlowLayout
from desktop.qt.icons import Icons
from desktop.qt.labels import PlainLabel
from desktop.qt.look import Look
from desktop.qt.states import BrokenState, EmptyState
from desktop.qt.toast import Toast, Toasts, Tone


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def toasts(window: QWidget, look: Look, icons: Icons, monkeypatch: pytest.MonkeyPatch) -> Toasts:
    monkeypatch.setattr(toast_module, "TOAST_MS", 60)
    return Toasts(look, icons, window)


def press(window: QWidget, text: str, qtbot: QtBot) -> None:
    button = next(b for b in window.findChildren(Button) if b.isVisible() and b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_toasts_queue_and_go(toasts: Toasts, qtbot: QtBot) -> None:
    first, second = Toast("Tag added"), Toast("Copied", Tone.NEWS)
    toasts.tell(first)
    toasts.tell(second)
    assert toasts.shown is first
    qtbot.waitUntil(lambda: toasts.shown is second)
    qtbot.waitUntil(lambda: toasts.shown is None)


def test_an_error_stays_until_it_is_closed(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    error = Toast("Refused", Tone.ERROR)
    toasts.tell(error)
    toasts.tell(Toast("Later"))
    qtbot.wait(150)
    assert toasts.shown is error
    qtbot.mouseClick(window.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert toasts.shown is not None
    assert toasts.shown.text == "Later"
    assert toasts.dismiss()
    assert not toasts.dismiss()


def test_undo_is_called_once(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    calls: list[int] = []
    toasts.tell(Toast("Done", action="Undo", act=lambda: calls.append(1)))
    press(window, "Undo", qtbot)
    assert calls == [1]
    assert toasts.shown is None


def test_a_toast_waits_while_the_mouse_is_on_it(toasts: Toasts, window: QWidget, qtbot: QtBot) -> None:
    toasts.tell(Toast("Read me"))
    card = next(label for label in window.findChildren(PlainLabel) if label.text() == "Read me").parentWidget()
    spot = QPointF(5, 5)
    QApplication.sendEvent(card, QEnterEvent(spot, spot, spot))
    qtbot.wait(150)
    assert toasts.shown is not None
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: toasts.shown is None)


def test_toasts_keep_to_the_bottom_centre(toasts: Toasts, window: QWidget) -> None:
    toasts.tell(Toast("x " * 300, Tone.ERROR))
    window.resize(640, 480)
    card = window.findChild(IconButton).parentWidget()
    assert window.rect().contains(card.geometry())
    assert abs(card.geometry().center().x() - window.rect().center().x()) <= 1


def test_a_banner_tells_and_acts(window: QWidget, look: Look, icons: Icons, qtbot: QtBot) -> None:
    banner = Banner(look, icons, window)
    assert banner.isHidden()
    banner.tell("Offline since 10:42", tone="warning", action="Try now")
    assert banner.isVisible()
    assert banner.accessibleName() == "Offline since 10:42"
    with qtbot.waitSignal(banner.acted):
        press(banner, "Try now", qtbot)
    banner.still()
    assert banner.isHidden()


def test_busy_is_silent_then_a_line_then_numbers(
    window: QWidget, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(busy_module, "QUIET_MS", 80)
    monkeypatch.setattr(busy_module, "NUMBERS_MS", 200)
    busy = Busy(look, window)
    busy.resize(300, 40)
    busy.show()
    busy.start()
    busy.set_progress(0.5, "42 of 84")
    assert colour(busy.line, 10) != look.tokens.accent
    qtbot.waitUntil(lambda: colour(busy.line, 10) == look.tokens.accent)
    assert colour(busy.line, 290) == look.tokens.hairline
    with qtbot.waitSignal(busy.cancelled):
        qtbot.waitUntil(lambda: any(button.isVisible() for button in busy.findChildren(Button)))
        press(busy, "Cancel", qtbot)
    busy.stop()
    assert colour(busy.line, 10) != look.tokens.accent


def test_a_line_of_unknown_length_wanders(
    window: QWidget, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Look, "motion_ms", 120)
    line = Hairline(look, window)
    line.setGeometry(QRect(0, 0, 300, 2))
    line.show()
    line.show_share(None)
    seen: set[tuple[str, ...]] = set()

    def moved() -> bool:
        seen.add(tuple(colour(line, x) for x in range(0, 300, 20)))
        return len(seen) > 2

    qtbot.waitUntil(moved)
    line.clear()


def test_without_motion_it_stands_still_and_is_seen(window: QWidget, look: Look) -> None:
    line = Hairline(look, window)
    line.setGeometry(QRect(0, 0, 300, 2))
    line.show()
    line.show_share(None)
    assert {colour(line, x) for x in (5, 150, 295)} == {mix(look.tokens.accent, look.tokens.window, 0.5)}


def test_an_empty_page_says_what_to_do(window: QWidget, look: Look, icons: Icons, qtbot: QtBot) -> None:
    state = EmptyState(look, icons, window)
    state.say("No customers yet", "Pull them once.", "Pull now")
    state.show()
    with qtbot.waitSignal(state.acted):
        press(state, "Pull now", qtbot)
    state.say("Nothing matches")
    assert [label.text() for label in state.findChildren(PlainLabel) if label.isVisible()] == ["Nothing matches"]


def test_a_broken_page_folds_its_details(window: QWidget, look: Look, icons: Icons, qtbot: QtBot) -> None:
    state = BrokenState(look, icons, window)
    state.say("Refused", "Nothing is lost.", "Check the key.", "900003 <b>")
    state.show()
    details = state.findChild(QPlainTextEdit)
    assert details.isHidden()
    press(state, "Show details", qtbot)
    assert details.isVisible()
    assert details.toPlainText() == "900003 <b>"
    press(state, "Hide details", qtbot)
    assert details.isHidden()
    with qtbot.waitSignal(state.retried):
        press(state, "Try again", qtbot)


def test_a_flow_takes_as_many_lines_as_it_needs(window: QWidget) -> None:
    box = QWidget(window)
    flow = FlowLayout(box, 4)
    for _ in range(6):
        part = QLabel(box)
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(1_000) == 20
    assert flow.heightForWidth(320) == 44
    assert flow.heightForWidth(50) == 6 * 20 + 5 * 4
    flow.setGeometry(QRect(10, 10, 320, 44))
    assert [flow.itemAt(place).geometry().topLeft().toTuple() for place in (0, 2, 3)] == [
        (10, 10),
        (218, 10),
        (10, 34),
    ]
    assert flow.itemAt(6) is None
    assert flow.takeAt(9) is None


def test_buttons_leave_the_focus_where_it_is(window: QWidget, icons: Icons, qtbot: QtBot) -> None:
    button = Button("Go", window)
    icon = IconButton(icons.icon("copy"), "Copy <all>", window)
    button.show()
    window.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()
    assert icon.accessibleName() == "Copy <all>"
    assert "Copy &lt;all&gt;" in icon.toolTip()


def test_a_chip_is_removed_by_its_cross_and_by_delete(window: QWidget, look: Look, qtbot: QtBot) -> None:
    chip = ChipView(Chip("High <b>value", "#E5484D"), ChipPainter(look), window, removable=True)
    chip.resize(chip.sizeHint())
    chip.show()
    assert chip.accessibleName() == "High <b>value"
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().adjusted(0, 0, -8, 0).bottomRight() / 1)
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().topLeft() + chip.rect().center() / 4)


def test_chips_fit_or_are_counted(look: Look) -> None:
    painter = ChipPainter(look)
    chips = [Chip(f"Tag number {number}") for number in range(5)]
    one = painter.width(chips[0])
    assert painter.fitting(chips, 5 * one + 16, 1.0) == 5
    assert painter.fitting(chips, 3 * one, 1.0) == 2
    assert painter.fitting(chips, 10, 1.0) == 0
    assert painter.width(Chip("x" * 100_000)) <= 180


def test_business_and_wecom_differ_without_colour(look: Look) -> None:
    painter = ChipPainter(look)
    images = [painter.pixmap(Chip("Tag", "#12A594", wecom=wecom), 2.0).toImage() for wecom in (False, True)]
    assert images[0].size() == images[1].size()
    corner = [image.pixelColor(4, 4).alpha() for image in images]
    assert corner[0] < corner[1]


def colour(widget: QWidget, x: int) -> str:
    return widget.grab().toImage().pixelColor(x, 0).name().upper()
