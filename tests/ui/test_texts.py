"""What every text on the screen has to be: literal, translated, named."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.components import Component
from desktop.domain.errors import KeyringLocked
from desktop.qt.safetext import tooltip
from desktop.qt.tasks import Tasks
from desktop.ui.actions import verbs
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.first_start import FirstStart
from desktop.ui.settings.key_dialog import KeyDialog
from desktop.ui.settings.licences_dialog import LicencesDialog
from desktop.ui.settings.passphrase_dialog import PassphraseDialog
from desktop.ui.wording.language import Language
from tests.ui.stage import I18N, Stage, StoredProfiles, ToldAbout

ROOT = Path(__file__).parents[2]
MARKUP = re.compile(r"<[a-zA-Z]")


def dialogs(stage: Stage) -> list[QWidget]:
    """Return one of each dialog."""
    kit, tasks, window = stage.kit, Tasks(print), stage.window
    return [
        SettingsDialog(kit, StoredProfiles(), stage.preferences, tasks, ToldAbout(), window),
        FirstStart(kit, StoredProfiles([]), stage.preferences, tasks, window),
        PassphraseDialog("choose", "<b>Acme</b>", kit.icons, window),
        PassphraseDialog("enter", "<b>Acme</b>", kit.icons, window),
        KeyDialog(KeyringLocked(), window),
        LicencesDialog([Component("Qt", "6", "LGPL-3.0-only", "<b>Qt</b>")], 32, window),
    ]


def shown(stage: Stage, qtbot: QtBot) -> list[QWidget]:
    """Return every widget of the window with the richest record in the panel, and of all dialogs."""
    stage.screens.page.table.go_to(0)
    qtbot.waitUntil(lambda: stage.screens.panel.customer_id == "c000000")
    stage.screens.panel._empties.setChecked(True)
    roots = [stage.window, *dialogs(stage)]
    return [widget for root in roots for widget in [root, *root.findChildren(QWidget)]]


def test_every_label_takes_its_text_literally(stage: Stage, qtbot: QtBot) -> None:
    labels = [widget for widget in shown(stage, qtbot) if isinstance(widget, QLabel)]
    assert len(labels) > 60
    assert any("<img" in label.text() for label in labels)
    assert not [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText]


def test_no_tooltip_carries_markup_from_outside(stage: Stage, qtbot: QtBot) -> None:
    start, end = tooltip("|").split("|")
    tips = [widget.toolTip().removeprefix(start).removesuffix(end) for widget in shown(stage, qtbot)]
    assert sum(bool(tip) for tip in tips) > 10
    assert not [tip for tip in tips if MARKUP.search(tip)]


def test_every_control_has_a_name(stage: Stage, qtbot: QtBot) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    # Buttons that Qt itself puts into lines, tab bars and tables are no stops of ours.
    inner = {"SecretField", "SearchField", "QLineEdit", "_Bar", "QTabBar", "DataTable"}
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in shown(stage, qtbot)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(widget.window())
        and not (widget.accessibleName() or text_of(widget))
        and type(widget.parent()).__name__ not in inner
    ]
    assert not nameless


def test_every_text_follows_the_language(stage: Stage, qtbot: QtBot, language: Language) -> None:
    made = [stage.window, *dialogs(stage)]
    language.use("zh")
    qtbot.waitUntil(lambda: stage.screens.page._title.text() == "客户")
    english = re.compile(r"[A-Za-z]{3,} [A-Za-z]{3,}")
    # Customers, tags and addresses are data, not words of ours; the scroll buttons of tab bars are Qt's.
    data = re.compile(
        r"@|http|<b>|<img|Grace|Tom|Hardy|Wong|Noah|Follow up|Blue Harbour|Mobile|Chargeback|Later|Beta|Scroll"
    )
    left = set()
    for root in made:
        for widget in [root, *root.findChildren(QWidget)]:
            for text in (text_of(widget), widget.toolTip(), widget.accessibleName(), placeholder_of(widget)):
                if english.search(text.replace("Kefu Desk", "")) and not data.search(text):
                    left.add((type(widget).__name__, text))
    assert not left
    assert stage.window.registry[verbs.SEARCH.name].text() == "搜索客户"


def text_of(widget: QWidget) -> str:
    """Return the text a label or button shows."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def placeholder_of(widget: QWidget) -> str:
    """Return the placeholder of a line."""
    return widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def test_actions_follow_the_language(stage: Stage, qtbot: QtBot, language: Language) -> None:
    language.use("zh")
    qtbot.waitUntil(lambda: stage.screens.page._title.text() == "客户")
    texts = [action.text() for action in stage.window.findChildren(QAction) if action.text()]
    assert not [text for text in texts if re.search(r"[a-z]{4,}", text) and text != "Kefu Desk"]


