"""The figures page: numbers of the cache offline, of the server online, copied and exported as they stand."""

import csv
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.cache.cachefile import CacheFile
from desktop.domain.following.figures import DayCount
from desktop.domain.following.periods import Unit, periods, summed, unit_for
from desktop.qt.chart import Chart, Series, steps
from desktop.qt.contrast import contrast
from desktop.qt.tasks import Tasks
from desktop.qt.theme import DARK, LIGHT, SERIES
from desktop.ui.figures.controls import Part
from desktop.ui.figures.page import PARTS, FiguresPage
from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.ui import world
from tests.ui.keys import CONTROL, Key, press
from tests.ui.live import LiveStage, live_stage
from tests.ui.stage import Stage

TODAY = datetime.fromtimestamp(world.NOW).astimezone().date()
ZONE = "+08:00"


def fill(file: CacheFile) -> None:
    for number, agent in enumerate(("a0", "a1", "left")):
        days = [
            DayCount(TODAY - timedelta(days=back), back * (number + 1), world.NOW - 7200) for back in range(30)
        ]
        file.figures.put_assigned(agent, ZONE, days)
    for back in range(3):
        counts = {"s0": 10 + back, "gone": 5, "": 2}
        file.figures.put_census(TODAY - timedelta(days=back), {"stage_id": counts, "tags": {"t0": 4}})


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> FiguresPage:
    """The figures page, offline, with what was fetched of two agents and one who left."""
    stage.account.files.write.submit(fill).result()
    qtbot.waitUntil(lambda: bool(stage.account.collections.agents))
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    press(Key.Key_5, CONTROL)
    page = stage.screens.pages.figures.page
    qtbot.waitUntil(page.isVisible)
    page.controls.show_zone(ZONE)
    page.controls._take(("a0", "a1", "left"))
    qtbot.waitUntil(lambda: len(page.table.figures.titles) == 5)
    return page


