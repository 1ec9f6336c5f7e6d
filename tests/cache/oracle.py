"""What queries mean, written down as plainly as can be: the cache's answers are held against it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from pypinyin import Style, pinyin

from desktop.domain.customers.customer import Customer
from desktop.domain.query import Between, Condition, Contains, Filled, OneOf, Query, Tagged

SURNAMES = {"单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "翟": "zhai", "朴": "piao"}
FIELDS = ("nickname", "real_name", "phone", "email", "enterprise_name", "note", "qq", "wechat", "docking_id")


def fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"[\x00-\x1f\x7f]", " ", folded)


def digits(text: str) -> str:
    if not re.fullmatch(r"[+\d\s()-]{3,}", text):
        return text
    return re.sub(r"\D", "", re.sub(r"^(\+|00)86", "", text.strip()))


@cache
def reading(char: str) -> str:
    return pinyin(char, style=Style.NORMAL, heteronym=False)[0][0] if "一" <= char <= "鿿" else char


def spelled(name: str) -> list[str]:
    parts = [reading(char) for char in name]
    if 2 <= len(name) <= 4 and name[0] in SURNAMES:
        parts[0] = SURNAMES[name[0]]
    return parts


_REMEMBERED: dict[int, tuple[Customer, list[str]]] = {}


def searched(customer: Customer) -> list[str]:
    if id(customer) not in _REMEMBERED:
        _REMEMBERED[id(customer)] = (customer, lines_of(customer))
    return _REMEMBERED[id(customer)][1]


def lines_of(customer: Customer) -> list[str]:
    """Return the texts a search looks into, one a line."""
    lines = [fold(customer.text(field)) for field in FIELDS if customer.text(field)]
    lines.append(digits(fold(customer.text("phone"))))
    for name in (fold(customer.text("nickname")), fold(customer.text("real_name"))):
        if any("一" <= char <= "鿿" for char in name):
            lines.append("".join(spelled(name)))
            lines.append(
                "".join(
                    part[0] if "一" <= char <= "鿿" else char
                    for char, part in zip(name, spelled(name), strict=True)
                )
            )
    return lines


def finds(text: str, lines: list[str]) -> bool:
    asked = [fold(text).split()]
    number = digits(fold(text))
    if number.isdecimal() and len(number) >= 3:
        asked.append([number])
    return any(all(any(word in line for line in lines) for word in words) for words in asked)


def holds(condition: Condition, customer: Customer) -> bool:
    match condition:
        case OneOf(field, values):
            value = customer.fields.get(field, "")
            if isinstance(value, tuple):
                return bool(set(value) & set(values)) or (not value and "" in values)
            return value in values
        case Between(field, low, high):
            value = customer.number(field)
            return value is not None and (low is None or low <= value) and (high is None or value <= high)
        case Tagged(mode, tags, wecom):
            has = set(customer.ids("wecom_tags" if wecom else "tags"))
            return {"any": bool(has & set(tags)), "all": has >= set(tags), "none": not has & set(tags)}[mode]
        case Contains(field, text):
            return fold(text) in fold(customer.text(field))
        case Filled(field, yes):
            return (customer.fields.get(field, "") not in ("", ())) == yes
    raise AssertionError(condition)


def matches(query: Query, customers: Iterable[Customer]) -> set[str]:
    return {
        customer.id
        for customer in customers
        if (not query.text.strip() or finds(query.text, searched(customer)))
        and all(holds(condition, customer) for condition in query.where)
    }
