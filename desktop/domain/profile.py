"""A profile: one Sobot account this machine knows."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from desktop.domain.errors import InvalidInput

ENVIRONMENTS: dict[str, str] = {
    "singapore": "https://sg.sobot.io",
    "north_america": "https://us.sobot.com",
    "china": "https://www.sobot.com",
}
"""The vendor's servers by name; any other address is "custom"."""

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_BLANK = re.compile(r"[\s\x00-\x1f]")
_NAME = re.compile(r"[^\x00-\x1f/\\:]{1,40}")


@dataclass(frozen=True, slots=True)
class Profile:
    """One account: `key` names its folder and its entries in the credential store, `name` is what people see."""

    key: str
    name: str
    base_url: str
    appid: str
    proxy: str = ""
    demo: bool = False


def checked_base_url(text: str) -> str:
    """Return the server address without trailing slash.

    Raises InvalidInput unless it is https, or http on loopback, without user, query or fragment.
    """
    parts = _split(text.strip().rstrip("/"))
    plain = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or plain):
        raise InvalidInput("base_url", "address_not_https")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise InvalidInput("base_url", "address_has_extras")
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _split(address: str) -> SplitResult:
    """Split an address. Raises InvalidInput for one that no host or port can be read from."""
    try:
        parts = urlsplit(address)
        readable = parts.port is None or parts.port > 0
    except ValueError:
        readable = False
    if not readable or _BLANK.search(address):
        raise InvalidInput("base_url", "address_unreadable")
    return parts


def checked_name(text: str) -> str:
    """Return the profile's name, trimmed; raises InvalidInput when blank, over 40 characters or not a name."""
    name = text.strip()
    if not _NAME.fullmatch(name) or name in {".", ".."}:
        raise InvalidInput("name", "profile_name")
    return name
