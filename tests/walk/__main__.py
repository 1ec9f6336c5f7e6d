"""Walks over every widget of the program: `packaging/xscreen.sh .venv/bin/python -m tests.walk [SCENE ...]`.

Prints a line a scene and what is wrong in it; ends with 1 when anything is. With `--pictures FOLDER` it leaves a
picture of each scene too, light and dark.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.ui.wording.language import Language
from tests.demo_control import running
from tests.ui.stage import compiled_translations
from tests.walk.desk import walk_desk
from tests.walk.pictures import Pictures
from tests.walk.scenes import SCENES
from tests.walk.walking import PLAIN, View, walk

DRESSED = (*PLAIN, *(View(one.code, one.scale, "dark") for one in PLAIN))


async def main(app: QApplication, wanted: argparse.Namespace) -> int:
    """Walk and return how many faults there are."""
    total: Counter[str] = Counter()
    visits = widgets = 0
    pictures = Pictures(wanted.pictures) if wanted.pictures else None
    with tempfile.TemporaryDirectory() as room, running() as demo:
        language = Language(app, compiled_translations(Path(room, "i18n")))
        async with walk_desk(app, Path(room, "account"), demo, language, wanted.customers) as desk:
            take = None if pictures is None else lambda name, view: pictures.take(desk, name, view)
            views = PLAIN if pictures is None else DRESSED
            async for visit in walk(desk, wanted.scenes or SCENES, views, take, focus=True):
                visits, widgets = visits + 1, widgets + visit.widgets
                total.update(fault.kind for fault in visit.faults)
                told = f"{visit.scene:20} {visit.view.code} {visit.view.scale:.0%}"
                print(f"{told} {visit.widgets:5} widgets {len(visit.faults):4} faults", flush=True)
                for fault in visit.faults:
                    print(f"    {fault.kind:8} {fault.widget}: {fault.detail}")
            for error in desk.trouble:
                print(f"trouble: {error!r}")
    print(f"{visits} visits, {widgets} widgets, faults: {dict(total) or 'none'}")
    return sum(total.values())


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk", description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], metavar="SCENE", help=", ".join(SCENES))
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="leave a picture of each scene here")
    parser.add_argument("--customers", type=int, default=200, help="size of the demo account (200)")
    return parser.parse_args()


if __name__ == "__main__":
    asked = arguments()
    sys.exit(1 if asyncio.run(main(QApplication([]), asked)) else 0)
