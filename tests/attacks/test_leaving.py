"""The short form of the hostile texts that leave the program, without the command line: its tests do that."""

from pathlib import Path

from desktop.demo.hostile import texts
from tests.attacks.leaving import told


def test_what_is_written_copied_and_told_is_text(tmp_path: Path) -> None:
    assert list(told(texts("http://127.0.0.1:1/trap"), tmp_path)) == []
