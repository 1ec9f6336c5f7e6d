"""An account on disk for the screens: real encrypted files with customers and small tables, no network."""

import random
from collections.abc import Callable
from pathlib import Path

from desktop.cache.cachefile import CacheFile
from desktop.cache.profilefiles import ProfileFiles
from desktop.domain.customers.customer import Customer, CustomValue, FieldValue
from desktop.domain.dictionaries import (
    Agent,
    CustomField,
    Department,
    FieldOption,
    Region,
    Source,
    Stage,
    Tag,
    TagGroup,
    VipLevel,
)
from desktop.domain.profile import Profile
from desktop.workspace.account import Account

KEY = bytes(range(32))
NOW = 1_763_758_800

PROFILE = Profile("acme", "Acme 客服", "https://sg.sobot.io", "acme-appid")

GROUPS = [
    TagGroup("g1", "客户意向", "#2E7D32"),
    TagGroup("g2", "产品线", "#1565C0"),
    TagGroup("g3", "Priority", "#gt5433"),
    TagGroup("g4", "渠道", "#F9A825"),
    TagGroup("g5", "Risk", "#C62828"),
]
TAGS = [
    Tag(f"t{number}", group, name)
    for number, (group, name) in enumerate(
        [
            ("g1", "高意向"),
            ("g1", "观望"),
            ("g1", "无意向"),
            ("g2", "企业版"),
            ("g2", "专业版"),
            ("g2", "Mobile SDK"),
            ("g3", "Follow up today"),
            ("g3", "Later"),
            ("g4", "抖音"),
            ("g4", "线下展会"),
            ("g5", "Chargeback"),
            ("g5", "投诉中"),
        ]
    )
]
STAGES = [
    Stage(f"s{place}", name, place)
    for place, name in enumerate(["初步沟通", "意向明确", "报价中", "付款流程", "成交"])
]
SOURCES = [
    Source(str(value), name) for value, name in enumerate(["桌面网站", "微信公众号", "APP", "微博", "移动网站"])
]
LEVELS = [VipLevel("1", "银卡"), VipLevel("2", "金卡"), VipLevel("3", "钻石")]
DEPARTMENTS = [Department("d1", "售前"), Department("d2", "售后")]
AGENTS = [
    Agent(f"a{number}", name, "d1" if number % 2 else "d2")
    for number, name in enumerate(["李雷", "韩梅梅", "Grace Wong", "王芳", "Tom Hardy"])
]
FIELDS = [
    CustomField("f1", "合同编号"),
    CustomField("f2", "客户规模", type=6, options=(FieldOption("10", "1–49 人"), FieldOption("20", "50–499 人"))),
    CustomField("f3", "Renewal date", type=3),
]
REGIONS = [
    Region("p1", "广东省"),
    Region("p2", "浙江省"),
    Region("c1", "深圳市", "p1"),
    Region("c2", "杭州市", "p2"),
    Region("x1", "南山区", "c1"),
    Region("x2", "西湖区", "c2"),
]
_PLACES = [("p1", "广东省", "c1", "深圳市", "x1", "南山区"), ("p2", "浙江省", "c2", "杭州市", "x2", "西湖区")]
_SURNAMES = "王李张刘陈杨赵黄周吴"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰"
_ENGLISH = ["Emma Clark", "Noah Baker", "Olivia Scott", "Liam Adams", "Ava King"]
_FIRMS = [
    "华为技术有限公司",
    "杭州云栖网络科技有限公司",
    "Blue Harbour Trading Pte Ltd",
    "深圳市前海供应链管理股份有限公司",
]


