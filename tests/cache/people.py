"""Customers as in life, made from a seed: what the tests and benchmarks of the cache write."""

import random
from collections.abc import Iterator

from desktop.domain.customers.customer import Customer, CustomValue

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅"
    "沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔"
    "白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解查"
)
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂子轩浩宇欣怡梓涵一诺思雨"
    "晨曦佳琪俊雪婷文博晓东海燕建国志鹏玉梅红梦瑶天翔宏达嘉慧春生新华永健家豪"
    "立新云飞鑫森淼"
)
FIRST = (
    "James",
    "Mary",
    "John",
    "Linda",
    "Robert",
    "Emma",
    "Olivia",
    "Liam",
    "Noah",
    "Ava",
    "Sophia",
    "Lucas",
    "Mia",
    "Ethan",
    "Amelia",
    "Daniel",
    "Grace",
    "Henry",
    "Zoe",
    "Ivan",
)
LAST = (
    "Smith",
    "Johnson",
    "Brown",
    "Taylor",
    "Miller",
    "Wilson",
    "Moore",
    "Clark",
    "Lewis",
    "Walker",
    "Hall",
    "Young",
    "King",
    "Wright",
    "Scott",
    "Green",
    "Baker",
    "Adams",
)
PLACES = [
    ("广东省", "广州市", "天河区"),
    ("广东省", "深圳市", "南山区"),
    ("浙江省", "杭州市", "西湖区"),
    ("江苏省", "南京市", "鼓楼区"),
    ("江苏省", "苏州市", "吴中区"),
    ("北京市", "北京市", "海淀区"),
    ("上海市", "上海市", "浦东新区"),
    ("四川省", "成都市", "武侯区"),
    ("湖北省", "武汉市", "洪山区"),
    ("山东省", "青岛市", "市南区"),
    ("陕西省", "西安市", "雁塔区"),
    ("福建省", "厦门市", "思明区"),
]
FIRMS = (
    "华为",
    "腾讯",
    "阿里",
    "京东",
    "小米",
    "美团",
    "字节",
    "网易",
    "百度",
    "海尔",
    "格力",
    "联想",
    "中兴",
    "比亚迪",
    "顺丰",
    "万科",
)
TRADES = (
    "科技有限公司",
    "信息技术有限公司",
    "贸易有限公司",
    "电子商务有限公司",
    "教育咨询有限公司",
    "物流股份有限公司",
)
NOTES = [
    "",
    "",
    "",
    "老客户,优先处理",
    "需要发票 please call back",
    "对价格敏感,已报价三次",
    "投诉过物流,注意语气",
    "VIP 续费意向强",
]
PREFIXES = (
    "130",
    "131",
    "135",
    "136",
    "137",
    "138",
    "139",
    "150",
    "151",
    "158",
    "159",
    "176",
    "177",
    "180",
    "186",
    "188",
    "189",
    "199",
)
NEWEST = 1_750_000_000


def _hex(rng: random.Random) -> str:
    return f"{rng.getrandbits(128):032x}"


class People:
    """A company's customers: `one(n)` is the same customer for the same seed, n and `version`."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        rng = random.Random(seed)
        self.agents = [(_hex(rng), rng.choice(SURNAMES) + rng.choice(GIVEN)) for _ in range(40)]
        self.tags = [_hex(rng) for _ in range(120)]
        self.wecom = [_hex(rng) for _ in range(30)]
        self.stages = [_hex(rng) for _ in range(6)]
        self.regions = [tuple(str(rng.randrange(10_000, 99_999)) for _ in range(3)) for _ in PLACES]
        self.firms = [
            (_hex(rng), rng.choice(FIRMS) + rng.choice(GIVEN) + rng.choice(TRADES)) for _ in range(3_000)
        ]
        self.company = _hex(rng)

    def id(self, number: int) -> str:
        """Return the id of a customer."""
        return _hex(random.Random(f"{self.seed} id {number}"))

    def many(self, first: int, last: int) -> Iterator[Customer]:
        """Return the customers first ... last - 1."""
        return (self.one(number) for number in range(first, last))

    def one(self, number: int, version: int = 0) -> Customer:
        """Return a customer; another `version` is the same customer after an edit."""
        rng = random.Random(f"{self.seed} {number} {version}")
        chinese = rng.random() < 0.65
        if chinese:
            name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))
            mail = f"{rng.choice(('wx', 'user', 'abc', 'lin'))}{rng.randrange(10**6)}"
        else:
            name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
            mail = name.lower().replace(" ", ".") + str(rng.randrange(1000))
        place = rng.randrange(len(PLACES))
        province, city, district = PLACES[place]
        phone = rng.choice(PREFIXES) + f"{rng.randrange(10**8):08d}"
        agent = rng.choice(self.agents)
        fields = {
            "nickname": name if rng.random() < 0.9 else f"{name}{rng.choice(('VIP', '老板', '😀'))}",
            "real_name": name if rng.random() < 0.5 else "",
            "gender": rng.randrange(3),
            "is_vip": int(rng.random() < 0.15),
            "vip_level": rng.choice(("", "", "", "1", "2", "3")),
            "blacklisted": int(rng.random() < 0.01),
            "phone": phone if rng.random() < 0.8 else f"+86 {phone[:3]}-{phone[3:7]}-{phone[7:]}",
            "email": f"{mail}@{rng.choice(('qq.com', '163.com', 'gmail.com', 'example.com'))}"
            if rng.random() < 0.7
            else "",
            "qq": str(rng.randrange(10**5, 10**10)) if rng.random() < 0.3 else "",
            "wechat": f"wxid_{rng.getrandbits(48):012x}" if rng.random() < 0.4 else "",
            "docking_id": f"CRM{rng.randrange(10**8):08d}" if rng.random() < 0.3 else "",
            "note": rng.choice(NOTES),
            "country_id": "1",
            "country_name": "中国",
            "province_id": self.regions[place][0],
            "province_name": province,
            "city_id": self.regions[place][1],
            "city_name": city,
            "district_id": self.regions[place][2],
            "district_name": district,
            "status": rng.randrange(1, 5),
            "agent_id": agent[0],
            "agent_name": agent[1],
            "source": str(rng.choice((0, 1, 1, 2, 3, 4, 9, 10))),
            "created": NEWEST - number * 11 - rng.randrange(10**7),
            "updated": NEWEST - number * 7 + version * 60,
            "creator_name": agent[1],
            "updater_id": agent[0],
            "updater_name": agent[1],
            "created_by_kind": 1,
            "record_status": 1,
            "company_id": self.company,
            "tags": tuple(rng.sample(self.tags, rng.choice((0, 1, 2, 3, 4)))),
            "wecom_tags": tuple(rng.sample(self.wecom, rng.choice((0, 0, 0, 1, 2)))),
            "custom_fields": tuple(
                CustomValue(f"{key:032x}", str(rng.randrange(100)), f"文本{rng.randrange(100)}", 1)
                for key in range(3)
            ),
            "whatsapp_ids": (),
            "wechat_open_ids": (_hex(rng),) if rng.random() < 0.3 else (),
        }
        if rng.random() < 0.4:
            firm = rng.choice(self.firms)
            fields |= {"enterprise_id": firm[0], "enterprise_name": firm[1]}
        kept = {key: value for key, value in fields.items() if value != ""}
        return Customer(
            self.id(number), kept, {"face": f"https://img.example.com/{number}.png", "user_source": "1"}
        )
