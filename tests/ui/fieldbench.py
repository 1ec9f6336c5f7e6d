"""An account as the editors of fields see it: the demo's whole region tree and every small table, no network."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.demo.places import LANGUAGES, countries, regions, zones
from desktop.domain.dictionaries import (
    Agent,
    Country,
    CustomField,
    Department,
    FieldOption,
    Language,
    Region,
    Source,
    TimeZone,
    VipLevel,
)
from desktop.qt.chips import ChipPainter
from desktop.qt.icons import Icons
from desktop.qt.look import Look, Scheme
from desktop.qt.tasks import Tasks
from desktop.ui.fields.context import FieldContext, field_context
from desktop.ui.kit import Kit
from desktop.ui.wording.formats import Formats
from desktop.workspace.lookups.collections import Collections
from desktop.workspace.lookups.readings import Readings, readings_of
from tests.ui import world

COMPANIES = [("e1", "华为技术有限公司"), ("e2", "杭州云栖网络科技有限公司"), ("", "Blue Harbour Trading Pte Ltd")]
FRUIT = (FieldOption("6001", "苹果"), FieldOption("6002", "香蕉"), FieldOption("6003", "西瓜"))
DEVICES = (FieldOption("7001", "电脑"), FieldOption("7002", "手机"), FieldOption("7003", "平板"))
BRANDS = (FieldOption("8001", "小米"), FieldOption("8002", "华为"))
LINES = (FieldOption("9001", "客服-在线"), FieldOption("9002", "客服-语音"), FieldOption("9003", "销售-机器人"))
CUSTOM = [
    CustomField("f1", "合同编号", type=1),
    CustomField("f2", "收货地址", type=2),
    CustomField("f3", "生日", type=3),
    CustomField("f4", "方便接听时间", type=4),
    CustomField("f5", "年度预算", type=5, required=True, remark="人民币，元"),
    CustomField("f6", "喜欢的水果", type=6, options=FRUIT),
    CustomField("f7", "使用设备", type=7, options=DEVICES),
    CustomField("f8", "手机品牌", type=8, options=BRANDS),
    CustomField("f9", "产品线", type=9, options=LINES),
    CustomField("f10", "签名", type=12),
]


@cache
def tables(language: int = 1, *, regions_too: bool = True) -> dict[str, Sequence[Any]]:
    """Return the small tables, in English (0) or Chinese (1)."""
    places = [Region(one.code, one.name[language], one.parent) for one in regions().values()]
    return {
        "region": places if regions_too else (),
        "country": [Country(own, name[language]) for own, name in countries()],
        "time_zone": [TimeZone(own, name[language]) for own, name in zones()],
        "language": [Language(own, name[language]) for own, name in LANGUAGES],
        "agent": [
            Agent(f"a{n}", name, f"d{n % 2}") for n, name in enumerate(["李雷", "韩梅梅", "Grace Wong", "王芳"])
        ],
        "department": [Department("d0", "售前"), Department("d1", "售后")],
        "vip_level": [VipLevel("1", "银卡"), VipLevel("2", "金卡"), VipLevel("3", "钻石")],
        "source": [Source("1", "桌面网站"), Source("2", "微信公众号")],
        "custom_field": CUSTOM,
    }


class AllKnown:
    """Places of which everything is in the cache."""

    reachable = False

    def known(self, _parent_id: str) -> bool:
        return True

    async def fetch(self, _parent_id: str) -> None:
        raise AssertionError("everything is known")


@dataclass
class DeskAccount:
    """The collections, filled; names are spelled at once."""

    collections: Collections
    places: Any = field(default_factory=AllKnown)

    def readings(self, names: Sequence[str], answer: Callable[[Readings], None]) -> None:
        answer(readings_of(None, names))

    @property
    def companies(self) -> "KnownCompanies":
        return KnownCompanies()


class KnownCompanies:
    """A few companies."""

    def find(self, typed: str, answer: Callable[[Sequence[tuple[str, str]]], None]) -> None:
        answer([pair for pair in COMPANIES if typed.casefold() in pair[1].casefold()])


def filled(language: int = 1, **options: bool) -> Collections:
    """Return collections as a whole pull leaves them."""
    made = Collections("zh" if language else "en")
    for kind, entries in tables(language, **options).items():
        made.take(kind, (entries, world.NOW))
    return made


def kit(app: QApplication, scheme: Scheme = Scheme.LIGHT) -> Kit:
    """Dress the application and return what screens are drawn with."""
    look = Look(app, scheme=scheme)
    look.apply()
    return Kit(look, Icons(look), ChipPainter(look), Formats(clock=lambda: world.NOW))


def context(made: Kit, account: Any = None) -> FieldContext:
    """Return what editors are made with."""
    return field_context(account or DeskAccount(filled()), made, Tasks(_raise))


def _raise(error: BaseException) -> None:
    raise error
