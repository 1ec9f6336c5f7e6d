"""A screenless Qt and the look the blocks are drawn in."""

import os
from collections.abc import Iterator

# Before the first import of Qt widgets: without a screen nothing else works.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look, Scheme
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from tests.qt.people import People, columns


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, scheme=Scheme.LIGHT)
    made.apply()
    yield made
    made.deleteLater()


@pytest.fixture
def icons(look: Look) -> Icons:
    return Icons(look)


@pytest.fixture
def people() -> People:
    return People(1_000)


@pytest.fixture
def table(qtbot: QtBot, look: Look, icons: Icons, people: People) -> DataTable:
    made = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(made)
    made.set_rows(RowsModel(people, columns(), made))
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made
