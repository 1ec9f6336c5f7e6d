"""The short walk: pages, popups and dialogs in Chinese and at double text size, every widget looked at.

The long one, over every scene, is `packaging/xscreen.sh .venv/bin/python -m tests.walk`.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.wording.language import Language
from tests.demo_control import DemoHandle
from tests.walk.desk import walk_desk
from tests.walk.faults import cut, is_english, unnamed, untranslated
from tests.walk.walking import View, walk

SCENES = ("tag", "tags", "figures", "keyboard")
VIEWS = (View("zh", 1.0), View("en", 2.0))


async def test_every_widget_is_translated_whole_and_named(
    qapp: QApplication, language: Language, demo_server: DemoHandle, tmp_path: Path
) -> None:
    async with walk_desk(qapp, tmp_path / "account", demo_server, language, customers=60) as desk:
        visits = [visit async for visit in walk(desk, SCENES, VIEWS)]
        assert not desk.trouble
    assert len(visits) == len(SCENES) * len(VIEWS)
    assert sum(visit.widgets for visit in visits) > 1_000
    assert not [(visit.scene, visit.view, fault) for visit in visits for fault in visit.faults]


def test_the_walk_sees_what_is_wrong(qtbot: QtBot, language: Language) -> None:
    language.use("zh")
    window = QWidget()
    qtbot.addWidget(window)
    label, button = QLabel("Search customers", window), QPushButton(window)
    label.setGeometry(0, 0, 20, 20)
    window.show()
    assert [fault.kind for fault in untranslated(label)] == ["english"]
    assert [fault.kind for fault in cut(label)] == ["cut"]
    assert [fault.kind for fault in unnamed(button)] == ["name"]
    label.setGeometry(window.width() - 10, 0, 400, 40)
    assert "out of its parent" in next(iter(cut(label))).detail
    assert is_english("3 rows copied")
    assert not is_english("搜索客户")
    assert not is_english("Barbara226")
