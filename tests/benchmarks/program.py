"""The whole program on a profile of the benchmarks: its data directory, its keyring, its processes."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from desktop.settings.folder import DataFolder
from desktop.settings.passphrase import keep_key
from desktop.settings.profiles import Profiles
from tests.benchmarks.profiles import KEY, Made

PASSPHRASE = "a benchmark"
NO_KEYRING = {"KEFU_PASSPHRASE": PASSPHRASE, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
_DEVELOPERS = ("PYTHON_KEYRING_BACKEND", "PYTHONDONTWRITEBYTECODE")
_TOOLS = ("dbus-daemon", "gnome-keyring-daemon")
_PUT = """
import sys
from pathlib import Path
from desktop.settings.credentials import Secrets
from desktop.settings.folder import DataFolder
from desktop.settings.systemkeyring import SystemKeyring
name = f"{DataFolder(Path(sys.argv[1])).identity()}/{sys.argv[2]}"
SystemKeyring().put(name, Secrets(bytes.fromhex(sys.argv[3]), sys.argv[4]))
"""
_ENDING = 20


def usual_environment() -> dict[str, str]:
    """Return this environment without what only a developer sets: an installed program has compiled modules."""
    return {name: value for name, value in os.environ.items() if name not in _DEVELOPERS}


def command(folder: Path, *rest: str) -> list[str]:
    """Return the program's command line on a data directory."""
    return [sys.executable, "-m", "desktop", "--data-dir", str(folder), *rest]


def account_of(place: Path, base_url: str, appid: str) -> tuple[Path, str]:
    """Make a data directory with one account that has no files yet; return it and the account's key."""
    folder = DataFolder(place / "data")
    folder.prepare()
    profiles = Profiles.load(folder)
    added = profiles.draft("Bench", base_url, appid)
    profiles.add(added)
    return folder.root, added.key


def data_directory(place: Path, made: Made) -> tuple[Path, str]:
    """Make a data directory whose one account is a profile; return it and the account's key."""
    # Nobody listens there: the program stays offline.
    folder, key = account_of(place, "http://127.0.0.1:1", "bench")
    home = DataFolder(folder).profile(key)
    home.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    (made.files.folder / "outbox.db").unlink(missing_ok=True)
    home.symlink_to(made.files.folder, target_is_directory=True)
    return folder, key


def under_passphrase(folder: Path, key: str) -> None:
    """Keep the account's key under the passphrase of NO_KEYRING from now on."""
    keep_key(DataFolder(folder).profile(key) / "key.json", KEY, PASSPHRASE)


@contextmanager
def keyring_with(folder: Path, key: str, app_key: str = "no key") -> Iterator[Mapping[str, str] | None]:
    """Run a Secret Service that holds the account's keys; gives the environment for it, None without its tools."""
    if not all(map(shutil.which, _TOOLS)):
        yield None
        return
    with tempfile.TemporaryDirectory() as place:
        own = {"HOME": place, "XDG_DATA_HOME": f"{place}/data", "XDG_RUNTIME_DIR": place}
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=os.environ | own, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert bus.stdout is not None
        environment = own | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        everything = usual_environment()
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=everything | environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert daemon.stdin is not None
            daemon.stdin.write("pass\n")
            daemon.stdin.close()
            time.sleep(1)
            put = [sys.executable, "-c", _PUT, str(folder), key, KEY.hex(), app_key]
            subprocess.run(put, env=everything | environment, check=True, timeout=60)
            # Home stays as it is: the program finds its fonts and caches as ever.
            yield {"DBUS_SESSION_BUS_ADDRESS": environment["DBUS_SESSION_BUS_ADDRESS"]}
        finally:
            for process in (daemon, bus):
                process.terminate()
                process.wait(_ENDING)


class Running:
    """The program, started with a stall log; `began` is when, on the monotonic clock."""

    def __init__(self, folder: Path, log: Path, environment: Mapping[str, str], *rest: str) -> None:
        log.unlink(missing_ok=True)
        self._log = log
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command(folder, "--stall-log", str(log), *rest),
            env=usual_environment() | dict(environment),
            stderr=subprocess.DEVNULL,
        )

    def first_row(self) -> float:
        """Wait for the first painted row and return the seconds until then."""
        return self.wait_for("first_row", 60) - self.began

    def figures(self) -> dict[str, list[float]]:
        """Return the log's figures by key."""
        found: dict[str, list[float]] = {}
        for line in self._log.read_text("utf-8").splitlines() if self._log.exists() else []:
            key, _, value = line.partition(" ")
            if key and value:
                found.setdefault(key, []).append(float(value.split()[0]))
        return found

    def wait_for(self, key: str, seconds: float) -> float:
        """Return the first figure of a key once the log has it. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if figures := self.figures().get(key):
                return figures[0]
            time.sleep(0.005)
        raise TimeoutError(key)

    def memory(self, what: str = "VmHWM") -> float:
        """Return the most memory that was resident so far, in MB (2^20 bytes)."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{what}:"))

    def end(self) -> None:
        """Have the window closed, as by SIGTERM."""
        self.process.terminate()
        self.process.wait(_ENDING)
