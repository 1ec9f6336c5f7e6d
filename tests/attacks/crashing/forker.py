"""A program that does one thing at a time in a process of its own, to be killed: tasks come in as JSON lines.

For each it prints the process's id, waits for an empty line, and prints the wait status once that has ended.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import desktop.settings.checked  # noqa: F401 - loaded once, so that a process begins with its task
from desktop.cache.cachefile import CacheFile
from desktop.cache.outboxfile import OutboxFile
from desktop.settings.folder import data_folder
from desktop.settings.preferencesfile import load_preferences, save_preferences
from desktop.settings.profiles import Profiles
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault
from desktop.workspace.enrolment import enrol
from tests.cli.conftest import PASSPHRASE
from tests.workspace.rig import KEY

Task = dict[str, Any]


def open_cache(task: Task) -> None:
    """Open a cache, whatever its version."""
    CacheFile.open(Path(task["path"]), KEY).close()


def open_outbox(task: Task) -> None:
    """Open an outbox, whatever its version."""
    OutboxFile.open(Path(task["path"]), KEY).close()


def add(task: Task) -> None:
    """Add a profile, its keys under a passphrase."""
    folder = data_folder(Path(task["data"]))
    profiles = Profiles.load(folder)
    profile = profiles.draft(task["name"], "http://127.0.0.1:9", "appid")
    enrol(profiles, Vault(folder, SystemKeyring()), profile, task["app_key"], PASSPHRASE)


def remove(task: Task) -> None:
    """Remove a profile."""
    folder = data_folder(Path(task["data"]))
    profiles = Profiles.load(folder)
    profile = profiles.named(task["name"])
    Vault(folder, SystemKeyring()).remove(profile)
    profiles.remove(profile.key)


def switch(task: Task) -> None:
    """Choose another profile."""
    path = data_folder(Path(task["data"])).preferences
    save_preferences(path, replace(load_preferences(path).preferences, profile=task["name"]))


TASKS: dict[str, Callable[[Task], None]] = {
    one.__name__: one for one in (open_cache, open_outbox, add, remove, switch)
}


def main() -> int:
    """Do what the lines say until they end."""
    while line := sys.stdin.readline():
        task = json.loads(line)
        process = os.fork()
        if process == 0:
            _do(task)
        print(process, flush=True)
        # An empty line: it was killed, or is to be let through.
        sys.stdin.readline()
        print(os.waitpid(process, 0)[1], flush=True)
    return 0


def _do(task: Task) -> None:
    try:
        TASKS[task["do"]](task)
    except BaseException:  # noqa: BLE001 - whatever it is, this process ends here and its parent is told
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
