"""The tag groups, tags and custom fields a demo company starts with."""

from dataclasses import dataclass

from desktop.demo.names import parts
from desktop.demo.tenant import Text, stable_id

GROUPS: tuple[tuple[str, bool, str], ...] = (
    ("客户类型", False, "个人 企业 政府 学校 代理商 经销商"),
    ("客户来源", False, "官网 转介绍 展会 电话 广告 社群 地推"),
    ("意向程度", False, "高意向 中意向 低意向 无意向 待确认"),
    ("行业", False, "互联网 教育 医疗 金融 制造 零售 餐饮 物流 地产 旅游 传媒 农业"),
    ("关注产品", True, "在线客服 呼叫中心 工单系统 机器人 语音机器人 质检 CRM 数据大屏"),
    ("购买阶段", False, "了解 试用 谈判 签约 续费 流失"),
    ("价格敏感", False, "敏感 一般 不敏感"),
    ("沟通偏好", True, "电话 微信 邮件 短信 上门 视频会议"),
    ("沟通时间", True, "上午 中午 下午 晚上 周末 工作日"),
    ("语言", True, "中文 English 粤语 日本語 한국어 Español"),
    ("情绪", True, "满意 一般 不满 易怒 耐心"),
    ("投诉", True, "物流 质量 态度 价格 退款 发票 隐私"),
    ("售后", True, "换货 退货 维修 补发 安装 培训"),
    ("活动", True, "双11 618 春节 开学季 周年庆 黑五 中秋 国庆"),
    ("会员权益", True, "生日礼 免邮 专属客服 优先发货 积分加倍"),
    ("风险", True, "欠款 恶意退货 薅羊毛 同行 黄牛"),
    ("地区策略", False, "华北 华东 华南 华中 西南 西北 东北 海外"),
    ("年龄段", False, "18岁以下 18-24 25-34 35-44 45-54 55以上"),
    ("家庭", True, "已婚 有孩子 有车 有房 养宠物"),
    ("企业规模", False, "1-20人 21-50人 51-200人 201-1000人 1000人以上"),
    ("决策角色", False, "决策者 影响者 使用者 采购 财务"),
    ("合同", True, "年框 月结 预付 分期 已到期"),
    ("渠道", True, "天猫 京东 拼多多 抖音 快手 小红书 线下门店 独立站"),
    ("设备", True, "iOS Android Windows macOS 鸿蒙"),
    ("VIP service", True, "Fast lane,Account manager,Early access,On-site visit"),
    ("Lifecycle", False, "Lead,Trial,Active,Dormant,Churned,Win-back"),
    ("Support tier", False, "Basic,Standard,Premium,Enterprise"),
    ("Interests", True, "Automation,Analytics,Integrations,Mobile app,Security,Training,Voice"),
    ("跟进提醒", True, "今日必联 本周联系 月底联系 待报价 待合同 待回款"),
    ("临时名单 🎯", True, "A组 B组 对照组 待清洗"),
)
"""Name, whether several tags of it may be given, the tags."""

COLOURS = parts("colours")
BROKEN_COLOURS = {4: "#gt5433", 11: "#23432", 19: "", 26: "red"}
"""Colours as real accounts hold them too, by group."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a custom field; `value` is what is submitted."""

    id: str
    value: str
    name: Text
    param: str


@dataclass(frozen=True, slots=True)
class CustomField:
    """A custom field; `type` as in the document, 1 text ... 9 cascade; `operate` 1 customers, 2 companies."""

    id: str
    name: Text
    variable: str
    type: int
    required: bool
    operate: int
    param: str
    choices: tuple[Choice, ...]


_CUSTOMER: tuple[tuple[int, str, str, str], ...] = (
    (1, "Contract number", "合同编号", ""),
    (2, "Delivery address", "收货地址", ""),
    (3, "Birthday", "生日", ""),
    (4, "Best time to call", "方便接听时间", ""),
    (5, "Yearly budget", "年度预算", ""),
    (6, "Favourite fruit", "喜欢的水果", "Apple/苹果 Banana/香蕉 Watermelon/西瓜 Mango/芒果 Lychee/荔枝"),
    (7, "Devices", "使用设备", "Computer/电脑 Phone/手机 Tablet/平板 Watch/手表"),
    (8, "Phone brand", "手机品牌", "Xiaomi/小米 Huawei/华为 Apple/苹果 OPPO/OPPO vivo/vivo"),
    (
        9,
        "Product line",
        "产品线",
        "Service-Chat/客服-在线 Service-Voice/客服-语音 Sales-CRM/销售-CRM Sales-Bot/销售-机器人",
    ),
    (1, "Identity card", "身份证号", ""),
)
_ENTERPRISE: tuple[tuple[int, str, str, str], ...] = (
    (6, "Industry", "所属行业", "Internet/互联网 Education/教育 Finance/金融 Retail/零售"),
    (2, "Introduction", "企业简介", ""),
    (3, "Founded", "成立日期", ""),
    (5, "Employees", "员工人数", ""),
    (7, "Products bought", "已购产品", "Chat/在线客服 Call/呼叫中心 Ticket/工单"),
    (8, "Listed", "是否上市", "Yes/是 No/否"),
)


def _fields(kind: str, operate: int, table: tuple[tuple[int, str, str, str], ...]) -> tuple[CustomField, ...]:
    return tuple(
        CustomField(
            id=stable_id(f"{kind} field", number),
            name=(english, chinese),
            variable=f"customField{number + 1}",
            type=code,
            required=(kind == "enterprise" and code == 7),
            operate=operate,
            param=f"{kind}Param{number + 1}" if code == 6 else "",
            choices=_choices(kind, number, choices),
        )
        for number, (code, english, chinese, choices) in enumerate(table)
    )


def _choices(kind: str, field: int, text: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=stable_id(f"{kind} option {field}", number),
            value=str(607592500180588 + 6_000_000 * field + 1274 * number + (9000 if kind == "enterprise" else 0)),
            name=(names.partition("/")[0], names.partition("/")[2]),
            param=names.partition("/")[0].lower(),
        )
        for number, names in enumerate(text.split())
    )


CUSTOMER_FIELDS = _fields("customer", 1, _CUSTOMER)
ENTERPRISE_FIELDS = _fields("enterprise", 2, _ENTERPRISE)
