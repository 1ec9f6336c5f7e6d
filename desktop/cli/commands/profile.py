"""`kefu-desk profile`: add, list and remove accounts."""

import getpass
import os
import sys
from argparse import Namespace

from desktop.cli.failures import DONE, WrongUsage
from desktop.cli.output import table
from desktop.cli.session import Session
from desktop.domain.errors import InvalidInput, NoKeyring
from desktop.workspace.enrolment import enrol


def run(parsed: Namespace, session: Session) -> int:
    """Carry out `profile add`, `profile list` or `profile remove`."""
    if session.options.demo:
        raise WrongUsage("--demo has no profiles of its own", "--demo 没有账户可管理")
    return {"add": _add, "list": _list, "remove": _remove}[parsed.action](parsed, session)


def _add(parsed: Namespace, session: Session) -> int:
    profile = session.profiles.draft(parsed.name, parsed.base_url, parsed.appid, proxy=parsed.proxy)
    app_key = _app_key()
    try:
        enrol(session.profiles, session.vault, profile, app_key)
    except NoKeyring:
        enrol(session.profiles, session.vault, profile, app_key, session.passphrase(new=True))
    print(session.say(f"added {profile.name}", f"已添加 {profile.name}"))
    return DONE


def _app_key() -> str:
    given = os.environ.pop("KEFU_APP_KEY", "").strip()
    if not given and sys.stdin.isatty():
        given = getpass.getpass("app_key: ").strip()
    elif not given:
        given = sys.stdin.readline().strip()
    if not given:
        raise InvalidInput("app_key", "missing")
    return given


def _list(_: Namespace, session: Session) -> int:
    chosen = session.profiles.chosen(session.preferences.profile)
    rows = [
        ("*" if profile == chosen else "", profile.name, profile.base_url, profile.appid)
        for profile in session.profiles.all
    ]
    for line in table(("", "name", "server", "appid"), rows):
        print(line)
    return DONE


def _remove(parsed: Namespace, session: Session) -> int:
    profile = session.profiles.named(parsed.name)
    session.vault.remove(profile)
    session.profiles.remove(profile.key)
    print(session.say(f"removed {profile.name}", f"已删除 {profile.name}"))
    return DONE
