"""Secrets and people over a whole session of the window, with debug logging and failures that hold them.

`python -m tests.attacks.canaries` looks for each of them in every file, log, process argument and environment, on
the clipboard and in the report that can be copied, and prints the row.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from desktop.cache.outboxfile import OutboxFile
from tests.attacks.rings import MODE, RING
from tests.attacks.rows import Asked, Row, ended
from tests.demo_control import DemoHandle, running

APP_KEY = "canary-app-key-9b20"
PERSON = {"nick": "canaryperson58", "tel": "18655550158", "email": "canary58@example.org"}
FAILURES = 6
"""Reports the session makes: of the loop, a task, a timer, a thread, a finaliser, and the child that pulls."""

SESSION = """
import asyncio, json, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from desktop.app.early import Early
from desktop.app.instance import Instance
from desktop.app.loop import Warming, run_async, run_until_warm
from desktop.app.main import Program, _application
from desktop.app.options import Options
from desktop.settings.crash import report_unforeseen
from desktop.settings.folder import data_folder
from desktop.settings.logs import set_up_logging

folder, canaries = Path(sys.argv[1]), json.loads(sys.stdin.read())
report_unforeseen()
set_up_logging(verbose=True)
data, options = data_folder(folder), Options(data_dir=folder)
early = Early(data, options)
app = _application()
instance = Instance(data, options)
instance.begin()
program = Program(app, data, early, options, instance)
warming = Warming(app, program.desk.build)
program.desk.painted = warming.begin
copied = []

class Left:
    def __del__(self):
        fail()

def fail():
    account = program.desk.current.account
    secrets, token = dict(canaries), program.desk.current.unlocked.keys
    raise ValueError(f"{canaries} {token.app_key} {account}")

async def later():
    fail()

async def until(wanted):
    for _ in range(1500):
        if wanted():
            return
        await asyncio.sleep(0.02)
    raise SystemExit("never so")

async def session():
    await until(lambda: program.desk.current and program.desk.current.account.status.total)
    account, screens = program.desk.current.account, program.desk.current.screens
    # The child that pulls meets a bug each time: reports come from there too.
    reports = (folder / "crashes").glob
    await until(lambda: any("desktop/worker/" in one.read_text("utf-8") for one in reports("*")))
    table = screens.page.table
    await until(lambda: screens.page.rows.rowCount())
    table.go_to(0)
    asyncio.get_running_loop().call_soon(fail)
    asyncio.get_running_loop().create_task(later())
    QTimer.singleShot(0, fail)
    threading.Thread(target=fail).start()
    Left()
    qWarning(json.dumps(canaries))
    await until(lambda: len(list(reports("*"))) >= 6)
    clipboard = QGuiApplication.clipboard()
    before = clipboard.text()
    toasts = program.window.toasts
    await until(lambda: toasts.shown and toasts.shown.act)
    toasts.shown.act()
    copied.extend([before, clipboard.text()])
    program.window.close()

async def main():
    task = asyncio.create_task(session())
    code = await program.main()
    await task
    return code

program.begin()
run_until_warm(warming)
code = run_async(app, main, program.hooks.on_loop_context)
program.end()
print("COPIED" + json.dumps(copied))
sys.exit(code)
"""

CHILD_BUG = """
import sys
if "desktop.worker" in " ".join(sys.orig_argv):
    import json, os, threading
    from desktop.workspace.pull import pull
    async def run(self, *, full):
        canaries = json.loads(open(os.environ["KEFU_TEST_CANARIES"]).read())
        def also():
            raise ValueError(str(canaries))
        threading.Thread(target=also).start()
        raise KeyError(str(canaries))
    pull.Pull.run = run
"""


@dataclass(slots=True)
class Found:
    """What came out: places looked into, and what was there."""

    places: int = 0
    reports: int = 0
    wrong: list[str] = field(default_factory=list)

    def look(self, where: str, content: bytes, secrets: dict[str, bytes]) -> None:
        """Look for every secret in a place."""
        self.places += 1
        self.wrong += [f"{name} in {where}" for name, secret in secrets.items() if secret in content]


class Watched:
    """The arguments and environments of every process that the session starts, as anybody may read them."""

    def __init__(self, root: int) -> None:
        self.seen: dict[str, bytes] = {}
        self._root = root
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> None:
        """End the watch."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            for process in _descendants(self._root):
                for part in ("cmdline", "environ"):
                    try:
                        self.seen[f"{part} of process {process}"] = Path(f"/proc/{process}/{part}").read_bytes()
                    except OSError:
                        continue


