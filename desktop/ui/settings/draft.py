"""An account as it stands in the form, before it is saved. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from desktop.domain.errors import InvalidInput
from desktop.domain.profile import ENVIRONMENTS, Profile, checked_base_url, checked_name

CUSTOM = "custom"
_PROXIES = frozenset({"http", "https", "socks5"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user typed. `key` is "" for a new profile; `app_key` "" leaves a stored one as it is.

    `passphrase` keeps the keys where no keyring does; `memory_only` keeps nothing at all.
    """

    name: str = ""
    base_url: str = ENVIRONMENTS["singapore"]
    appid: str = ""
    app_key: str = field(default="", repr=False)
    proxy: str = ""
    key: str = ""
    passphrase: str | None = field(default=None, repr=False)
    memory_only: bool = False


def draft_of(profile: Profile) -> Draft:
    """Return the form's content for a stored profile; its app_key is not read."""
    return Draft(profile.name, profile.base_url, profile.appid, "", profile.proxy, profile.key)


def environment_of(base_url: str) -> str:
    """Return the name of the vendor's environment with this address, "custom" for any other."""
    return next((name for name, url in ENVIRONMENTS.items() if url == base_url.rstrip("/")), CUSTOM)


def faults(draft: Draft) -> Mapping[str, InvalidInput]:
    """Return what is wrong with a draft, by field; empty when it can be saved."""
    found: dict[str, InvalidInput] = {}
    checks: dict[str, Callable[[], str]] = {
        "name": lambda: checked_name(draft.name),
        "base_url": lambda: checked_base_url(draft.base_url),
    }
    for name, check in checks.items():
        try:
            check()
        except InvalidInput as error:
            found[name] = error
    if not draft.appid.strip():
        found["appid"] = InvalidInput("appid", "missing")
    if not draft.key and not draft.app_key.strip():
        found["app_key"] = InvalidInput("app_key", "missing")
    if draft.proxy.strip() and not _is_proxy(draft.proxy.strip()):
        found["proxy"] = InvalidInput("proxy", "proxy_address")
    return found


def _is_proxy(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in _PROXIES and bool(parts.hostname)
