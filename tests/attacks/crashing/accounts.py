"""Profiles added, removed and switched by a program that is killed meanwhile: all that are listed are whole."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from keyring.backends import fail

from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.errors import AppError
from desktop.settings.folder import data_folder
from desktop.settings.preferencesfile import load_preferences
from desktop.settings.profiles import Profiles
from desktop.settings.systemkeyring import SystemKeyring
from desktop.settings.vault import Vault, app_key_of
from tests.attacks.crashing.killer import Killer
from tests.cli.conftest import PASSPHRASE

_KEPT = "Kept"


def attack(killer: Killer, data: Path, kills: int, seed: int) -> Iterator[str]:
    """Kill so many changes; yield what is wrong after each."""
    chance = random.Random(seed)
    where = {"data": str(data)}
    killer.whole({"do": "add", "name": _KEPT, "app_key": f"key of {_KEPT}", **where})
    killer.whole({"do": "add", "name": "gone", "app_key": "key of gone", **where})
    killer.whole({"do": "remove", "name": "gone", **where})
    killer.whole({"do": "switch", "name": _KEPT.lower(), **where})
    for number in range(kills):
        names = [one.name for one in Profiles.load(data_folder(data)).all if one.name != _KEPT]
        kind = chance.choice(("add", "remove", "switch")) if len(names) > 1 else "add"
        name = f"made {number}" if kind == "add" else chance.choice(names)
        was_through = killer.killed({"do": kind, "name": name, "app_key": f"key of {name}", **where})
        yield from (f"{kind} {name}: {wrong}" for wrong in _looked_over(data, kind, name, was_through))


def _looked_over(data: Path, kind: str, name: str, was_through: bool) -> Iterator[str]:
    folder = data_folder(data)
    profiles, loaded = Profiles.load(folder), load_preferences(folder.preferences)
    names = [one.name for one in profiles.all]
    if profiles.kept_as or loaded.kept_as:
        yield "the list or the preferences could not be read"
    if was_through and {"add": name not in names, "remove": name in names, "switch": False}[kind]:
        yield "what was said to be done is not"
    if was_through and kind == "switch" and loaded.preferences.profile != name:
        yield "the choice is lost"
    for one in {_KEPT, name} & set(names):
        if one != name or kind != "remove":
            yield from _opened(profiles, Vault(folder, SystemKeyring(backend=fail.Keyring)), one)
    if kind == "remove" and name in names:
        # Half removed: the same again ends it.
        vault, profile = Vault(folder, SystemKeyring(backend=fail.Keyring)), profiles.named(name)
        vault.remove(profile)
        profiles.remove(profile.key)
        if ProfileFiles(folder.profile(profile.key)).outbox.exists():
            yield "files of a removed profile are left"


def _opened(profiles: Profiles, vault: Vault, name: str) -> Iterator[str]:
    profile = profiles.named(name)
    try:
        keys = vault.unlock(profile, PASSPHRASE)
        with closing(OutboxFile.open(ProfileFiles(keys.folder).outbox, keys.file_key)) as box:
            if app_key_of(keys, box) != f"key of {name}":
                yield f"{name} has another key"
    except AppError as error:
        yield f"{name} does not open: {error!r}"