def _descendants(root: int) -> Iterator[int]:
    yield root
    try:
        # Children belong to the thread that started them.
        lists = [list_.read_text("ascii") for list_ in Path(f"/proc/{root}/task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(lists).split():
        yield from _descendants(int(child))


def attack(folder: Path, demo: DemoHandle) -> Found:
    """Live through a session in a home of its own and look everywhere afterwards."""
    found = Found()
    demo.reset(customers=40, tokens="many", app_key=APP_KEY)
    demo.change(demo.ids()[0], **PERSON)
    home, hidden = folder / "home", folder / "hidden"
    for made in (home / "tmp", home / "data", hidden / "bug"):
        made.mkdir(parents=True)
    (hidden / "canaries.json").write_text(json.dumps({"app_key": APP_KEY, **PERSON}), "utf-8")
    env = _environment(home, hidden)
    _prepare(home, env, demo)
    (hidden / "bug" / "sitecustomize.py").write_text(CHILD_BUG, "utf-8")
    shown = _live(home, hidden, env, found)
    secrets = _secrets(home, hidden, demo)
    for where, content in shown.items():
        found.look(where, content, secrets)
    for path in home.rglob("*"):
        if path.is_file():
            found.look(str(path.relative_to(home)), path.read_bytes(), secrets)
    reports = [path.read_text("utf-8") for path in home.rglob("crash-*.txt")]
    found.reports = len(reports)
    if not any("desktop/worker/" in report for report in reports):
        found.wrong.append("no report of the child's bug")
    found.wrong += [] if found.reports >= FAILURES else [f"only {found.reports} reports were kept"]
    return found


def _environment(home: Path, hidden: Path) -> dict[str, str]:
    names = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
    return {name: os.environ[name] for name in names if name in os.environ} | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDEVMODE": "0",
        "PYTHON_KEYRING_BACKEND": "tests.attacks.rings.Ring",
        "PYTHONPATH": os.pathsep.join([str(hidden / "bug"), str(Path(__file__).parents[2])]),
        "KEFU_TEST_CANARIES": str(hidden / "canaries.json"),
        RING: str(hidden / "ring.json"),
        MODE: "",
    }


def _prepare(home: Path, env: dict[str, str], demo: DemoHandle) -> None:
    kefu = [sys.executable, "-m", "desktop", "--data-dir", str(home / "data")]
    add = [*kefu, "profile", "add", "Main", "--base-url", demo.url, "--appid", demo.appid]
    for command, typed in ((add, APP_KEY), ([*kefu, "sync"], "")):
        subprocess.run(command, env=env, input=typed, text=True, check=True, capture_output=True)


def _live(home: Path, hidden: Path, env: dict[str, str], found: Found) -> dict[str, bytes]:
    """Run the session and judge what it told; return what its processes showed to everybody."""
    with (home / "stderr.log").open("wb") as log, (home / "stdout.log").open("wb") as output:
        session = subprocess.Popen(
            [sys.executable, "-c", SESSION, str(home / "data")],
            env=env,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=log,
        )
        watched = Watched(session.pid)
        try:
            session.communicate((hidden / "canaries.json").read_bytes(), timeout=90)
        finally:
            session.kill()
            watched.stop()
    told = (home / "stdout.log").read_text("utf-8")
    copied: list[str] = json.loads(told.partition("COPIED")[2] or "[]")
    if session.returncode or len(copied) != 2:
        log_end = (home / "stderr.log").read_text("utf-8")[-400:]
        found.wrong.append(f"the session ended with {session.returncode}: {log_end}")
        return watched.seen
    found.wrong += ["something was put on the clipboard unasked"] if copied[0] else []
    found.wrong += [] if "Kefu Desk" in copied[1] and "Error" in copied[1] else ["the report says nothing"]
    return watched.seen


def _secrets(home: Path, hidden: Path, demo: DemoHandle) -> dict[str, bytes]:
    """Return what may be nowhere: what the session knew, the token and the signatures among it."""
    entry: dict[str, Any] = json.loads(next(iter(json.loads((hidden / "ring.json").read_text("utf-8")).values())))
    key = base64.b64decode(entry["file_key"])
    box = OutboxFile.open(next(home.rglob("outbox.db")), key)
    stored = " ".join(str(value) for (value,) in box._connection.execute("SELECT value FROM secret"))
    box.close()
    tokens = re.findall(r"[A-Za-z0-9_-]{20,}", stored)
    assert tokens, "no token was kept"
    signs = {parse_qs(asked.query)["sign"][0] for asked in demo.requests("get_token")}
    words = {"app_key": APP_KEY, **PERSON, "file key": entry["file_key"], "file key in hex": key.hex()}
    words |= {f"token {number}": token for number, token in enumerate(tokens)}
    words |= {f"signature {number}": sign for number, sign in enumerate(sorted(signs))}
    return {name: word.encode() for name, word in words.items()} | {"raw file key": key}


def row_of(found: Found) -> Row:
    """Return what was found as a row."""
    said = f"{found.reports} crash reports"
    return Row(
        "secrets and people, a session", found.places, len(found.wrong), said="; ".join([said, *found.wrong[:4]])
    )


def rows(asked: Asked) -> Iterator[Row]:
    """Attack on a server and a machine of its own, again and again in the long form."""
    total = Found()
    for _ in range(asked.sized(1, 10)):
        with running("--customers", "40") as demo, tempfile.TemporaryDirectory() as folder:
            found = attack(Path(folder), demo)
        total = Found(total.places + found.places, total.reports + found.reports, total.wrong + found.wrong)
    yield row_of(total)


def main() -> int:
    """Attack, print what came of it; 1 when any secret was found anywhere."""
    return ended(rows(Asked(long=True)))


if __name__ == "__main__":
    sys.exit(main())
