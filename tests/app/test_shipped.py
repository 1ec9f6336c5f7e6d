"""What is shipped, its licences, and the report that is passed on."""

import getpass
import platform
import re
from importlib.metadata import distributions
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app.shipped import LISTED, as_list, component, gathered, shipped
from desktop.app.systemreport import system_report
from desktop.domain.components import Component
from desktop.settings.crash import write_report
from desktop.settings.preferences import Preferences

ROOT = Path(__file__).parents[2]
LICENCES = ROOT / "resources" / "licences"
PERMITTED = {
    "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "PSF-2.0", "MPL-2.0", "Unlicense",
    "LGPL-3.0-only", "any-OSI",
}  # fmt: skip
"""What may be shipped in a program under the MIT licence; LGPL as shared libraries only."""


@pytest.fixture(scope="module")
def components() -> list[Component]:
    return gathered(LICENCES)


def refused(parts: list[Component]) -> dict[str, str]:
    """Return the licences of those that may not be shipped, by name."""
    return {
        part.name: part.licence
        for part in parts
        if not PERMITTED & set(part.licence.split(" OR ")) and not set(part.licence.split(" AND ")) <= PERMITTED
    }


def test_everything_shipped_has_a_licence_that_permits_it(components: list[Component]) -> None:
    assert len(components) > 30
    assert refused(components) == {}


def test_every_locked_tool_has_a_known_licence_too() -> None:
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    # Some are for other systems than this one.
    here = [one for one in distributions() if re.sub(r"[-_.]+", "-", one.name).lower() in locked]
    assert len(here) > 60
    only = refused([component(one, LICENCES) for one in here])
    # What it leaves in a package may be under any licence, it says.
    assert "special exception" in only.pop("pyinstaller")
    assert only == {}


def test_everything_shipped_comes_with_the_text_of_its_licence(components: list[Component]) -> None:
    assert [part.name for part in components if len(part.text) < 400] == []


def test_every_dependency_of_the_program_is_among_them(components: list[Component]) -> None:
    named = {re.sub(r"[-_.]+", "-", part.name).lower() for part in components}
    stated = re.findall(r'^    "([\w-]+)[^"]*",$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    dependencies = stated[: stated.index("zstandard") + 1]
    assert len(dependencies) > 10
    assert {name.lower() for name in dependencies} | {"python", "kefu-desk"} <= named


@pytest.mark.parametrize("name", ["PySide6_Essentials", "shiboken6"])
def test_qt_comes_with_what_the_lgpl_asks_for(components: list[Component], name: str) -> None:
    text = next(part.text for part in components if part.name == name)
    for words in (
        "GNU Lesser General Public License, version 3",
        "https://download.qt.io",
        "replace them by your own",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "END OF TERMS AND CONDITIONS",
    ):
        assert words in text


def test_a_package_reads_its_own_list(components: list[Component], tmp_path: Path) -> None:
    (tmp_path / LISTED).write_text(as_list(components[:2]), "utf-8")
    assert shipped(tmp_path) == components[:2]


def test_the_report_tells_of_the_machine_and_not_of_its_user(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    preferences = Preferences(profile="acme-key", proxy="http://secret.example:3128", ban_reasons=("Zhang Wei",))
    write_report(tmp_path / "crashes", ValueError("Zhang Wei 13800138000"))
    report = system_report(preferences, tmp_path / "crashes")
    assert f"Kefu Desk {__version__}" in report
    assert "builtins.ValueError" in report
    hidden = [getpass.getuser(), platform.node(), str(Path.home()), str(tmp_path)]
    told = {word for word in hidden if len(word) > 3 and word in report}
    assert told == set()
    assert not re.search(r"acme|secret|Zhang|138001|/home|/tmp", report)


def test_a_report_without_a_failure_is_short(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    assert len(system_report(Preferences(), tmp_path / "none").splitlines()) == 5
