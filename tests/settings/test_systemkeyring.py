import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from desktop.domain.errors import CredentialError, KeyringLocked, NoKeyring
from desktop.settings.credentials import Secrets
from desktop.settings.systemkeyring import SystemKeyring
from tests.settings.backends import Broken, Dictionary, Dropping, Hanging, Locked, Refusing, Uninitialised

SECRETS = Secrets(bytes(range(32)), "demo-key")


def over(backend: KeyringBackend, deadline: float = 5.0) -> SystemKeyring:
    return SystemKeyring(backend=lambda: backend, deadline=deadline)


def test_secrets_are_kept_returned_and_removed() -> None:
    store = over(Dictionary())
    assert store.get("a") is None
    store.put("a", SECRETS)
    assert store.get("a") == SECRETS
    assert store.get("b") is None
    store.remove("a")
    store.remove("a")
    assert store.get("a") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"file_key": "AAAA", "app_key": "x"}', '{"file_key": 1}'])
def test_an_entry_that_is_not_ours_is_no_secret(text: str) -> None:
    backend = Dictionary()
    backend.entries["Kefu Desk", "a"] = text
    assert over(backend).get("a") is None


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), Dropping()])
def test_what_keeps_nothing_is_no_keyring(backend: KeyringBackend) -> None:
    with pytest.raises(NoKeyring):
        over(backend).put("a", SECRETS)


def test_a_readable_file_is_no_keyring() -> None:
    plaintext = type("PlaintextKeyring", (Dictionary,), {"__module__": "keyrings.alt.file"})()
    with pytest.raises(NoKeyring):
        over(plaintext).put("a", SECRETS)
    assert plaintext.entries == {}


def test_a_chain_gives_its_first_safe_link(monkeypatch: pytest.MonkeyPatch) -> None:
    plaintext = type("PlaintextKeyring", (Dictionary,), {"__module__": "keyrings.alt.file"})()
    sound = Dictionary()
    monkeypatch.setattr(ChainerBackend, "backends", [plaintext, sound])
    over(ChainerBackend()).put("a", SECRETS)
    assert plaintext.entries == {}
    assert len(sound.entries) == 1
    monkeypatch.setattr(ChainerBackend, "backends", [plaintext])
    with pytest.raises(NoKeyring):
        over(ChainerBackend()).put("a", SECRETS)


@pytest.mark.parametrize(
    ("backend", "error"),
    [
        (Locked(), KeyringLocked),
        (Uninitialised(), KeyringLocked),
        (Broken(), CredentialError),
        (Refusing(), CredentialError),
    ],
)
def test_trouble_becomes_the_tree_and_quotes_nothing(
    backend: KeyringBackend, error: type[CredentialError]
) -> None:
    with pytest.raises(error) as raised:
        over(backend).put("a", SECRETS)
    assert type(raised.value) is error
    assert "demo-key" not in str(raised.value)


def test_a_bus_that_hangs_costs_the_deadline_and_not_the_exit() -> None:
    code = (
        "from desktop.settings.systemkeyring import SystemKeyring\n"
        "from desktop.domain.errors import KeyringLocked\n"
        "from tests.settings.backends import Hanging\n"
        "try: SystemKeyring(backend=Hanging, deadline=0.2).get('a')\n"
        "except KeyringLocked: print('locked')"
    )
    begun = time.monotonic()
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=20)
    assert run.stdout.strip() == "locked"
    assert time.monotonic() - begun < 10


def test_a_hanging_call_is_bounded_here_too() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyringLocked):
        over(Hanging(), deadline=0.1).get("a")
    assert time.monotonic() - begun < 5


def test_the_fail_backend_of_the_environment_is_no_keyring() -> None:
    code = (
        "from desktop.settings.systemkeyring import SystemKeyring\n"
        "from desktop.domain.errors import NoKeyring\n"
        "try: SystemKeyring().get('a')\n"
        "except NoKeyring: print('none')"
    )
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == "none"


REAL = """
import subprocess, sys
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.credentials import Secrets
import keyring
assert type(keyring.get_keyring()).__module__ == "keyring.backends.SecretService", keyring.get_keyring()
store = SystemKeyring(deadline=30)
store.put("test/a", Secrets(bytes(range(32)), "demo-key"))
assert SystemKeyring().get("test/a") == Secrets(bytes(range(32)), "demo-key")
at_once = subprocess.run([sys.executable, "-c", sys.argv[1]], capture_output=True, text=True)
assert at_once.stdout.split() == ["there", "none", "none", "none"], at_once
store.remove("test/a")
assert store.get("test/a") is None
print("kept")
"""

AT_ONCE = """
import os, sys
from desktop.settings.secretservice import read_at_once
from desktop.settings.systemkeyring import SERVICE, SystemKeyring
print("there" if "demo-key" in (read_at_once(SERVICE, "test/a") or "") else "not there")
assert SystemKeyring().get("test/a").app_key == "demo-key"
assert not {"keyring", "secretstorage", "cryptography"} & set(sys.modules)
print("something" if read_at_once(SERVICE, "test/b") else "none")
os.environ["XDG_CURRENT_DESKTOP"] = "KDE"
print("something" if read_at_once(SERVICE, "test/a") else "none")
del os.environ["XDG_CURRENT_DESKTOP"]
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
print("something" if read_at_once(SERVICE, "test/a") else "none")
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="needs gnome-keyring-daemon and dbus-run-session",
)
def test_a_real_keyring_keeps_secrets(tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"},
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": os.getcwd(),  # noqa: PTH109
    }
    unlock = 'echo pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" -c "$1" "$2"'
    run = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", unlock, sys.executable, REAL, AT_ONCE],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert run.stdout.strip() == "kept", run.stderr
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert stored
    assert b"demo-key" not in stored
