"""The short form of the hostile texts: three scenes with everything the demo server can say made hostile."""

import asyncio

from PySide6.QtWidgets import QApplication

from tests.attacks.texts import walk
from tests.demo_control import DemoHandle


def test_no_text_of_the_server_is_taken_for_more_than_text(qapp: QApplication, demo_server: DemoHandle) -> None:
    row = asyncio.run(walk(qapp, ("customers", "edit", "board"), demo_server, 30))
    assert (row.losses, row.said) == (0, "")