def test_nothing_is_left_untranslated() -> None:
    chinese = ET.parse(I18N / "kefu_zh_CN.ts").getroot().iter("message")  # noqa: S314 - our own file
    assert not [message.findtext("source") for message in chinese if unfinished(message)]
    english = ET.parse(I18N / "kefu_en.ts").getroot().iter("message")  # noqa: S314 - our own file
    plurals = [message for message in english if message.get("numerus")]
    assert len(plurals) > 5
    assert not [message.findtext("source") for message in plurals if unfinished(message)]


def unfinished(message: ET.Element) -> bool:
    """Say whether a message has no finished translation."""
    translation = message.find("translation")
    return translation is None or bool(translation.get("type")) or not "".join(translation.itertext()).strip()


@pytest.mark.parametrize(("name", "plurals"), [("kefu_zh_CN.ts", False), ("kefu_en.ts", True)])
def test_the_translations_hold_every_text_of_the_sources(tmp_path: Path, name: str, plurals: bool) -> None:
    fresh = tmp_path / name
    fresh.write_bytes((I18N / name).read_bytes())
    desktop = ROOT / "desktop"
    sources = [
        str(path.relative_to(ROOT))
        for part in ("ui", "qt", "app")
        for path in sorted((desktop / part).rglob("*.py"))
    ]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [tool, "-silent", "-no-obsolete", "-locations", "none", *sources, "-ts", str(fresh)]
    subprocess.run(command, check=True, cwd=ROOT)
    assert keys(fresh, plurals=plurals) == keys(I18N / name, plurals=plurals)


def keys(path: Path, *, plurals: bool) -> set[tuple[str | None, str | None]]:
    """Return context and source of every message, or of those that count something only."""
    contexts = ET.parse(path).getroot().iter("context")  # noqa: S314 - our own file
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in contexts
        for message in context.iter("message")
        if message.get("numerus") or not plurals
    }


def test_placeholders_survive_translation() -> None:
    messages = ET.parse(I18N / "kefu_zh_CN.ts").getroot().iter("message")  # noqa: S314 - our own file
    wrong = []
    for message in messages:
        source = message.findtext("source") or ""
        translation = message.find("translation")
        text = "".join(translation.itertext()) if translation is not None else ""
        pattern = re.compile(r"%n|\{\w*\}")
        if sorted(pattern.findall(source)) != sorted(pattern.findall(text)):
            wrong.append(source)
    assert not wrong


def test_the_first_paint_needs_no_heavy_module() -> None:
    heavy = ["asyncio", "httpx", "pydantic", "qasync", "keyring", "phonenumbers", "starlette"]
    modules = [
        str(path.relative_to(ROOT).with_suffix("")).replace("/", ".")
        for path in (ROOT / "desktop" / "ui").rglob("*.py")
        if path.name != "__init__.py"
    ]
    code = f"import sys, importlib\nfor name in {modules!r}: importlib.import_module(name)\n"
    code += f"print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


OF_THE_START = 162
"""Modules of ours that come before the first row: each costs about half a millisecond."""


def test_the_first_paint_needs_few_modules() -> None:
    code = "import sys, desktop.app.start, desktop.app.main\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = done.stdout.split()
    ours = [name for name in loaded if name.split(".")[0] == "desktop"]
    assert len(ours) <= OF_THE_START, ours
    assert not {"asyncio", "httpx", "pydantic", "qasync", "keyring"} & set(loaded)
