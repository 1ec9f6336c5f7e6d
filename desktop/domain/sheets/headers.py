"""What columns of customers are called: in files that are written, and in those that people bring."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from desktop.domain.customers.values import LEAD
from desktop.domain.dictionaries import CustomField

Language: TypeAlias = Literal["en", "zh"]

IGNORED: Final = ""
"""The target of a column that is not imported."""
ID: Final = "id"
TAGS: Final = "tags"
STAGE: Final = "stage_id"
AGENT: Final = "agent_id"
STATUS: Final = "status"
PLACES: Final = ("province_name", "city_name", "district_name")

TITLES: Final[Mapping[str, tuple[str, str]]] = {
    ID: ("Customer ID", "客户 ID"),
    "nickname": ("Nickname", "昵称"),
    "real_name": ("Real name", "真实姓名"),
    "phone": ("Phone", "电话"),
    "email": ("E-mail", "邮箱"),
    TAGS: ("Tags", "业务标签"),
    STAGE: ("Stage", "跟进阶段"),
    STATUS: ("Customer list", "客户分类"),
    AGENT: ("Agent", "负责客服"),
    "enterprise_name": ("Company", "公司"),
    "province_name": ("Province", "省"),
    "city_name": ("City", "市"),
    "district_name": ("District", "区/县"),
    "gender": ("Gender", "性别"),
    "is_vip": ("VIP", "VIP"),
    "vip_level": ("VIP level", "VIP 等级"),
    "qq": ("QQ", "QQ"),
    "wechat": ("WeChat", "微信"),
    "docking_id": ("Docking ID", "对接 ID"),
    "note": ("Note", "备注"),
    "source": ("Source", "来源"),
    "blacklisted": ("Blacklisted", "黑名单"),
    "wecom_tags": ("WeCom tags", "企微标签"),
    "created": ("Created", "创建时间"),
    "updated": ("Updated", "更新时间"),
}
"""The columns of files by what they hold, in English and Chinese, in the order they are offered."""

WRITTEN_ONLY: Final = frozenset({"source", "blacklisted", "wecom_tags", "created", "updated"})
"""What files tell and no call changes: such a column is not imported."""
READABLE: Final = tuple(name for name in TITLES if name not in WRITTEN_ONLY)

REASON: Final = ("Why not imported", "未导入原因")
AS_OF: Final = ("Data as of", "数据截至")

_OTHERS: Final[Mapping[str, str]] = {
    ID: "id; userid; user id; customerid; 客户编号; 客户id; 编号",
    "nickname": "nick; name; customer name; 姓名; 名称; 客户名称; 客户姓名; 客户",
    "real_name": "uname; full name; legal name; 实名; 真名",
    "phone": "tel; telephone; phone number; mobile; mobile phone; cell; cellphone; phone no; contact number; "
    "手机; 手机号; 手机号码; 电话号码; 联系电话; 联系方式; 移动电话; 联系手机",
    "email": "mail; e mail; email address; 邮件; 电子邮箱; 电子邮件; 邮箱地址",
    TAGS: "tag; label; labels; biz_label; 标签; 客户标签",
    STAGE: "follow up stage; stage name; stageid; 阶段; 跟进状态; 销售阶段",
    STATUS: "status; crm_status; customer status; list; 客户状态; 状态",
    AGENT: "agent name; owner; assigned to; agentid; liable_serviceid; 客服; 负责人; "
    "客服姓名; 跟进人; 归属客服; 坐席",
    "enterprise_name": "enterprise; company name; organisation; organization; 企业; 企业名称; 公司名称; 单位",
    "province_name": "provice_name; state; region; 省份; 所在省; 省/市",
    "city_name": "town; 城市; 所在市; 地市",
    "district_name": "area; area_name; county; 区; 县; 区县; 所在区; 地区",
    "gender": "sex; 男女",
    "is_vip": "vip customer; 是否vip; vip客户",
    "vip_level": "level; customer level; 等级; 客户等级; 会员等级",
    "qq": "qq number; qq no; qq号; qq号码",
    "wechat": "wx; weixin; wechat id; 微信号",
    "docking_id": "partnerid; partner id; external id; 对接编号; 外部id; 外部编号; 第三方id",
    "note": "remark; remarks; notes; comment; comments; memo; description; 说明; 描述; 备注信息",
    "source": "origin; channel; 客户来源; 渠道",
    "created": "create_time; created at; created on; 创建日期",
    "updated": "update_time; updated at; last update; 最后更新",
    "wecom_tags": "user_label; 企业微信标签",
    "blacklisted": "blacklist; user_status; 是否黑名单",
}
_DROPPED = re.compile(r"[\s_\-./:：()（）*#]+")


def title(target: str, language: Language, fields: Mapping[str, CustomField]) -> str:
    """Return what a column is called; a custom field by its name, by its id when that is not known."""
    if target.startswith(LEAD):
        key = target.removeprefix(LEAD)
        return fields[key].name if key in fields else key
    return TITLES[target][language == "zh"] if target in TITLES else target


def targets(fields: Mapping[str, CustomField]) -> tuple[str, ...]:
    """Return everything that a column can be imported as, in the order it is offered."""
    return (*READABLE, *(LEAD + key for key in fields))


def meant_by(text: str, fields: Mapping[str, CustomField]) -> str | None:
    """Return what a title means, "" for what is not imported, None when it says nothing."""
    key = plain(text)
    own = {plain(name): LEAD + one.id for one in fields.values() for name in (one.id, one.variable, one.name)}
    if key in _MEANING:
        # A field of one's own may be called like one of the account's; the account's is meant.
        return _MEANING[key]
    return own.get(key) if key else None


def plain(text: str) -> str:
    """Return a title without what does not matter: case, width, blanks, dashes, brackets, stars."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _meanings() -> dict[str, str]:
    known = {plain(text): IGNORED for text in (*REASON, *AS_OF)}
    for name, texts in TITLES.items():
        others = _OTHERS.get(name, "").split(";")
        target = IGNORED if name in WRITTEN_ONLY else name
        known.update((key, target) for text in (*texts, name, *others) if (key := plain(text)))
    return known


_MEANING: Final[Mapping[str, str]] = _meanings()
