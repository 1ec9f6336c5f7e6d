"""Linux's Secret Service, asked for one entry without loading keyring, in a tenth of its time.

The only importer of jeepney.

What is read goes over the user's own session bus, a socket of this machine, as the service hands it out to any
program of the user.
"""

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_BUS = "org.freedesktop.secrets"
_SERVICE = "org.freedesktop.Secret.Service"
_ITEM = "org.freedesktop.Secret.Item"
_ROOT = "/org/freedesktop/secrets"
_SECONDS = 5.0
"""How long one answer may take."""
_CHOSEN = ("PYTHON_KEYRING_BACKEND", "KEYRING_PROPERTY_PREFERRED_COLLECTION")
"""With one of these set keyring knows better where to look."""


def read_at_once(service: str, username: str) -> str | None:
    """Return what keyring keeps for `username` of `service` in the Secret Service, where that is sure and open.

    None wherever keyring has to be asked: on other systems, under KDE (it has a store of its own), where the user
    chose a store, when there is no such entry, when it is locked, and when the bus or the service has trouble.
    """
    if not _usual():
        return None
    try:
        return _read({"service": service, "username": username})
    except (ImportError, OSError, RuntimeError, ValueError, LookupError):
        # Whatever it is, keyring meets it next and names it.
        return None


def _usual() -> bool:
    if sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    if any(name in os.environ for name in _CHOSEN) or "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        return False
    root = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 -- as keyring does
    return not os.path.exists(os.path.join(root, "python_keyring", "keyringrc.cfg"))  # noqa: PTH110, PTH118


def _read(attributes: dict[str, str]) -> str | None:
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 -- in the thread that has a deadline

    with open_dbus_connection("SESSION") as bus:
        _, session = _asked(bus, _ROOT, _SERVICE, "OpenSession", "sv", "plain", ("s", ""))
        found, _locked = _asked(bus, _ROOT, _SERVICE, "SearchItems", "a{ss}", attributes)
        if len(found) != 1:
            return None
        ((_, _, secret, _type),) = _asked(bus, found[0], _ITEM, "GetSecret", "o", session)
        return bytes(secret).decode()


def _asked(
    bus: "DBusConnection", path: str, interface: str, method: str, signature: str, *body: object
) -> tuple[Any, ...]:
    from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415

    call = new_method_call(DBusAddress(path, _BUS, interface), method, signature, body)
    reply = bus.send_and_get_reply(call, timeout=_SECONDS)
    if reply.header.message_type is MessageType.error:
        raise LookupError(method)
    answer: tuple[Any, ...] = reply.body
    return answer
