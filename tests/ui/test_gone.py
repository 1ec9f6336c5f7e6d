"""Answers that come when the widget that asked is gone: each question waits behind a lane that is held."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.cache.lane import Lane
from desktop.domain.edits.outbox import State
from desktop.domain.intents.customers import UpdateCustomer
from desktop.qt.lifetime import is_there, while_there
from desktop.qt.popup import Popup
from desktop.qt.tasks import Tasks
from tests.ui.keys import CONTROL, press
from tests.ui.stage import Stage

Key = Qt.Key


def delete() -> None:
    """Have Qt delete what is to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def held(*lanes: Lane[Any]) -> Iterator[None]:
    """Let lanes answer nothing until the end; what was asked is answered then."""
    go_on = Event()
    for lane in lanes:
        lane.submit(lambda _file: go_on.wait(30))
    try:
        yield
        delete()
    finally:
        go_on.set()
        for lane in lanes:
            lane.submit(lambda _file: None).result(30)
        # The answers were posted before this returns.
        QApplication.processEvents()


def popup_of(stage: Stage) -> Popup | None:
    """Return the popup that is open."""
    return next((one for one in stage.window.findChildren(Popup) if one.isVisible()), None)


@pytest.mark.usefixtures("qapp")
def test_what_is_handed_over_ends_with_its_widget() -> None:
    told: list[int] = []
    widget = QWidget()
    tell = while_there(widget, told.append)
    tell(1)
    assert is_there(widget)
    widget.deleteLater()
    delete()
    tell(2)
    assert told == [1]
    assert not is_there(widget)


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_S, Key.Key_T])
def test_a_picker_that_was_closed_is_told_nothing(key: Key, desk: Stage, qtbot: QtBot) -> None:
    with held(desk.account.files.look_up):
        press(key)
        qtbot.waitUntil(lambda: popup_of(desk) is not None)
        picker = popup_of(desk)
        assert picker is not None
        press(Key.Key_Escape)
        assert not picker.isVisible()
    assert not is_there(picker)


def test_duplicates_are_looked_for_by_a_form_that_is_closed(desk: Stage) -> None:
    form = desk.screens.forms.floating.create()
    with held(desk.account.files.look_up):
        form.view.enter({"phone": "13800138000"})
        form.view.edited.emit("phone")
        form.finish()
    assert not is_there(form)


def test_a_record_that_is_being_saved_survives_going_on_to_another(desk: Stage, qtbot: QtBot) -> None:
    press(Key.Key_E)
    qtbot.waitUntil(lambda: desk.screens.forms.in_panel is not None)
    form = desk.screens.forms.in_panel
    assert form is not None
    form.frame.view.enter({"nickname": "Renamed while leaving"})
    with held(desk.account.files.outbox):
        form.frame.save()
        desk.screens.page.table.go_to(1)
        qtbot.waitUntil(lambda: desk.screens.forms.in_panel is None)
        assert is_there(form.frame)
    qtbot.waitUntil(lambda: bool(desk.account.outbox.entries()))
    entry = desk.account.outbox.entries()[0]
    assert isinstance(entry.intent, UpdateCustomer)
    assert entry.state is State.QUEUED
    assert dict(entry.intent.set) == {"nickname": "Renamed while leaving"}
    # What is saved is no draft any more.
    assert desk.account.drafts.get(form.frame.purpose.draft_name) is None
    delete()
    assert not is_there(form.frame)


def test_an_account_that_is_left_answers_into_its_old_pages(desk: Stage) -> None:
    files, window = desk.account.files, desk.window
    old = desk.screens
    with held(files.look_up, files.browse, files.outbox):
        desk.account.note_dictionary("tag")
        old.page.search.setText("138")
        press(Key.Key_1, CONTROL)
        old.pages.figures.page.controls.changed.emit()
        old.close()
        window.set_page(QWidget())
        window.set_panel(QWidget())
    former = window.take_former()
    assert old.page in former
    assert old.panel in former
    assert all(is_there(one) and not one.isVisible() for one in former)
    desk.account.close_files()
    desk._account = None
    desk.reset()


@pytest.mark.usefixtures("qapp")
async def test_a_task_ends_with_its_owner() -> None:
    tasks, owner, touched = Tasks(pytest.fail), QObject(), list[bool]()

    async def work() -> None:
        await asyncio.sleep(0)
        touched.append(True)

    task = tasks.start(work(), "work", owner)
    assert task is not None
    owner.deleteLater()
    delete()
    await asyncio.wait([task])
    assert task.cancelled()
    assert touched == []
