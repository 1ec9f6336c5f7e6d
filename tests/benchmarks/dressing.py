"""What an account holds beside its customers: the small tables, who is in which stage, a blacklist."""

import time
from collections.abc import Sequence
from typing import Any

from desktop.cache.cachefile import CacheFile
from desktop.domain.bans.entry import BlacklistEntry, BlackType
from desktop.domain.dictionaries import Agent, Department, Region, Source, Stage, Tag, TagGroup, VipLevel
from tests.cache.people import PLACES, People

_GROUPS = ("客户意向", "产品线", "渠道", "Priority", "Risk", "Region desk")
_COLOURS = ("#2E7D32", "#1565C0", "#F9A825", "#6A1B9A", "#C62828", "#00838F")
_WORDS = ("高意向", "企业版", "抖音", "Later", "Chargeback", "华东", "续费", "投诉", "Demo", "试用")
_STAGES = ("初步沟通", "意向明确", "报价中", "付款流程", "成交", "流失")
_SOURCES = ("桌面网站", "微信公众号", "APP", "微博", "移动网站", "", "", "", "", "企业微信", "抖音")
_BANNED = 10_000
_BAN = 3 * 86_400
AS_OF = 1_760_000_000


def dress(file: CacheFile, people: People, count: int) -> None:
    """Give an account of `count` customers its small tables, stages and bans."""
    for kind, entries in tables(people).items():
        for language in ("en", "zh"):
            file.put_dictionary(kind, language, entries, AS_OF)
    for place, stage in enumerate(people.stages):
        # One in four is in no stage; the later the stage, the fewer.
        members = [people.id(number) for number in range(count) if _stage(number) == place]
        file.set_stage_members(stage, members, complete=True)
    now = int(time.time())
    file.bans.replace(
        (ban(people.id(number), number, now) for number in range(0, count, max(1, count // _BANNED))),
        now,
        complete=True,
    )
    state = dict(file.pull_state())
    file.set_pull_state(state | {"as_of": AS_OF})


def tables(people: People) -> dict[str, Sequence[Any]]:
    """Return the small tables by kind."""
    return {
        "tag_group": [TagGroup(f"g{place}", name, _COLOURS[place]) for place, name in enumerate(_GROUPS)],
        "tag": [
            Tag(key, f"g{place % len(_GROUPS)}", f"{_WORDS[place % len(_WORDS)]} {place // len(_WORDS) + 1}")
            for place, key in enumerate(people.tags)
        ],
        "stage": [Stage(key, _STAGES[place], place) for place, key in enumerate(people.stages)],
        "source": [Source(str(value), name) for value, name in enumerate(_SOURCES) if name],
        "vip_level": [VipLevel("1", "银卡"), VipLevel("2", "金卡"), VipLevel("3", "钻石")],
        "department": [Department("d1", "售前"), Department("d2", "售后")],
        "agent": [Agent(key, name, f"d{1 + place % 2}") for place, (key, name) in enumerate(people.agents)],
        "region": list(_regions(people).values()),
    }


def ban(customer: str, number: int, now: int) -> BlacklistEntry:
    """Return a ban of a customer that ends within three days."""
    left = 600 + number * 7_919 % (_BAN - 600)
    began = now - _BAN + left
    return BlacklistEntry(customer, f"客户 {number}", BlackType.THREE_DAYS, "广告", began, now + left, active=True)


def _stage(number: int) -> int | None:
    point = number * 2_654_435_761 % 16
    return None if point < 4 else (0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5)[point - 4]


def _regions(people: People) -> dict[str, Region]:
    """Return provinces, cities and districts by id."""
    found: dict[str, Region] = {}
    for ids, names in zip(people.regions, PLACES, strict=True):
        above = ""
        for key, name in zip(ids, names, strict=True):
            found.setdefault(key, Region(key, name, above))
            above = key
    return found
