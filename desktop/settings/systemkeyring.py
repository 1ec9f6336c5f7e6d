"""The operating system's keyring. The only importer of keyring."""

import base64
import binascii
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from desktop.domain.errors import CredentialError, KeyringLocked, NoKeyring
from desktop.settings.credentials import Secrets
from desktop.settings.deadline import within
from desktop.settings.secretservice import read_at_once

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

P = ParamSpec("P")
T = TypeVar("T")

SERVICE = "Kefu Desk"

_UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Backends that keep nothing, or keep it readable in a file."""


class SystemKeyring:
    """Secrets in the OS keyring, one entry a profile.

    `deadline` seconds is the longest any call takes: a session bus that hangs, or a prompt that nobody answers,
    becomes KeyringLocked. `backend` stands in for the one the system offers. keyring is loaded inside `loading`:
    while it loads it puts an import of its own in place of Python's, which nobody else may do meanwhile.
    """

    def __init__(
        self,
        *,
        deadline: float = 10.0,
        backend: "Callable[[], KeyringBackend] | None" = None,
        loading: AbstractContextManager[object] | None = None,
    ) -> None:
        self._deadline = deadline
        self._loading = loading or nullcontext()
        self._choose = backend or _offered
        self._at_once = read_at_once if backend is None else _nothing
        self._backend: KeyringBackend | None = None

    def get(self, name: str) -> Secrets | None:
        """Return the secrets of an entry, None when there is none; raises NoKeyring, KeyringLocked."""
        text = self._ask(self._get_at_once, name)
        return None if text is None else _read(text)

    def put(self, name: str, secrets: Secrets) -> None:
        """Store an entry and read it back; raises NoKeyring (also for a store that drops it), KeyringLocked."""
        text = _write(secrets)
        self._ask(self._set, name, text)
        if self._ask(self._get, name) != text:
            raise NoKeyring

    def remove(self, name: str) -> None:
        """Remove an entry, if there is one; raises NoKeyring, KeyringLocked."""
        if self._ask(self._get, name) is not None:
            self._ask(self._delete, name)

    def _ask(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return within(self._deadline, call, *args, **kwargs)
        except TimeoutError as error:
            raise KeyringLocked(seconds=int(self._deadline)) from error

    def _get_at_once(self, name: str) -> str | None:
        found = self._at_once(SERVICE, name)
        return self._get(name) if found is None else found

    def _get(self, name: str) -> str | None:
        with _TreeErrors():
            return self._opened().get_password(SERVICE, name)

    def _set(self, name: str, text: str) -> None:
        with _TreeErrors():
            self._opened().set_password(SERVICE, name, text)

    def _delete(self, name: str) -> None:
        with _TreeErrors():
            self._opened().delete_password(SERVICE, name)

    def _opened(self) -> "KeyringBackend":
        if self._backend is None:
            with self._loading:
                import keyring  # noqa: F401, PLC0415 -- 130 ms, in the thread that has a deadline
            self._backend = _safe(self._choose())
        return self._backend


class _TreeErrors:
    """Turns what a keyring raises into the tree.

    Backends are plugins over D-Bus and OS calls and raise whatever those raise, so the unknown is a
    CredentialError that names its type.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None or not isinstance(error, Exception) or isinstance(error, CredentialError):
            return
        from keyring import errors  # noqa: PLC0415 -- imported in the thread that has a deadline

        if isinstance(error, errors.NoKeyringError | ImportError):
            raise NoKeyring from error
        if isinstance(error, errors.InitError | errors.KeyringLocked):
            raise KeyringLocked from error
        raise CredentialError(reason=type(error).__name__) from error


def _nothing(_service: str, _name: str) -> None:
    """Read nothing at once."""


def _offered() -> "KeyringBackend":
    import keyring  # noqa: PLC0415 -- loaded by now

    return keyring.get_keyring()


def _safe(backend: "KeyringBackend") -> "KeyringBackend":
    """Return the backend to use: the chosen one, or the first safe one of a chain; raises NoKeyring."""
    for candidate in getattr(backend, "backends", (backend,)):
        if not type(candidate).__module__.startswith(_UNSAFE):
            chosen: KeyringBackend = candidate
            return chosen
    raise NoKeyring


def _write(secrets: Secrets) -> str:
    return json.dumps({"file_key": base64.b64encode(secrets.file_key).decode(), "app_key": secrets.app_key})


def _read(text: str) -> Secrets | None:
    try:
        entry = json.loads(text)
        key = base64.b64decode(entry["file_key"], validate=True)
        app_key = entry["app_key"]
    except (ValueError, KeyError, TypeError, binascii.Error):
        return None
    return Secrets(key, app_key) if len(key) == 32 and isinstance(app_key, str) else None
