"""The classes of search texts that staff type, made from customers that exist and from some that do not."""

import random
from collections.abc import Callable, Mapping, Sequence

from desktop.domain.customers.customer import Customer
from tests.cache.oracle import fold, spelled


def _piece(rng: random.Random, text: str, size: int) -> str:
    start = rng.randrange(max(1, len(text) - size + 1))
    return text[start : start + size]


def _chinese(rng: random.Random, people: Sequence[Customer]) -> str:
    while True:
        name = "".join(char for char in rng.choice(people).text("nickname") if "一" <= char <= "鿿")
        if len(name) >= 3:
            return name


def _some(rng: random.Random, people: Sequence[Customer], field: str) -> str:
    while True:
        if text := rng.choice(people).text(field):
            return text


def _phone(rng: random.Random, people: Sequence[Customer]) -> str:
    while not (text := _some(rng, people, "phone")).isdecimal():
        pass
    return text


def _two_words(rng: random.Random, people: Sequence[Customer]) -> str:
    customer = rng.choice(people)
    parts = [
        _piece(rng, customer.text(field), 4) for field in ("nickname", "phone", "email") if customer.text(field)
    ]
    rng.shuffle(parts)
    return " ".join(parts[:2])


def _dashed(rng: random.Random, people: Sequence[Customer]) -> str:
    phone = _phone(rng, people)
    return rng.choice(("{} {} {}", "{}-{}-{}", "+86 {}-{}-{}", "＋86{} {} {}")).format(
        phone[:3], phone[3:7], phone[7:]
    )


CLASSES: Mapping[str, Callable[[random.Random, Sequence[Customer]], str]] = {
    "1 Chinese": lambda rng, people: _piece(rng, _chinese(rng, people), 1),
    "2 Chinese": lambda rng, people: _piece(rng, _chinese(rng, people), 2),
    "3 Chinese": lambda rng, people: _piece(rng, _chinese(rng, people), 3),
    "pinyin": lambda rng, people: "".join(spelled(_chinese(rng, people))),
    "pinyin part": lambda rng, people: "".join(spelled(_chinese(rng, people))[:2]),
    "initials": lambda rng, people: "".join(part[0] for part in spelled(_chinese(rng, people))),
    "phone prefix": lambda rng, people: _phone(rng, people)[:4],
    "phone middle": lambda rng, people: _phone(rng, people)[3:7],
    "last four": lambda rng, people: _phone(rng, people)[-4:],
    "whole phone": _phone,
    "phone written": _dashed,
    "e-mail head": lambda rng, people: _some(rng, people, "email").partition("@")[0],
    "e-mail part": lambda rng, people: _piece(rng, _some(rng, people, "email"), 5),
    "1 Latin": lambda rng, _: rng.choice("abcdefghijklmnopqrstuvwxyz"),
    "2 Latin": lambda rng, people: _piece(rng, fold(_some(rng, people, "email")), 2),
    "3 Latin": lambda rng, people: _piece(rng, fold(_some(rng, people, "email")), 3),
    "two words": _two_words,
    "company": lambda rng, people: _some(rng, people, "enterprise_name"),
    "company part": lambda rng, people: _piece(rng, _some(rng, people, "enterprise_name"), 4),
    "note": lambda rng, people: _piece(rng, _some(rng, people, "note"), 4),
    "digits": lambda rng, _: str(rng.randrange(100)),
    "miss": lambda rng, people: _piece(rng, _phone(rng, people), 5) + _piece(rng, _phone(rng, people), 5),
    "odd": lambda rng, _: rng.choice(('"', "'", "%", "_", "*", 'a"b', "AND", "\u0001", "😀", "ＶＩＰ", "\\")),
}
