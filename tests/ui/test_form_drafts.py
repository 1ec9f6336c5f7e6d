"""Input that was not saved: what asks, what is kept, what comes back."""

from pytestqt.qtbot import QtBot

from desktop.cache.outboxfile import OutboxFile
from tests.ui.forming import FIRST, answer, asking, editor, enter, line, new_form, opened, restart
from tests.ui.keys import Key, press
from tests.ui.stage import Stage


def test_escape_asks_only_when_something_would_be_lost(desk: Stage, qtbot: QtBot) -> None:
    opened(desk, qtbot)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is None)
    assert asking(desk) is None
    form = opened(desk, qtbot)
    enter(form, "qq", "55555")
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: asking(desk) is not None)
    dialog = asking(desk)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: asking(desk) is None)
    assert desk.screens.forms.in_panel is not None
    assert form.view.value("qq") == "55555"


def test_what_is_kept_as_a_draft_comes_back_and_can_be_discarded(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    enter(form, "qq", "55555")
    answer(desk, qtbot, lambda dialog: dialog.keep.click())
    assert desk.screens.panel._edit.text() == "Go on editing"
    again = opened(desk, qtbot)
    assert again.view.value("qq") == "55555"
    assert "restored" in again.restored.label.text()
    assert "21:00" in again.restored.label.text()
    again.restored.links[0].click()
    assert again.view.sheet.changes() == {}
    assert line(again, "qq").text() == ""
    assert desk.account.drafts.names() == []


def test_what_is_discarded_is_gone(desk: Stage, qtbot: QtBot) -> None:
    enter(opened(desk, qtbot), "qq", "55555")
    answer(desk, qtbot, lambda dialog: dialog.discard.click())
    assert desk.account.drafts.names() == []
    assert opened(desk, qtbot).view.sheet.changes() == {}


def test_input_survives_the_end_of_the_program(desk: Stage, qtbot: QtBot) -> None:
    enter(opened(desk, qtbot), "nickname", "x" * 60)
    restart(desk)
    qtbot.waitUntil(lambda: desk.screens.page.rows.row(0) is not None)
    desk.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: desk.screens.panel.customer_id == FIRST)
    qtbot.waitUntil(lambda: bool(desk.account.drafts.names()))
    desk.screens.page.table.setFocus()
    form = opened(desk, qtbot)
    assert line(form, "nickname").text() == "x" * 60
    assert editor(form, "nickname").problem() == "too_long"


def test_another_customer_puts_the_form_away_with_its_input(desk: Stage, qtbot: QtBot) -> None:
    enter(opened(desk, qtbot), "qq", "55555")
    desk.screens.page.table.go_to(1)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is None)
    assert desk.account.drafts.names() == [f"customer/{FIRST}"]
    shown = desk.window.toasts.shown
    assert shown is not None
    assert "draft" in shown.text


def test_a_form_moves_to_a_window_with_its_input(desk: Stage, qtbot: QtBot) -> None:
    form = opened(desk, qtbot)
    enter(form, "qq", "55555")
    form.detach.click()
    qtbot.waitUntil(lambda: bool(desk.screens.forms.floating.windows))
    assert desk.screens.forms.in_panel is None
    window = desk.screens.forms.floating.windows[0]
    assert window.form.view.value("qq") == "55555"
    window.close()
    qtbot.waitUntil(lambda: asking(desk) is not None)
    dialog = asking(desk)
    assert dialog is not None
    dialog.discard.click()
    qtbot.waitUntil(lambda: not desk.screens.forms.floating.windows)


def test_a_new_customer_left_as_a_draft_comes_back(desk: Stage, qtbot: QtBot) -> None:
    form = new_form(desk, qtbot)
    enter(form, "nickname", "Lin")
    form.put_away()
    qtbot.waitUntil(lambda: not desk.screens.forms.floating.windows)
    again = new_form(desk, qtbot)
    assert again.view.value("nickname") == "Lin"
    assert again.restored.isVisible()


def test_input_is_on_the_disk_a_moment_after_the_last_key(desk: Stage, qtbot: QtBot) -> None:
    enter(opened(desk, qtbot), "qq", "55555")

    def stored() -> bool:
        kept = desk.account.files.outbox.submit(OutboxFile.drafts).result(10)
        return "55555" in kept.get(f"form.customer/{FIRST}", "")

    # Whoever kills the program now loses nothing: the form was neither left nor closed.
    qtbot.waitUntil(stored)