def cells(page: FiguresPage) -> list[list[str]]:
    rows = page.table.figures
    return [
        [str(rows.index(row, column).data()) for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_offline_the_numbers_are_here_with_their_age(page: FiguresPage, qtbot: QtBot) -> None:
    QAbstractItemModelTester(page.table.figures, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.table.figures.titles == ("Period", "李雷", "韩梅梅", "left", "All together")
    end = [[TODAY.isoformat(), "0", "0", "0", "0"], ["Total", "435", "870", "1,305", "2,610"]]
    qtbot.waitUntil(lambda: cells(page)[-2:] == end)
    qtbot.waitUntil(lambda: page._note.text() == "Offline. As of 2 h ago.")
    qtbot.waitUntil(lambda: "435" in page.chart.accessibleDescription())
    page.chart.setFocus()
    press(Key.Key_Right)
    assert page.chart.accessibleDescription().startswith((TODAY - timedelta(days=29)).isoformat())


def test_longer_ranges_are_taken_together_and_bad_ones_refused_in_words(page: FiguresPage, qtbot: QtBot) -> None:
    page.controls.presets.setCurrentIndex(4)
    qtbot.waitUntil(lambda: len(cells(page)) == len(periods(last_two_years(), Unit.MONTH)) + 1)
    assert cells(page)[0][1] == ""
    qtbot.waitUntil(lambda: "Some days are not fetched yet." in page._note.text())
    page.controls.presets.setCurrentIndex(5)
    page.controls.show_range(TODAY - timedelta(days=731), TODAY)
    page.controls.changed.emit()
    qtbot.waitUntil(lambda: page._note.text() == "The range is longer than two years.")
    page.controls.show_range(TODAY - timedelta(days=7), TODAY)
    page.controls.show_zone("Shanghai")
    page.controls.changed.emit()
    qtbot.waitUntil(lambda: page._note.text() == "This is not a time zone.")


def last_two_years() -> list[date]:
    return [TODAY - timedelta(days=back) for back in reversed(range(731))]


def test_the_table_is_copied_and_exported_as_it_stands(
    stage: Stage, page: FiguresPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.table.setFocus()
    press(Key.Key_C, CONTROL)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["Period", "李雷", "韩梅梅", "left", "All together"]
    assert lines[-1].split("\t") == ["Total", "435", "870", "1305", "2610"]
    for name in ("f.csv", "f.xlsx", "f.png"):
        stage.screens.pages.figures.write(tmp_path / name)
        qtbot.waitUntil(lambda name=name: name in told(stage))
    with (tmp_path / "f.csv").open(encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[-1] == lines[-1].split("\t")
    sheet = CalamineWorkbook.from_path(tmp_path / "f.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[-1] == ["Total", 435, 870, 1305, 2610]
    assert QImage(str(tmp_path / "f.png")).width() > 200
    stage.screens.pages.figures.write(tmp_path / "no such folder" / "f.png")
    qtbot.waitUntil(lambda: "no such folder" not in told(stage) and "f.png" not in told(stage))


def told(stage: Stage) -> str:
    shown = stage.window.toasts.shown
    text = shown.text if shown else ""
    stage.window.toasts.dismiss()
    return text


def test_the_account_over_time_names_what_is_gone_too(page: FiguresPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(PARTS.index(Part.CENSUS))
    qtbot.waitUntil(lambda: len(page.table.figures.titles) == 3)
    rows = [["初步沟通", "10", "-2"], ["gone", "5", "0"], ["None", "2", "0"]]
    qtbot.waitUntil(lambda: cells(page) == rows)
    page.tabs.setCurrentIndex(PARTS.index(Part.RECORDS))
    qtbot.waitUntil(lambda: page._empty.accessibleName() == "These figures are not on this computer yet")


@pytest.mark.parametrize("dark", [False, True])
def test_a_chart_draws_every_series_in_either_theme(stage: Stage, qtbot: QtBot, dark: bool) -> None:
    stage.set_scheme("dark" if dark else "light")
    chart = Chart(stage.look, stage.kit.formats.number)
    qtbot.addWidget(chart)
    chart.resize(800, 300)
    for count in (10, 80):
        series = [Series(f"<b>{n}</b>", tuple(float(n + 1) for _ in range(count))) for n in range(3)]
        chart.show_series([str(n) for n in range(count)], [*series, Series("unknown", (None,) * count)])
        image = chart.grab().toImage()
        seen = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
        }
        assert {QColor(one).name() for one in SERIES[dark][:3]} <= seen
    chart.show_series([], [])
    assert not chart.grab().isNull()
    window = (DARK if dark else LIGHT).window
    assert all(contrast(one, window) >= 3 for one in SERIES[dark])


def test_axes_end_in_round_numbers_and_days_are_summed() -> None:
    assert list(steps(0)) == list(steps(1)) == [0, 1]
    assert list(steps(5)) == [0, 1, 2, 3, 4, 5]
    assert list(steps(9)) == [0, 2, 4, 6, 8, 10]
    assert [steps(value)[-1] for value in (6, 11, 26, 51, 2_867, 10**6)] == [6, 15, 30, 60, 3_000, 10**6]
    assert [unit_for(days) for days in (30, 63, 365)] == [Unit.DAY, Unit.WEEK, Unit.MONTH]
    days = [date(2024, 1, 29) + timedelta(days=n) for n in range(7)]
    assert summed(days, [1, None, 3, 4, 5, None, None], Unit.MONTH) == [4, 9]
    assert summed(days, [None] * 7, Unit.WEEK) == [None]


@pytest.fixture
async def live(
    qapp: QApplication, tmp_path: Path, demo_server: DemoHandle, language: Language
) -> AsyncIterator[LiveStage]:
    assert language.code == "en"
    async with live_stage(qapp, tmp_path / "account", demo_server) as made:
        tasks = Tasks(print)
        made.screens.go_live(tasks)
        yield made
        await tasks.close()


async def test_the_numbers_are_the_servers(live: LiveStage) -> None:
    press(Key.Key_5, CONTROL)
    page = live.screens.pages.figures.page
    agent = next(a for one in live.demo.ids() if (a := live.demo.customer(one).get("liable_serviceid")))
    page.controls.show_zone("+00:00")
    last = datetime.now(UTC).date()
    first = last - timedelta(days=364)
    page.controls.show_range(first, last)
    page.controls.presets.setCurrentIndex(5)
    page.controls._take((agent,))
    total = 0
    for one in live.demo.ids():
        record = live.demo.customer(one)
        day = datetime.fromtimestamp((record["create_time"] + record["update_time"]) // 2, UTC).date()
        total += record.get("liable_serviceid") == agent and first <= day <= last
    assert total
    # The window's clock stands still, the server's does not.
    await live.until(lambda: page.table.figures.rows[-1:] == [("Total", total)])
    await live.until(lambda: "not fetched" not in page._note.text())
    await live.until(lambda: page.table.figures.rows[-1:] == [("Total", total)])
    page.tabs.setCurrentIndex(PARTS.index(Part.RECORDS))
    await live.until(lambda: page.table.figures.titles[:1] == ("Assigned at",) and len(cells(page)) == total)
    index = page.table.figures.index(0, 0)
    assert page.table.figures.data(index, Qt.ItemDataRole.TextAlignmentRole) is None
