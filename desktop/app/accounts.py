"""The accounts of this machine, as the settings dialog works on them."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from desktop.app.desk import Desk
from desktop.app.online import Online
from desktop.domain.errors import NoSecret
from desktop.domain.profile import Profile
from desktop.settings.profiles import Profiles
from desktop.settings.vault import Vault, app_key_of
from desktop.ui.settings.draft import Draft
from desktop.workspace.enrolment import enrol, store_app_key
from desktop.workspace.probe import ProbeReport, test_connection
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import OutboxTokens, keep


class Accounts:
    """Implements `ui.settings.ports.Profiles` over the profile list, the keys and the desk."""

    def __init__(self, profiles: Profiles, vault: Vault, desk: Desk, online: Online) -> None:
        self._profiles = profiles
        self._vault = vault
        self._desk = desk
        self._online = online
        self._made: dict[str, Callable[[], None]] = {}

    @property
    def all(self) -> Sequence[Profile]:
        """The accounts, in the order they were added."""
        return self._profiles.all

    @property
    def current(self) -> str:
        """The key of the account that is open, "" for none."""
        shown = self._desk.current
        return "" if shown is None else shown.account.profile.key

    async def save(self, draft: Draft) -> Profile:
        """Store a new account or the changes of one; raises NoKeyring when a passphrase must be chosen."""
        if not draft.key:
            return await self._add(draft)
        return await self._change(draft)

    async def remove(self, key: str) -> None:
        """Remove an account with its keys and files; the one on the screen is closed first. Raises AppError."""
        if key == self.current:
            await self._online.leave()
        await asyncio.to_thread(self._vault.remove, self._profiles.named(key))
        self._profiles.remove(key)

    async def test(self, draft: Draft) -> ProbeReport:
        """Try to connect as the draft says, with the stored app_key where the draft has none. Raises AppError."""
        app_key = draft.app_key or await self._stored_app_key(draft.key)
        report = await test_connection(draft.base_url, draft.appid, app_key, draft.proxy)
        await self._keep_token(draft, report)
        return report

    def open(self, key: str) -> None:
        """Open an account in the window; one that was just saved needs no passphrase once more."""
        just_made = self._made.pop(key, None)
        if just_made is not None:
            just_made()
        else:
            self._desk.open(self._profiles.named(key))

    def open_demo(self) -> None:
        """Start the demo server and open its account."""
        self._desk.open_demo()

    async def _add(self, draft: Draft) -> Profile:
        profile = self._profiles.draft(draft.name, draft.base_url, draft.appid, proxy=draft.proxy)
        if draft.memory_only:
            self._made[profile.key] = partial(self._desk.open_in_memory, profile, draft.app_key)
            return profile
        await asyncio.to_thread(enrol, self._profiles, self._vault, profile, draft.app_key, draft.passphrase)
        self._made[profile.key] = partial(self._desk.open, profile, draft.passphrase)
        return profile

    async def _change(self, draft: Draft) -> Profile:
        old = self._profiles.named(draft.key)
        new = replace(old, name=draft.name, base_url=draft.base_url, appid=draft.appid, proxy=draft.proxy)
        self._profiles.change(new)
        shown = self._desk.current
        if shown is None or shown.account.profile.key != new.key:
            if draft.app_key:
                keys = await asyncio.to_thread(self._vault.unlock, new, draft.passphrase)
                await asyncio.to_thread(store_app_key, self._vault, new, keys, draft.app_key)
            return new
        if draft.app_key:
            keys = shown.unlocked.keys
            store = asyncio.to_thread(store_app_key, self._vault, new, keys, draft.app_key)
            shown.unlocked = replace(shown.unlocked, profile=new, keys=await store)
        else:
            shown.unlocked = replace(shown.unlocked, profile=new)
        shown.account.profile = new
        self._online.reconnect()
        return new

    async def _keep_token(self, draft: Draft, report: ProbeReport) -> None:
        """Have the open account go on with the tested token: it ended the one that was in use."""
        shown = self._desk.current
        if report.token is None or shown is None or shown.account.profile.key != draft.key:
            return
        files = shown.account.files
        store = OutboxTokens(files.outbox, draft.base_url, draft.appid)
        await keep(store, FileLock(files.folder.folder / "token.lock"), report.token)

    async def _stored_app_key(self, key: str) -> str:
        shown = self._desk.current
        if not key:
            raise NoSecret
        if shown is not None and shown.account.profile.key == key:
            keys = shown.unlocked.keys
            box = shown.account.files.outbox
            return keys.app_key or await asyncio.wrap_future(box.submit(lambda file: app_key_of(keys, file)))
        return (await asyncio.to_thread(self._vault.unlock, self._profiles.named(key))).app_key
