"""The profiles of this machine: added, changed, removed and chosen by name."""

import re
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path

from desktop.domain.errors import InvalidInput
from desktop.domain.json import Json
from desktop.domain.profile import Profile, checked_base_url, checked_name
from desktop.settings.folder import DataFolder
from desktop.settings.preferencesfile import as_json, parsed
from desktop.settings.privatefile import read_bytes, set_aside, write_whole

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


class Profiles:
    """The list of profiles, in the order they were added. Each change is on disk when its call returns."""

    def __init__(
        self, folder: DataFolder, profiles: Sequence[Profile] = (), *, kept_as: Path | None = None
    ) -> None:
        self._folder = folder
        self._profiles = tuple(profiles)
        self.kept_as = kept_as
        """Where a list that could not be read whole was set aside."""

    @classmethod
    def load(cls, folder: DataFolder) -> "Profiles":
        """Read the list; entries of a broken list that can be used are kept. Raises NotWritable."""
        content = read_bytes(folder.profiles)
        if content is None:
            return cls(folder)
        raw = parsed(content)
        plain = _read_plainly(raw)
        if plain is not None:
            return cls(folder, plain)
        from desktop.settings.checked import salvage_profiles  # noqa: PLC0415 -- pydantic is slow to load

        profiles, whole = salvage_profiles(raw)
        return cls(folder, profiles, kept_as=None if whole else set_aside(folder.profiles))

    @property
    def all(self) -> tuple[Profile, ...]:
        """The profiles in the order they were added."""
        return self._profiles

    def named(self, name: str) -> Profile:
        """Return the profile of that name (or key); raises InvalidInput when there is none."""
        wanted = name.strip().casefold()
        for profile in self._profiles:
            if wanted in {profile.name.casefold(), profile.key}:
                return profile
        raise InvalidInput("profile", "no_such_profile", name=name)

    def chosen(self, key: str) -> Profile | None:
        """Return the profile to open when none is asked for: that of the key, else the first, else None."""
        by_key = {profile.key: profile for profile in self._profiles}
        return by_key.get(key) or next(iter(self._profiles), None)

    def draft(self, name: str, base_url: str, appid: str, *, proxy: str = "") -> Profile:
        """Return a checked profile with a key of its own, not yet on the list (store its secrets, then `add` it).

        `name` at most 40 characters, none of a file name's special ones, not taken yet; `base_url` https, or http
        on loopback. Raises InvalidInput.
        """
        name = checked_name(name)
        _refuse_taken(name, self._profiles)
        address, account = checked_base_url(base_url), _filled("appid", appid)
        return Profile(self._new_key(name), name, address, account, proxy.strip())

    def add(self, profile: Profile) -> None:
        """Put a drafted profile on the list; raises InvalidInput when its name is taken, DiskFull, NotWritable."""
        _refuse_taken(profile.name, self._profiles)
        self._save((*self._profiles, profile))

    def change(self, changed: Profile) -> None:
        """Store a profile's new name, address, appid or proxy under its key.

        Raises InvalidInput for a field that `draft` would refuse, DiskFull, NotWritable.
        """
        name, base_url = checked_name(changed.name), checked_base_url(changed.base_url)
        others = [profile for profile in self._profiles if profile.key != changed.key]
        _refuse_taken(name, others)
        checked = replace(changed, name=name, base_url=base_url, appid=_filled("appid", changed.appid))
        self._save([checked if profile.key == changed.key else profile for profile in self._profiles])

    def remove(self, key: str) -> None:
        """Take a profile off the list (its keys first: `Vault.remove`); raises DiskFull, NotWritable."""
        self._save([profile for profile in self._profiles if profile.key != key])

    def _new_key(self, name: str) -> str:
        stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "profile"
        if _RESERVED.fullmatch(stem):
            stem = f"profile-{stem}"
        taken = {profile.key for profile in self._profiles}
        key, number = stem, 2
        while key in taken or self._folder.profile(key).exists():
            key, number = f"{stem}-{number}", number + 1
        return key

    def _save(self, profiles: Sequence[Profile]) -> None:
        self._folder.prepare()
        stored: list[Json] = [asdict(profile) for profile in profiles]
        write_whole(self._folder.profiles, as_json(stored))
        self._profiles = tuple(profiles)


def _refuse_taken(name: str, profiles: Sequence[Profile]) -> None:
    if name.casefold() in {profile.name.casefold() for profile in profiles}:
        raise InvalidInput("name", "profile_exists", name=name)


def _filled(field: str, text: str) -> str:
    if not text.strip():
        raise InvalidInput(field, "missing")
    return text.strip()


_FORM = {part.name: bool if part.name == "demo" else str for part in fields(Profile)}


def _read_plainly(raw: Json) -> list[Profile] | None:
    if not isinstance(raw, list):
        return None
    if not all(isinstance(entry, dict) and _form(entry) == _FORM for entry in raw):
        return None
    return [Profile(**entry) for entry in raw]


def _form(entry: dict[str, Json]) -> dict[str, type]:
    return {name: type(value) for name, value in entry.items()}
