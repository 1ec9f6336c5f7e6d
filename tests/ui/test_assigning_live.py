"""Assigning, claiming and recycling by keyboard against a server; the lists in the rail follow."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.qt.dialogs import Question
from desktop.qt.picker import PickerPopup
from desktop.qt.popup import Popup
from desktop.ui.assigning.picker import AgentPicker
from tests.demo_control import DemoHandle
from tests.ui.keys import CONTROL, NONE, SHIFT, Key, press, type_text
from tests.ui.live import LiveStage, live_stage

FOLLOWED, POOL = 3, 4


def current(stage: LiveStage) -> str:
    row = stage.screens.page.table.current_row()
    assert row is not None
    return row.id


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
    press(Key.Key_Home, NONE)
    await stage.until(lambda: table.current_row() is not None)


async def staffed(stage: LiveStage) -> tuple[str, str]:
    """Return two agents once they are known."""
    await stage.until(lambda: len(stage.account.collections.agents) > 5)
    agents = list(stage.account.collections.agents)
    return agents[2], agents[4]


def count(stage: LiveStage, key: str) -> int:
    return int(stage.screens.lists.items[key].accessibleDescription().replace(",", "") or -1)


async def test_a_customer_of_the_pool_is_given_to_an_agent_and_back(
    qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        agent, _ = await staffed(stage)
        name = stage.account.collections.agents[agent].name
        await show_list(stage, "pool")
        pooled, customer = count(stage, "pool"), current(stage)
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
        await stage.until(lambda: on_server(stage, customer) == (POOL, ""))
        await stage.until(lambda: count(stage, "pool") == pooled)


async def test_several_agents_share_a_selection(
    qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        one, two = await staffed(stage)
        agents = stage.account.collections.agents
        await show_list(stage, "pool")
        total = stage.screens.page.rows.rowCount()
        ids = {stage.screens.page.rows.row(place).id for place in range(total)}  # type: ignore[union-attr]
        press(Key.Key_A, CONTROL)
        press(Key.Key_A)
        await popup(stage, AgentPicker)
        for agent in (one, two):
            type_text(agents[agent].name)
            press(Key.Key_Return, CONTROL)
        press(Key.Key_Return)
        await stage.until(lambda: "2 agents in turn" in stage.told)
        await stage.settle()
        held = [on_server(stage, customer) for customer in ids]
        assert {status for status, _ in held} == {FOLLOWED}
        shares = sorted(sum(agent == whose for _, agent in held) for whose in (one, two))
        assert shares[1] - shares[0] <= 1
        assert sum(shares) == total


async def test_claiming_asks_once_who_one_is(qapp: QApplication, demo_server: DemoHandle, tmp_path: Path) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        me, _ = await staffed(stage)
        await show_list(stage, "pool")
        first = current(stage)
        press(Key.Key_C)
        await popup(stage, PickerPopup)
        type_text(stage.account.collections.agents[me].name)
        press(Key.Key_Return)
        await stage.until(lambda: "is yours now" in stage.told)
        await stage.settle()
        assert on_server(stage, first) == (FOLLOWED, me)
        assert stage.demo.ledger("public_user/assign")[-1].params["assign_biz_type"] == "3"
        mine = count(stage, "mine")
        await stage.until(lambda: stage.screens.page.table.current_row() is not None and current(stage) != first)
        stage.screens.page.table.setFocus()
        press(Key.Key_C)
        await stage.until(lambda: count(stage, "mine") == mine + 1)
        await show_list(stage, "mine")
        assert stage.screens.page.rows.rowCount() == mine + 1
        await stage.settle()


@pytest.mark.parametrize("invalid", [False, True])
async def test_the_pool_takes_a_customer_and_says_where_there_is_no_way_back(
    invalid: bool, qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        await staffed(stage)
        await show_list(stage, "follow_up")
        customer = current(stage)
        _, agent = on_server(stage, customer)
        press(Key.Key_P, SHIFT if invalid else NONE)
        await stage.until(lambda: "into the pool" in stage.told)
        await stage.settle()
        assert on_server(stage, customer) == (POOL, "")
        assert stage.demo.ledger("public_user/confirm")[-1].params["confirm_type"] == (2 if invalid else 1)
        press(Key.Key_Z, CONTROL)
        await stage.until(lambda: on_server(stage, customer) == (FOLLOWED, agent))
        await show_list(stage, "new")
        new = current(stage)
        press(Key.Key_P, SHIFT if invalid else NONE)
        await stage.until(lambda: stage.screens.handing.assigning.question is not None)
        question = stage.screens.handing.assigning.question
        assert isinstance(question, Question)
        await stage.until(question.isVisible)
        question.yes.click()
        await stage.settle()
        await stage.until(lambda: on_server(stage, new) == (POOL, ""))


async def test_a_new_customer_is_left_out_with_a_word_why(
    qapp: QApplication, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with live_stage(qapp, tmp_path, demo_server) as stage:
        await staffed(stage)
        await show_list(stage, "new")
        press(Key.Key_A)
        picker = await popup(stage, AgentPicker)
        assert isinstance(picker, AgentPicker)
        await stage.until(lambda: "cannot be assigned" in picker._about.text())
        press(Key.Key_Return)
        await stage.until(lambda: "cannot be assigned" in stage.told)
        assert not stage.account.outbox.entries()
        assert not stage.demo.ledger("public_user/assign")
