"""Names, phones, addresses and social ids of generated people."""

from functools import cache
from typing import Any

from desktop.demo.names import parts
from desktop.demo.tenant import AGENTS, stable_id
from desktop.demo.weights import skewed

_EMOJI = parts("emoji")
_ENGLISH_FIRMS = parts("english_firms")
_ENGLISH_TRADES = parts("english_trades")
_FIRM_WORDS = parts("firm_words")
_FIRM_LATIN = parts("firm_latin")
_FOREIGN_CODES = parts("foreign_codes")
_HANDLES = parts("handles")
_MAIL_HOSTS = parts("mail_hosts")
_MOBILE = parts("mobile")
_TITLES = parts("titles")
_TRADES = parts("trades")
_CITIES = parts("cities")
_SURNAMES = skewed(parts("surnames"), 2048, flat=8)
_GIVEN = (skewed(parts("male"), 1024, flat=20), skewed(parts("female"), 1024, flat=20))
_FIRST = skewed(parts("english_first"), 512, flat=20)
_LAST = skewed(parts("english_last"), 512, flat=20)


def person(record: dict[str, Any], d: tuple[int, ...]) -> bool:
    """Put name, sex, phone, e-mail, QQ and WeChat into a record; return whether the customer is Chinese."""
    chinese = d[0] % 100 < 72
    female = d[1] & 1
    full = _chinese_name(d, female) if chinese else f"{_FIRST[d[2] % 512]} {_LAST[d[3] % 512]}"
    record["nick"] = _nick(full, d, chinese)
    if d[5] % 10 < 6:
        record["uname"] = full
    if d[1] % 10 < 8:
        record["sex"] = 2 if female else 1
    _reach(record, d, chinese)
    return chinese


def _chinese_name(d: tuple[int, ...], female: int) -> str:
    given = _GIVEN[female]
    first = given[d[2] % 1024]
    if len(first) == 1 and d[4] % 100 < 78:
        first += given[d[3] % 1024][:1]
    return _SURNAMES[d[6] % 2048] + first


def _nick(full: str, d: tuple[int, ...], chinese: bool) -> str:
    kind = d[7] % 100
    if kind < 55:
        nick = full
    elif kind < 70 and chinese:
        nick = f"{full[: 2 if full[:2] in _DOUBLE else 1]}{_TITLES[d[4] % 10]}"
    elif kind < 88:
        nick = _HANDLES[d[5] % len(_HANDLES)]
    else:
        nick = f"{_FIRST[d[4] % 512]}{d[5] % 1000 if d[5] & 1024 else ''}"
    return f"{nick}{_EMOJI[d[6] % len(_EMOJI)]}" if d[6] >> 11 == 7 else nick


_DOUBLE = {name for name in parts("surnames") if len(name) == 2}


def _reach(record: dict[str, Any], d: tuple[int, ...], chinese: bool) -> None:
    if d[17] % 100 < 70:
        record["email"] = _mail(d, chinese)
    if d[18] % 100 < 82:
        record["tel"] = _phone(d, chinese)
    if chinese and d[19] % 100 < 35:
        record["qq"] = str(10_000_000 + d[19] * 30517 % 3_900_000_000)
    if chinese and d[19] % 100 > 60:
        record["wx"] = f"wxid_{d[19]:04x}{d[18]:04x}{d[17]:04x}"
    if d[16] % 9 == 0:
        record["partnerid"] = f"P{d[16]:05d}{d[17]:05d}"


def _mail(d: tuple[int, ...], chinese: bool) -> str:
    host = _MAIL_HOSTS[d[2] % len(_MAIL_HOSTS)] if d[17] % 4 else f"{_FIRM_LATIN[d[3] % len(_FIRM_LATIN)]}.cn"
    if chinese and host == "qq.com":
        return f"{100_000_000 + d[17] * 43579 % 2_900_000_000}@{host}"
    name = _FIRST[d[17] % 512].lower().encode("ascii", "ignore").decode()
    return f"{name}{d[18] % 100000}@{host}" if d[18] & 1 else f"{name}.{d[18]:x}@{host}"


def _phone(d: tuple[int, ...], chinese: bool) -> str:
    number = f"{_MOBILE[d[18] % len(_MOBILE)]}{d[19] * 15259 % 100_000_000:08d}"
    kind = d[3] % 100
    if not chinese and kind < 60:
        return f"{_FOREIGN_CODES[d[18] % len(_FOREIGN_CODES)]}{2_000_000_000 + d[19] * 104729 % 7_000_000_000}"
    if kind < 6:
        return f"+86{number}"
    if kind < 9:
        return f"{number},{_MOBILE[d[2] % len(_MOBILE)]}{d[4] * 15259 % 100_000_000:08d}"
    return f"0{d[2] % 20 + 10}-{d[4] * 997 % 100_000_000:08d}" if kind < 12 else number


def social(record: dict[str, Any], d: tuple[int, ...]) -> None:
    """Put WeCom and social network ids into a record, for the customers that came that way."""
    if d[62] % 100 < 22:
        record["wx_build_unionid"] = f"or-MA{d[62]:04x}{d[63]:04x}{d[61]:04x}{d[0]:04x}"
    if d[63] % 100 < 18:
        external = f"wmzcrEDAAA{d[63]:04x}_{d[62]:04x}{d[60]:04x}"
        record["external_userid"] = external
        record["development_mode"] = 1
        record["user_label"] = stable_id("wecom tag", d[62] % 40)
        record["follow_user"] = [_friend(d)]
        record["wx_external_userids"] = [external]
    if d[61] % 100 < 12:
        name = ("whatsappids", "faceBookids", "instagramids", "lineids", "telegramids", "discordids")[d[60] % 6]
        record[name] = [f"{d[60]:05d}{d[61]:05d}{d[62]:05d}"]
    if d[62] % 100 < 9:
        record["wx_openids"] = [f"oX{d[59]:04x}{d[58]:04x}{d[57]:04x}"]
    if d[58] % 12 == 0:
        record["visitorids"] = stable_id("visitor", d[58] * 65536 + d[59])


def _friend(d: tuple[int, ...]) -> dict[str, object]:
    agent = AGENTS[d[59] % len(AGENTS)]
    return {
        "userid": f"wor8AYBgAA{agent.id[:12]}",
        "remark": agent.name,
        "createtime": 1_640_315_257 + d[58] * 997,
        "add_way": d[57] % 10,
        "status": (1, 1, 1, 1, -1, -2)[d[56] % 6],
    }


@cache
def enterprise(number: int, chinese: bool) -> tuple[str, str]:
    """Return id and name of the `number`-th company."""
    own = stable_id("enterprise", number * 2 + chinese)
    if not chinese:
        first = _ENGLISH_FIRMS[number % len(_ENGLISH_FIRMS)]
        second = _ENGLISH_FIRMS[number // 7 % len(_ENGLISH_FIRMS)]
        return own, f"{first} {second} {_ENGLISH_TRADES[number // 3 % len(_ENGLISH_TRADES)]} Pte. Ltd."
    words = _FIRM_WORDS[number % len(_FIRM_WORDS)] + _FIRM_WORDS[number // 41 % len(_FIRM_WORDS)]
    return own, f"{_CITIES[number // 5 % len(_CITIES)]}{words}{_TRADES[number // 11 % len(_TRADES)]}有限公司"
