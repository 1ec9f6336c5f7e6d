"""Every text of the server is hostile: the window is walked, and nothing may take them for more than text.

`packaging/xscreen.sh .venv/bin/python -m tests.attacks.texts [--long]`. Looked for: labels and tooltips that read
markup, characters that reorder or break a line and are shown raw, warnings of Qt, requests to where the texts
lead, files that the texts name. The long form runs under strace and visits every scene; the short one the pages.
"""

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit, QWidget

from desktop.ui.wording.language import Language
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running
from tests.ui.stage import compiled_translations
from tests.walk.desk import WalkDesk, walk_desk
from tests.walk.faults import marked_up, seen, texts, where
from tests.walk.scenes import SCENES

PAGES = ("customers", "every field", "timeline", "filtered", "tag", "tags", "board", "blacklist", "edit", "growth")
"""The scenes of the short form: all that show what comes from the server."""
BAIT = "/etc/kefu-bait"
_PLATFORM = "This plugin does not support"
"""How Qt says what the screenless platform lacks."""
_RAW = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u202a-\\u202e\\ud800-\\udfff\\ufffe\\uffff]")
_TAGS = re.compile(r"<(?!/?p\b|br ?/?>)\s*/?[a-zA-Z!]")


def faults(root: QWidget) -> Iterator[str]:
    """Yield what takes a text for more than text under a window."""
    for widget in seen(root):
        # The words beside the lines of Qt's own file dialog are its own.
        own = not isinstance(widget.parentWidget(), QFileDialog)
        for fault in marked_up(widget) if own else ():
            yield f"markup: {fault.widget}: {fault.detail[:60]!r}"
        if isinstance(widget, QTextEdit) and widget.acceptRichText():
            yield f"takes rich text: {where(widget)}"
        if _TAGS.search(widget.toolTip()):
            yield f"tooltip: {where(widget)}: {widget.toolTip()[:60]!r}"
        for text in texts(widget):
            if _RAW.search(text):
                yield f"raw character: {where(widget)}: {text[:60]!r}"


async def visit(desk: WalkDesk, scene: str) -> list[str]:
    """Open a scene and return what is wrong in it."""
    try:
        await SCENES[scene](desk)
        await desk.still()
        return [f"{scene}: {fault}" for root in desk.roots() for fault in faults(root)]
    except AssertionError as error:
        return [f"{scene}: lost: {error}"]
    finally:
        await desk.tidy()


async def walk(app: QApplication, scenes: Sequence[str], demo: DemoHandle, customers: int) -> Row:
    """Walk the scenes on an account of hostile texts."""
    wrong: list[str] = []
    link = f"{demo.url}/trap"

    def spoil() -> None:
        demo.misbehave("hostile", link=link)

    with tempfile.TemporaryDirectory() as room:
        language = Language(app, compiled_translations(Path(room, "i18n")))
        async with walk_desk(app, Path(room, "account"), demo, language, customers, spoil) as desk:
            for scene in scenes:
                wrong += await visit(desk, scene)
            wrong += [f"trouble: {error!r}" for error in desk.trouble]
    wrong += [f"asked for: {one.path}" for one in demo.requests() if "/trap" in one.path]
    wrong = sorted(set(wrong))
    return Row("hostile texts", len(scenes), len(wrong), said="; ".join(wrong[:12]))


def rows(asked: Asked) -> Iterator[Row]:
    """Walk; the long form under strace, which tells of every file and socket that was opened."""
    if not asked.long:
        yield _walked(PAGES, 60)
        return
    if shutil.which("strace") is None:
        yield Row("hostile texts", 0, 0, said="strace is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        log, told = Path(folder, "calls"), Path(folder, "row")
        command = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect,execve", "-o", str(log)]
        inner = [sys.executable, "-m", "tests.attacks.texts", "--all", "--tell", str(told)]
        subprocess.run([*command, *inner], check=False, timeout=1800)
        calls = log.read_text("utf-8", "replace").splitlines()
        opened = [line for line in calls if "/trap" in line or BAIT in line]
        row = told.read_text("utf-8").split("\n", 2)
    said = "; ".join([row[2], *opened[:5]]).strip("; ")
    yield Row("hostile texts", int(row[0]), int(row[1]) + len(opened), said=said)


def _walked(scenes: Sequence[str], customers: int) -> Row:
    app = QApplication.instance() or QApplication(["attack"])
    assert isinstance(app, QApplication)
    warned: set[str] = set()
    qInstallMessageHandler(lambda _kind, _context, message: warned.add(message))
    with running("--tokens", "many") as demo:
        row = asyncio.run(walk(app, scenes, demo, customers))
    warned = {one for one in warned if _PLATFORM not in one}
    said = "; ".join([row.said, *sorted(warned)[:5]]).strip("; ")
    return replace(row, losses=row.losses + len(warned), said=said)


def main() -> int:
    """Run it; 1 when a text was taken for more than text."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.texts", description="hostile texts")
    parser.add_argument("--long", action="store_true", help="every scene, under strace")
    parser.add_argument("--all", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--tell", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.all:
        return ended(rows(Asked(given.long)))
    row = _walked(tuple(SCENES), 200)
    if given.tell:
        given.tell.write_text(f"{row.tries}\n{row.losses}\n{row.said}", "utf-8")
    return ended([row])


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
