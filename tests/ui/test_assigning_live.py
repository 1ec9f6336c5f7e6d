"""Assigning, claiming and recycling by keyboard against a server; the lists in the rail follow."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.qt.dialogs import Question
from desktop.qt.picker import PickerPopup
from desktop.qt.popup import Popup
from desktop.ui.assigning.picker import AgentPicker
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, NONE, SHIFT, Key, press, type_text
from tests.ui.live import LiveStage, live_stage

FOLLOWED, POOL = 3, 4
STATUSES = {"new": 1, "follow_up": FOLLOWED, "pool": POOL}


def on_server(stage: LiveStage, customer: str) -> tuple[int, str]:
    held = stage.demo.customer(customer)
    return held["crm_status"], held.get("liable_serviceid") or ""


async def popup(stage: LiveStage, kind: type[Popup]) -> Popup:
    """Return the popup of this kind once it is open and has the focus."""

    def opened() -> Popup | None:
        return next((one for one in stage.window.findChildren(kind) if one.isVisible()), None)

    await stage.until(lambda: (one := opened()) is not None and one.isAncestorOf(QApplication.focusWidget()))
    found = opened()
    assert found is not None
    return found


async def show_list(stage: LiveStage, key: str) -> None:
    """Go to a list by its item in the rail, and to its first customer."""
    item = stage.screens.lists.items[key]
    item.click()
    table = stage.screens.page.table
    await stage.until(
        lambda: stage.screens.page.viewing.current == key and not stage.screens.page.rows.source.busy
    )
    table.setFocus()

    def at_first() -> bool:
        if not table.hasFocus():
            # A popup that closes gives the focus back a moment later.
            table.setFocus()
            return False
        # The rows may be read anew once more, which forgets where one was.
        if table.rows.rowCount() and not table.currentIndex().isValid():
            press(Key.Key_Home, NONE)
        return table.current_row() is not None and not stage.screens.page.rows.source.busy

    await stage.until(at_first)


async def staffed(stage: LiveStage) -> tuple[str, str]:
    """Return two agents once they are known."""
    await stage.until(lambda: len(stage.account.collections.agents) > 5)
    agents = list(stage.account.collections.agents)
    return agents[2], agents[4]


def count(stage: LiveStage, key: str) -> int:
    return int(stage.screens.lists.items[key].accessibleDescription().replace(",", "") or -1)


async def counted(stage: LiveStage, key: str) -> int:
    """Return the count of a list once nothing is on its way and the rail says what the server has."""
    await stage.settle()
    held = [on_server(stage, customer) for customer in stage.demo.ids()]
    if key == "mine":
        there = held.count((FOLLOWED, stage.account.people.me))
    else:
        there = sum(1 for status, _ in held if status == STATUSES[key])
    await stage.until(lambda: count(stage, key) == there)
    return there


async def test_agents_are_chosen_for_one_customer_for_a_selection_and_not_for_new_ones(
    qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        one, two = await staffed(stage)
        await one_is_assigned_and_given_back(stage, one)
        await several_share_a_selection(stage, one, two)
        await new_ones_are_left_out(stage)


async def one_is_assigned_and_given_back(stage: LiveStage, agent: str) -> None:
    name = stage.account.collections.agents[agent].name
    await show_list(stage, "pool")
    pooled, customer = await counted(stage, "pool"), stage.current
    assert pooled == stage.screens.page.rows.rowCount()
    press(Key.Key_A)
    picker = await popup(stage, AgentPicker)
    assert isinstance(picker, AgentPicker)
    type_text(name)
    await stage.until(lambda: "Assign from the pool" in picker._about.text())
    press(Key.Key_Return)
    await stage.until(lambda: f"to {name}" in stage.told)
    await stage.until(lambda: count(stage, "pool") == pooled - 1)
    await stage.settle()
    assert on_server(stage, customer) == (FOLLOWED, agent)
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: count(stage, "pool") == pooled)
    await stage.settle()
    assert on_server(stage, customer) == (POOL, "")


async def several_share_a_selection(stage: LiveStage, one: str, two: str) -> None:
    agents = stage.account.collections.agents
    await show_list(stage, "to_be_assigned")
    rows = stage.screens.page.rows
    found = [rows.row(place) for place in range(rows.rowCount())]
    ids = [row.id for row in found if row is not None]
    press(Key.Key_A, CONTROL)
    press(Key.Key_A)
    await popup(stage, AgentPicker)
    for agent in (one, two):
        type_text(agents[agent].name)
        press(Key.Key_Return, CONTROL)
    press(Key.Key_Return)
    await stage.until(lambda: "2 agents in turn" in stage.told)
    await stage.until(lambda: "no undo makes" in stage.told)
    await stage.until(lambda: stage.screens.page.table.selection.empty)
    # The job tells what it will do before it has done it.
    await stage.until(lambda: {on_server(stage, customer)[0] for customer in ids} == {FOLLOWED})
    await stage.settle()
    held = [on_server(stage, customer) for customer in ids]
    shares = sorted(sum(agent == whose for _, agent in held) for whose in (one, two))
    assert shares[1] - shares[0] <= 1
    assert sum(shares) == len(ids) > 3


async def new_ones_are_left_out(stage: LiveStage) -> None:
    await show_list(stage, "new")
    made = len(stage.demo.ledger("public_user/assign"))
    press(Key.Key_A)
    picker = await popup(stage, AgentPicker)
    assert isinstance(picker, AgentPicker)
    await stage.until(lambda: "cannot be assigned" in picker._about.text())
    press(Key.Key_Return)
    assert picker.isVisible(), "nobody was chosen"
    press(Key.Key_Down)
    press(Key.Key_Return)
    await stage.until(lambda: "cannot be assigned" in stage.told)
    assert not stage.account.outbox.entries()
    assert len(stage.demo.ledger("public_user/assign")) == made


async def test_claiming_asks_once_who_one_is_and_the_pool_takes_anybody(
    qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        me, _ = await staffed(stage)
        await free_ones_are_claimed(stage, me)
        for invalid in (False, True):
            await one_goes_into_the_pool_and_back(stage, invalid=invalid)
        await a_new_one_goes_into_the_pool_for_good(stage)


async def free_ones_are_claimed(stage: LiveStage, me: str) -> None:
    await show_list(stage, "pool")
    first = stage.current
    press(Key.Key_C)
    await popup(stage, PickerPopup)
    type_text(stage.account.collections.agents[me].name)
    press(Key.Key_Return)
    await stage.until(lambda: "is yours now" in stage.told)
    await stage.settle()
    assert on_server(stage, first) == (FOLLOWED, me)
    assert stage.demo.ledger("public_user/assign")[-1].params["assign_biz_type"] == "3"
    mine = await counted(stage, "mine")
    await show_list(stage, "pool")
    assert stage.current != first
    press(Key.Key_C)
    await stage.until(lambda: count(stage, "mine") == mine + 1)
    await show_list(stage, "mine")
    await stage.until(lambda: stage.screens.page.rows.rowCount() == mine + 1)
    await stage.settle()


async def one_goes_into_the_pool_and_back(stage: LiveStage, *, invalid: bool) -> None:
    await show_list(stage, "follow_up")
    followed, customer = await counted(stage, "follow_up"), stage.current
    before = on_server(stage, customer)
    press(Key.Key_P, SHIFT if invalid else NONE)
    await stage.until(lambda: count(stage, "follow_up") == followed - 1)
    await stage.until(lambda: "into the pool" in stage.told)
    await stage.settle()
    assert on_server(stage, customer) == (POOL, "")
    assert stage.demo.ledger("public_user/confirm")[-1].params["confirm_type"] == (2 if invalid else 1)
    press(Key.Key_Z, CONTROL)
    await stage.until(lambda: count(stage, "follow_up") == followed)
    await stage.settle()
    assert on_server(stage, customer) == before


async def a_new_one_goes_into_the_pool_for_good(stage: LiveStage) -> None:
    await show_list(stage, "new")
    new, there = stage.current, await counted(stage, "new")
    press(Key.Key_P)
    await stage.until(lambda: stage.screens.handing.assigning.question is not None)
    question = stage.screens.handing.assigning.question
    assert isinstance(question, Question)
    await stage.until(question.isVisible)
    question.yes.click()
    await stage.until(lambda: count(stage, "new") == there - 1)
    await stage.settle()
    assert on_server(stage, new) == (POOL, "")
