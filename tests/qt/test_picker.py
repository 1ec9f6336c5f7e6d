import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.buttons import Button
from desktop.qt.choices import Check, Choice, ChoicesModel, contains
from desktop.qt.icons import Icons
from desktop.qt.look import Look
from desktop.qt.picker import Mode, PickerPopup

Key = Qt.Key
CHOICES = (
    Choice("a", "High value", "Business", keywords="gaojiazhi", colour="#E5484D"),
    Choice("b", "续费客户", "Business", detail="37", colour="nonsense"),
    Choice("c", "Trial", "WeCom", enabled=False),
    Choice("d", "<b>Bold</b>\u202e", "WeCom"),
)


pytestmark = pytest.mark.usefixtures("look")


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.button = Button("Open", self)
        self.field = QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)
        column.addStretch(1)
        self.resize(600, 600)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.field.setFocus()
    return made


def opened(
    page: Page, look: Look, icons: Icons, mode: Mode, states: dict[str, Check] | None = None
) -> PickerPopup:
    picker = PickerPopup(look, icons, page, mode=mode)
    picker.set_title("Search tags")
    picker.set_choices(CHOICES, states)
    picker.open_at(page.button)
    return picker


def shown(picker: PickerPopup) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_sections_stand_over_their_choices(page: Page, look: Look, icons: Icons) -> None:
    picker = opened(page, look, icons, Mode.ONE)
    assert shown(picker) == ["Business", "High value", "续费客户", "WeCom", "Trial", "<b>Bold</b>[RLO]"]
    assert picker.list.currentIndex().row() == 1


def test_typing_filters_and_enter_picks(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.ONE)
    assert QApplication.focusWidget() is picker.field
    qtbot.keyClicks(picker.field, "gao value")
    assert shown(picker) == ["Business", "High value"]
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.field, Key.Key_Return)
    assert told.args == ["a"]
    assert picker.isHidden()
    assert QApplication.focusWidget() is page.field


def test_arrows_pass_over_titles_and_what_cannot_be_picked(
    page: Page, look: Look, icons: Icons, qtbot: QtBot
) -> None:
    picker = opened(page, look, icons, Mode.ONE)
    rows = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_PageUp):
        qtbot.keyClick(picker.field, key)
        rows.append(picker.list.currentIndex().row())
    assert rows == [2, 5, 5, 2, 1]


def test_escape_empties_the_field_then_closes(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.ONE)
    qtbot.keyClicks(picker.field, "x")
    qtbot.keyClick(picker.field, Key.Key_Escape)
    assert picker.field.text() == ""
    assert picker.isVisible()
    qtbot.keyClick(picker.field, Key.Key_Escape)
    assert picker.isHidden()


def test_many_are_toggled_at_once_and_stay_open(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.MANY, {"a": Check.ON})
    told: list[tuple[str, bool]] = []
    picker.toggled.connect(lambda key, taken: told.append((key, taken)))
    qtbot.keyClick(picker.field, Key.Key_Return)
    index = picker.list.model().index(2, 0)
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=picker.list.visualRect(index).center())
    assert told == [("a", False), ("b", True)]
    assert picker.states() == {"b": Check.ON}
    assert picker.isVisible()


def test_apply_tells_only_what_differs(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.APPLY, {"a": Check.SOME, "b": Check.ON})
    qtbot.keyClick(picker.field, Key.Key_Return)
    qtbot.keyClick(picker.field, Key.Key_Down)
    qtbot.keyClick(picker.field, Key.Key_Return)
    with qtbot.waitSignal(picker.applied) as told:
        qtbot.keyClick(picker.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [{"a": True, "b": False}]


def test_leaving_without_apply_changes_nothing(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.APPLY)
    qtbot.keyClick(picker.field, Key.Key_Return)
    with qtbot.assertNotEmitted(picker.applied):
        qtbot.keyClick(picker.field, Key.Key_Escape)
    assert picker.isHidden()


def test_what_is_not_there_can_be_made(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.MANY)
    picker.offer_new('Create "{}"')
    qtbot.keyClicks(picker.field, "high VALUE")
    assert not any(button.text().startswith("Create") and button.isVisible() for button in _buttons(picker))
    picker.field.setText("R&D")
    assert [button.text() for button in _buttons(picker) if button.isVisible()] == ['Create "R&&D"']
    with qtbot.waitSignal(picker.asked_new) as told:
        qtbot.keyClick(picker.field, Key.Key_Return)
    assert told.args == ["R&D"]


def test_a_click_elsewhere_closes_and_one_on_the_button_toggles(
    page: Page, look: Look, icons: Icons, qtbot: QtBot
) -> None:
    picker = opened(page, look, icons, Mode.ONE)
    page.button.clicked.connect(lambda: picker.open_at(page.button))
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert picker.isHidden()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert picker.isVisible()
    qtbot.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
    assert picker.isHidden()


def test_it_stays_inside_the_window(page: Page, look: Look, icons: Icons) -> None:
    page.resize(320, 300)
    picker = opened(page, look, icons, Mode.ONE)
    panel = picker.geometry().adjusted(12, 12, -12, -12)
    assert page.rect().contains(panel)


def test_tab_goes_round_inside(page: Page, look: Look, icons: Icons, qtbot: QtBot) -> None:
    picker = opened(page, look, icons, Mode.APPLY)
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert picker.isAncestorOf(QApplication.focusWidget())


def test_the_matcher_is_pluggable(look: Look) -> None:
    model = ChoicesModel(lambda typed, choice: choice.key == typed, look, checkable=False)
    model.set_choices(CHOICES, {})
    model.show("b")
    assert [model.line(row) for row in range(model.rowCount())] == ["Business", CHOICES[1]]


@pytest.mark.parametrize(("typed", "found"), [("VALUE hi", True), ("jiazhi", True), ("low", False)])
def test_words_in_any_order(typed: str, found: bool) -> None:
    assert contains(typed, CHOICES[0]) is found


def _buttons(picker: PickerPopup) -> list[Button]:
    return picker.findChildren(Button)
