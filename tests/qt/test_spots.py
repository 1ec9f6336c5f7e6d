"""What a search found stands on a ground of its own, where it is, even where the text does not fit."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from desktop.domain.folding import Spots
from desktop.qt.chips import ChipPainter
from desktop.qt.columns import Column
from desktop.qt.icons import Icons
from desktop.qt.lines import grounds
from desktop.qt.look import Look
from desktop.qt.rows import RowsModel
from desktop.qt.table import DataTable
from tests.qt.people import People

pytestmark = pytest.mark.usefixtures("qapp")


def edges(line: str, spans: tuple[tuple[int, int], ...], *, elided: bool = False) -> list[tuple[float, float]]:
    return [(spot.left(), spot.right()) for spot in grounds(line, QFont(), spans, elided=elided)]


def advance(text: str) -> int:
    return QFontMetrics(QFont()).horizontalAdvance(text)


def test_a_ground_lies_behind_what_was_found() -> None:
    [(left, right)] = edges("Zhang Wei", ((6, 9),))
    assert abs(left - advance("Zhang ")) <= 1
    assert abs(right - advance("Zhang Wei")) <= 1


def test_a_character_that_is_two_for_qt_moves_nothing() -> None:
    [(left, _)] = edges("😀😀 Wei", ((3, 6),))
    assert abs(left - advance("😀😀 ")) <= 2


def test_what_stands_right_to_left_has_its_ground_there() -> None:
    [(left, right)] = edges("שלום עולם", ((0, 4),))
    [(_, all_of_it)] = edges("שלום עולם", ((0, 9),))
    assert 0 < left < right == all_of_it


def test_what_does_not_fit_is_found_behind_the_dots() -> None:
    shown = "A long na…"
    assert edges(shown, ((8, 12), (14, 18)), elided=True) == [
        (edges(shown, ((8, 9),))[0][0], edges(shown, ((0, 10),))[0][1]),
        edges(shown, ((9, 10),))[0],
    ]


def table_of(qtbot: QtBot, look: Look, icons: Icons) -> DataTable:
    named = Column("name", "Name", searched=True, strong=True, width=200)
    made = DataTable(look, icons, ChipPainter(look))
    qtbot.addWidget(made)
    rows = RowsModel(People(40), [named, Column("agent", "Agent", width=200)], made)
    made.set_rows(rows)
    made.resize(420, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def painted(table: DataTable, look: Look, area: QRectF) -> bool:
    image: QImage = table.viewport().grab(area.toRect()).toImage()
    return any(
        image.pixelColor(x, y).name().upper() == look.tokens.found
        for x in range(image.width())
        for y in range(image.height())
    )


def test_only_searched_columns_show_what_was_found(qtbot: QtBot, look: Look, icons: Icons) -> None:
    table = table_of(qtbot, look, icons)
    whole = QRectF(0, 0, 420, 400)
    assert not painted(table, look, whole)
    table.rows.spotted = Spots("a e i o 王 李").within
    table.rows.reformat()
    assert painted(table, look, QRectF(0, 0, 200, 400))
    assert not painted(table, look, QRectF(200, 0, 220, 400))
    table.rows.spotted = Spots("").within
    table.rows.reformat()
    assert not painted(table, look, whole)