def customer(number: int) -> Customer:
    """Return the customer of that number, always the same; number 0 has every kind of field and bad texts."""
    rng = random.Random(f"ui {number}")
    name = rng.choice(_ENGLISH) if number % 4 == 3 else rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2))
    place = dict(
        zip(
            ("province_id", "province_name", "city_id", "city_name", "district_id", "district_name"),
            rng.choice(_PLACES),
            strict=True,
        )
    )
    agent = rng.choice(AGENTS)
    fields: dict[str, FieldValue] = {
        "nickname": name,
        "phone": f"1{rng.choice('38')}{rng.randrange(10**9):09d}",
        "email": f"user{number}@example.com",
        "gender": rng.randrange(1, 3),
        "is_vip": int(rng.random() < 0.2),
        "blacklisted": int(number % 29 == 7),
        "status": rng.randrange(1, 5),
        "source": rng.choice(SOURCES).value,
        "agent_id": agent.id,
        "agent_name": agent.name,
        "tags": tuple(tag.id for tag in rng.sample(TAGS, rng.choice((0, 1, 2, 3, 4)))),
        "wecom_tags": ("etAJ2GCAAAXtWyujaWJHDDGi0mACHABC",) if rng.random() < 0.2 else (),
        "created": NOW - 400 * 86_400 - number * 977,
        "updated": NOW - 90 - number * number * 37,
        **place,
    }
    if rng.random() < 0.5:
        fields["enterprise_name"] = rng.choice(_FIRMS)
    if fields["is_vip"]:
        fields["vip_level"] = rng.choice(LEVELS).value
    extra = {}
    if number == 0:
        fields |= _rich()
        extra = {"face": "https://img.example.com/0.png", "score": {"total": 87, "parts": [1, 2, {"x": "甲"}]}}
    return Customer(f"c{number:06d}", fields, extra)


def _rich() -> dict[str, FieldValue]:
    return {
        "nickname": "张伟 <img src=x onerror=1>",
        "real_name": "张伟",
        "is_vip": 1,
        "vip_level": "3",
        "phone": "13800138000",
        "email": "zhang.wei@example.com",
        "tags": ("t0", "t3", "t6", "t8", "t10"),
        "wecom_tags": ("etAJ2GCAAAXtWyujaWJHDDGi0mACHABC",),
        "note": "老客户，优先处理。\n" + "对价格敏感，已报价三次；喜欢在晚上联系。" * 12,
        "enterprise_name": "深圳市前海供应链管理股份有限公司",
        "custom_fields": (
            CustomValue("f1", "HT-2024-00017", "", 1),
            CustomValue("f2", "20", "", 6),
            CustomValue("f9", "?", "没有定义的字段", 1),
        ),
        "wechat_union_ids": ("or-MA51K3ISeMe_4W6_6LPNaL3MU",),
        "wecom_friends": [{"userid": "wor8AYBgAA", "remark": "sobot", "createtime": 1640315257, "add_way": 1}],
        "fixed_fields": {"userLabel": "label1,label2"},
        "created_by_kind": 1,
        "creator_name": "李雷",
        "updated": NOW - 120,
    }


def fill(folder: Path, customers: int) -> None:
    """Write the files of an account with so many customers, complete up to two minutes before NOW."""
    file = CacheFile.open(ProfileFiles(folder).cache, KEY)
    for first in range(0, customers, 1000):
        page = [customer(number) for number in range(first, min(first + 1000, customers))]
        file.write_page(page, sweep=1, state={"as_of": NOW - 120})
    for place, stage in enumerate(STAGES):
        members = [f"c{number:06d}" for number in range(customers) if number % 7 == place]
        file.set_stage_members(stage.id, members, complete=True)
    tables = {
        "tag_group": GROUPS,
        "tag": TAGS,
        "stage": STAGES,
        "source": SOURCES,
        "vip_level": LEVELS,
        "department": DEPARTMENTS,
        "agent": AGENTS,
        "custom_field": FIELDS,
        "region": REGIONS,
    }
    for kind, entries in tables.items():
        for language in ("en", "zh"):
            file.put_dictionary(kind, language, entries, NOW)
    file.close()


def open_account(folder: Path, post: Callable[[Callable[[], None]], None]) -> Account:
    """Open the account of a filled folder at NOW."""
    return Account.open(PROFILE, folder, KEY, post=post, language="zh", clock=lambda: NOW)
