"""`kefu-desk doctor`: what works and what does not, in plain lines."""

import asyncio
import os
import stat
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.cache.cachefile import CacheFile
from desktop.cache.lane import Lane
from desktop.cache.outboxfile import OutboxFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.cli.account import poster
from desktop.cli.failures import DONE, FAILED, Refused, line_of
from desktop.cli.output import plain
from desktop.cli.session import Session
from desktop.domain.errors import AppError
from desktop.domain.profile import Profile
from desktop.settings.credentials import Keys
from desktop.settings.vault import app_key_of
from desktop.workspace.probe import ProbeReport, Step, test_connection
from desktop.workspace.token.filelock import FileLock
from desktop.workspace.token.keeper import OutboxTokens, keep


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, whether it is well (None: could not be looked at), and words."""

    what: str
    ok: bool | None
    words: str


def run(_: Namespace, session: Session) -> int:
    """Look at everything, print a line each; 1 when something failed."""
    failed = False
    for finding in _findings(session):
        mark = {True: "ok", False: "failed", None: "-"}[finding.ok]
        print(f"{mark:<7} {finding.what}: {plain(finding.words)}", flush=True)
        failed |= finding.ok is False
    return FAILED if failed else DONE


def _findings(session: Session) -> Iterator[Finding]:
    examined = _Examined(session)
    yield examined.finding(session.say("data directory", "数据目录"), examined.directory)
    yield examined.finding(
        session.say("profile", "账户"), lambda: f"{session.profile.name}, {session.profile.base_url}"
    )
    yield examined.finding(session.say("keys", "密钥"), examined.keys)
    yield examined.finding("outbox.db", examined.outbox)
    yield examined.finding("cache.db", examined.cache)
    yield examined.finding(session.say("credentials", "凭据"), examined.credentials)
    yield from examined.connection()


class _Examined:
    """The parts that are looked at; each returns words when it is well and raises when it is not."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._app_key = ""

    def finding(self, what: str, look: Callable[[], str]) -> Finding:
        try:
            return Finding(what, ok=True, words=look())
        except Refused as refused:
            return Finding(what, ok=False, words=refused.words[self._session.language])
        except AppError as error:
            return Finding(what, ok=False, words=line_of(error, self._session.language))

    def directory(self) -> str:
        folder = self._session.folder
        folder.prepare()
        if os.name == "posix" and stat.S_IMODE(folder.root.stat().st_mode) & 0o077:
            return self._session.say(
                f"{folder.root} (others may look into it; its files are private)",
                f"{folder.root}（其他用户可浏览该目录，其中的文件仍是私有的）",
            )
        return str(folder.root)

    def keys(self) -> str:
        say = self._session.say
        return {
            "keyring": say("kept in this computer's key store", "保存在本机密钥库中"),
            "passphrase": say("kept under a passphrase", "由密码保护"),
            "memory": say("in memory only", "仅在内存中"),
        }[self._session.keys.kept]

    def outbox(self) -> str:
        keys = self._session.keys
        file = OutboxFile.open(ProfileFiles(keys.folder).outbox, keys.file_key)
        try:
            return self._checked(file.check())
        finally:
            file.close()

    def cache(self) -> str:
        keys, say = self._session.keys, self._session.say
        path = ProfileFiles(keys.folder).cache
        if not path.exists():
            return say("nothing was fetched yet", "还没有数据")
        file = CacheFile.open(path, keys.file_key, read_only=True)
        try:
            self._checked(file.check())
            return say(f"sound, {file.counts().total} customers", f"完好，共 {file.counts().total} 位客户")
        finally:
            file.close()

    def _checked(self, damage: list[str]) -> str:
        if damage:
            raise Refused(f"damaged: {damage[0]}", f"已损坏：{damage[0]}")
        return self._session.say("sound", "完好")

    def credentials(self) -> str:
        keys = self._session.keys
        file = OutboxFile.open(ProfileFiles(keys.folder).outbox, keys.file_key)
        try:
            self._app_key = app_key_of(keys, file)
        finally:
            file.close()
        return f"appid {self._session.profile.appid}"

    def connection(self) -> Iterator[Finding]:
        """Try the server, where there is a key to try it with."""
        if not self._app_key:
            return
        report = asyncio.run(_tested(self._session.profile, self._session.keys, self._app_key))
        for step in report.steps:
            yield Finding(self._session.say(*_STEPS[step.name]), step.ok, self._told(step, report))

    def _told(self, step: Step, report: ProbeReport) -> str:
        say = self._session.say
        if step.error is not None:
            return line_of(step.error, self._session.language)
        if step.ok is None:
            return say("not reached", "未检查")
        if step.name == "clock" and report.clock_offset is not None:
            seconds = round(report.clock_offset)
            return say(f"{seconds} s from the server's", f"与服务器相差 {seconds} 秒")
        return say("well", "正常")


_STEPS = {
    "reachable": ("network", "网络"),
    "tls": ("certificate", "证书"),
    "clock": ("clock", "时钟"),
    "sign": ("sign-in", "登录"),
    "plan": ("API access", "接口权限"),
}


async def _tested(profile: Profile, keys: Keys, app_key: str) -> ProbeReport:
    """Test the connection; the token it takes ends the one in use, so it becomes that."""
    report = await test_connection(profile.base_url, profile.appid, app_key, profile.proxy)
    if report.token is not None:
        files = ProfileFiles(keys.folder)
        lane = Lane(lambda: OutboxFile.open(files.outbox, keys.file_key), poster())
        try:
            store = OutboxTokens(lane, profile.base_url, profile.appid)
            await keep(store, FileLock(files.folder / "token.lock"), report.token)
        finally:
            lane.close()
    return report
