"""What is done to the blacklist of a window with a server: by keyboard, and by a colleague elsewhere."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.bans.meaning import Standing, standing
from desktop.domain.bans.news import News, NewsKind
from desktop.ui.blacklist.ban_dialog import BanDialog
from desktop.workspace.bans.events import BanEvent, BansTold
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, Key, press, type_text
from tests.ui.live import LiveStage

ADD, REMOVE = "user/add_black_list", "user/remove_black_list"


def listed(demo: DemoHandle) -> dict[str, dict[str, Any]]:
    """Return who is on the server's list, by customer."""
    with demo.client() as http:
        items = http.get("/user/query_black_list", params={"page_size": 100}).json()["items"]
    return {item["user_id"]: item for item in items if item["is_black"] == 1}


def colleague(demo: DemoHandle, endpoint: str, customer: str, **values: Any) -> None:
    """Change the list as another desktop does."""
    with demo.client() as http:
        assert http.post(f"/{endpoint}", json={"user_id": customer, **values}).json()["ret_code"] == "000000"


def free(stage: LiveStage) -> list[str]:
    """Return the customers of the table that nobody has banned, in order."""
    rows = [stage.screens.page.rows.row(place) for place in range(60)]
    bans = stage.account.blacklist
    return [
        row.id for row in rows if row is not None and ((ban := bans.of(row.id)) is None or not ban.entry.active)
    ]


def go_to(stage: LiveStage, customer: str) -> None:
    """Make a customer current in the table."""
    rows = stage.screens.page.rows
    place = next(place for place in range(60) if (row := rows.row(place)) is not None and row.id == customer)
    stage.screens.page.table.go_to(place)


def stands(stage: LiveStage, customer: str) -> Standing | None:
    """Return where a customer's ban stands on the screen."""
    ban = stage.account.blacklist.of(customer)
    return None if ban is None else standing(ban.entry, int(stage.kit.formats.clock()))


async def dialog(stage: LiveStage) -> BanDialog:
    """Return the dialog once it has the focus."""
    await stage.until(lambda: stage.screens.bans.banning.dialog is not None)
    found = stage.screens.bans.banning.dialog
    assert found is not None
    await stage.until(lambda: found.isAncestorOf(QApplication.focusWidget() or stage.window))
    return found


async def back(stage: LiveStage) -> None:
    """Wait until the dialog is gone and the window has the focus again."""
    await stage.until(lambda: stage.screens.bans.banning.dialog is None)
    stage.window.activateWindow()
    await stage.until(stage.window.isActiveWindow)


async def confirm(stage: LiveStage, kinds_down: int, reason: str) -> None:
    """Choose a kind by arrows, type a reason, Enter."""
    asked = await dialog(stage)
    for _ in range(kinds_down):
        press(Key.Key_Right)
    while not isinstance(QApplication.focusWidget(), QLineEdit):
        line = asked.reason.lineEdit()
        if QApplication.focusWidget() in {asked.reason, line}:
            break
        press(Key.Key_Tab)
    type_text(reason)
    press(Key.Key_Return)
    await back(stage)


async def pull(stage: LiveStage) -> None:
    """Bring the list as it is now."""
    await stage.account.pull()


async def banned(stage: LiveStage, count: int) -> list[str]:
    """Have so many customers banned for a day by somebody, known here and listed on the page."""
    people = free(stage)[-count:]
    for one in people:
        colleague(stage.demo, ADD, one, black_type=24, black_reason="before")
    await pull(stage)
    page = stage.screens.pages.blacklist.page
    await stage.until(lambda: all(page.source.ban(one) is not None for one in people))
    await quiet(stage)
    return people


async def quiet(stage: LiveStage) -> None:
    """Dismiss what is told."""
    await stage.until(lambda: not stage.window.toasts.dismiss())


async def open_page(stage: LiveStage) -> None:
    """Go to the page by its key."""
    press(Key.Key_4, CONTROL)
    page = stage.screens.pages.blacklist.page
    await stage.until(page.isVisible)
    page.table.setFocus()
    await stage.until(page.table.hasFocus)


def others_told(events: Sequence[BanEvent]) -> list[News]:
    """Return the news of what somebody else did."""
    told = [one for event in events if isinstance(event, BansTold) for one in event.news]
    return [one for one in told if one.kind is not NewsKind.ENDING]


async def two_readings_within_a_second_tell_two_pieces_of_news(stage: LiveStage) -> None:
    bans = stage.account.blacklist
    told: list[str] = []

    def hear(event: BanEvent) -> None:
        if isinstance(event, BansTold):
            told.extend(one.entry.customer_id for one in event.news if one.kind is NewsKind.ADDED)

    people = free(stage)[:2]
    await bans.refresh()
    stop = bans.events.subscribe(hear)
    for one in people:
        colleague(stage.demo, ADD, one, black_type=24, black_reason="quick")
        await bans.refresh()
    await stage.until(lambda: told[-2:] == people)
    stop()
    for one in people:
        colleague(stage.demo, REMOVE, one)
    await bans.refresh()
    stage.window.toasts.dismiss()
