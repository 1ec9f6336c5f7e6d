"""The fixed tables of the demo company: departments and agents, stages, sources, levels."""

from dataclasses import dataclass
from hashlib import md5

from desktop.demo.names import parts

Text = tuple[str, str]
"""A name in English and Chinese."""


def stable_id(kind: str, number: int | str) -> str:
    """Return the 32-digit id of the `number`-th thing of a kind: the same on every server."""
    return md5(f"{kind}:{number}".encode(), usedforsecurity=False).hexdigest()


def named(text: Text, language: str) -> str:
    """Return a name in "en" or else in Chinese."""
    return text[0] if language == "en" else text[1]


COMPANY = stable_id("company", 1)


@dataclass(frozen=True, slots=True)
class Department:
    """A department; `path` lists the ids from the company down to it."""

    id: str
    name: Text
    path: str
    parent: str


@dataclass(frozen=True, slots=True)
class Agent:
    """A support agent."""

    id: str
    name: str
    department: str
    manager: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """A follow-up stage; `kind` is the stage type (1 process, 21 won, 22 lost, 23 invalid)."""

    id: str
    name: Text
    kind: int


_TREE: tuple[tuple[str, int | None, str, str, int], ...] = (
    ("service", None, "Customer Service", "客户服务部", 1),
    ("hotline", 0, "Hotline", "热线组", 8),
    ("online", 0, "Online Chat", "在线客服组", 9),
    ("night", 0, "Night Shift", "夜班组", 4),
    ("sales", None, "Sales", "销售部", 1),
    ("north", 4, "North China", "华北大区", 5),
    ("south", 4, "South China", "华南大区", 6),
    ("overseas", 4, "Overseas", "海外部", 4),
    ("after", None, "After-sales", "售后部", 5),
    ("vip", 8, "Key Accounts", "大客户组", 3),
)


def _departments() -> tuple[Department, ...]:
    made: list[Department] = []
    for key, above, english, chinese, _ in _TREE:
        parent = None if above is None else made[above]
        own = stable_id("department", key)
        path = f"{parent.path if parent else COMPANY}|{own}"
        made.append(Department(own, (english, chinese), path, parent.id if parent else ""))
    return tuple(made)


def _agent_name(number: int) -> str:
    given = parts(("male", "female")[number % 2])
    return (
        parts("surnames")[number * 7 % 60]
        + given[number * 11 % 60]
        + (given[number * 5 % 50] if number % 3 else "")
    )


def _agents() -> tuple[Agent, ...]:
    made: list[Agent] = []
    for department, (*_, size) in zip(DEPARTMENTS, _TREE, strict=True):
        for place in range(size):
            number = len(made)
            made.append(Agent(stable_id("agent", number), _agent_name(number), department.id, place == 0))
    return tuple(made)


DEPARTMENTS = _departments()
AGENTS = _agents()
AGENT = {agent.id: agent for agent in AGENTS}
MYSELF = AGENTS[0]
"""The agent whose customers are "my customers"."""

STAGES = tuple(
    Stage(stable_id("stage", number), (english, chinese), kind)
    for number, (english, chinese, kind) in enumerate(
        (
            ("Preliminary Communication", "初步沟通", 1),
            ("Normal follow-up", "正常跟进", 1),
            ("Intention", "有意向", 1),
            ("Quotation sent", "已报价", 1),
            ("Payment process", "付款流程", 1),
            ("Deal closing", "成交", 21),
            ("Deal lost", "失败", 22),
            ("Invalid", "无效", 23),
        )
    )
)
STAGE = {stage.id: stage for stage in STAGES}

SOURCES: tuple[tuple[str, Text], ...] = (
    ("0", ("Desktop website", "桌面网站")),
    ("1", ("WeChat official account", "微信公众号")),
    ("2", ("APP", "APP")),
    ("3", ("micro-blog", "微博")),
    ("4", ("Mobile website", "移动网站")),
    ("5", ("Melting cloud", "融云")),
    ("6", ("call center", "呼叫中心")),
    ("7", ("Work order center", "工单中心")),
    ("8", ("Customer Center", "客户中心")),
    ("9", ("Enterprise WeChat", "企业微信")),
    ("10", ("WeChat applet", "微信小程序")),
    ("11", ("mail", "邮件")),
    ("12", ("Baidu Marketing", "百度营销")),
    ("13", ("headline", "头条")),
    ("14", ("360", "360")),
    ("17", ("WhatsApp", "WhatsApp")),
    ("18", ("Facebook", "Facebook")),
)

LEVELS: tuple[tuple[str, Text], ...] = tuple(
    (str(655779656425532 + 2540 * number), text)
    for number, text in enumerate(
        (("Silver", "银卡"), ("Gold", "金卡"), ("Platinum", "白金卡"), ("Diamond", "钻石卡"), ("Black", "黑卡"))
    )
)
