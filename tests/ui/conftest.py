"""The application object, compiled translations, and an account with customers for the screens."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.language import Language

ROOT = Path(__file__).parents[2]
I18N = ROOT / "resources" / "i18n"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of compiled translations."""
    folder = tmp_path_factory.mktemp("i18n")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for source in I18N.glob("*.ts"):
        subprocess.run([tool, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
    return folder


@pytest.fixture
def language(qapp: QApplication, compiled: Path) -> Iterator[Language]:
    """The language of the application, English again afterwards."""
    made = Language(qapp, compiled)
    made.use("en")
    yield made
    made.use("en")
    made.remove()
