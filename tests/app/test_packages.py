"""The packages, as far as they can be tried without building them: packaging/linux/try.sh does the rest."""

import configparser
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop import __version__

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SPEC = (PACKAGING / "bundle" / "kefu-desk.spec").read_text("utf-8")
NAMESPACE = "{http://www.w3.org/XML/1998/namespace}lang"


def run(script: str, *arguments: str) -> str:
    """Run one of the bundle's scripts and return what it printed."""
    command = [sys.executable, str(PACKAGING / "bundle" / script), *arguments]
    environment = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PATH": ""}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT).stdout


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(PACKAGING / "linux" / "kefu-desk.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_the_menu_starts_what_the_package_links_to() -> None:
    package = (PACKAGING / "package.sh").read_text("utf-8")
    program = entry()["Exec"]
    assert f'"$tree/usr/bin/{program}"' in package
    assert "hicolor/scalable/apps/" in package
    assert (ROOT / "resources" / "icons" / f"{entry()['Icon']}.svg").exists()
    assert entry()["StartupWMClass"] == "kefu-desk"


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_speaks_both_languages(key: str) -> None:
    assert entry()[key] != entry()[f"{key}[zh_CN]"]


def test_the_software_centre_finds_the_menu_entry_and_both_languages() -> None:
    text = (PACKAGING / "linux" / "kefu-desk.metainfo.xml").read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.findtext("launchable") == "kefu-desk.desktop"
    described = root.find("description")
    assert described is not None
    texts = [part for part in described.iter() if part.tag in {"p", "li"}]
    chinese = [part for part in texts if part.get(NAMESPACE) == "zh_CN"]
    assert len(texts) == 2 * len(chinese) > 4
    assert "@VERSION@" in text


def test_the_icon_is_drawn_in_every_size(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    run("icons.py", str(tmp_path))
    package = (PACKAGING / "package.sh").read_text("utf-8")
    sizes = next(re.finditer(r"for size in ([\d ]+); do", package))[1].split()
    assert len(sizes) == 8
    for size in map(int, sizes):
        image = QImage(str(tmp_path / f"{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() > 0
    assert not QImage(str(tmp_path / "kefu-desk.ico")).isNull()


def test_the_frozen_program_is_the_program_and_its_children() -> None:
    assert run("start.py", "--version").strip() == f"kefu-desk {__version__}"
    assert "--customers" in run("start.py", "--demo-server", "--help")


def test_the_licences_are_written_into_one_text(tmp_path: Path) -> None:
    run("licences.py", str(tmp_path / "LICENCES.txt"))
    text = (tmp_path / "LICENCES.txt").read_text("utf-8")
    assert text.startswith(f"kefu-desk {__version__}: MIT")
    for part in ("GNU LESSER GENERAL PUBLIC LICENSE", "Python ", "pydantic ", "pyinstaller "):
        assert part in text


def test_no_module_of_qt_that_is_imported_is_left_out() -> None:
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "desktop").rglob("*.py"))
    imported = set(re.findall(r"PySide6\.Qt(\w+)", sources))
    left_out = next(re.finditer(r"LEFT_OUT_MODULES = \((.*?)^\)", SPEC, re.DOTALL | re.MULTILINE))[1]
    assert {"Core", "Gui", "Widgets", "Svg"} <= imported
    assert imported & set(re.findall(r'"(\w+)"', left_out)) == set()


def test_the_texts_of_qt_itself_come_along_in_both_languages() -> None:
    assert '"qtbase_zh_CN.qm", "qtbase_en.qm"' in SPEC


def test_the_version_of_no_package_is_written_by_hand() -> None:
    recipes = [
        PACKAGING / "windows" / "kefu-desk.iss",
        PACKAGING / "linux" / "control.in",
        PACKAGING / "package.sh",
    ]
    for recipe in recipes:
        assert __version__ not in recipe.read_text("utf-8")


def test_ci_runs_what_there_is() -> None:
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        named = re.findall(r"packaging[/\\][\w./\\-]*\w", workflow.read_text("utf-8"))
        assert [name for name in named if not (ROOT / name.replace("\\", "/")).exists()] == []
