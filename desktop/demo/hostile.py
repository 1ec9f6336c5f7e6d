"""Texts that attack who shows, stores or exports them, and answers full of them."""

import re
from functools import cache
from itertools import product
from typing import Any
from zlib import crc32

COUNT = 200
"""How many texts there are."""
LONG = 1 << 20
"""Characters of the longest of them."""
_RARE = 8
"""One in so many of the places the longest would stand in really gets it."""

_NAMES = ("Anna", "王小明", "شركة", "👩\u200d👩\u200d👧\u200d👦", "e\u0301" * 3)
_MARKUP = (
    '<img src="{link}/img">',
    "<b>{name}</b><script>alert(1)</script>",
    '<a href="{link}/a">{name}</a>',
    '<table background="{link}/bg"><tr><td>{name}',
    '<link rel="stylesheet" href="{link}/css">',
    '<object data="{link}/obj"></object>{name}',
    '<p style="background-image:url({link}/css)">{name}</p>',
    '<img src="file:///etc/kefu-bait">{name}',
    "<html><body><h1>{name}",
    "&lt;i&gt;{name}&amp;nbsp;&#x1F600;",
    "![{name}]({link}/md)",
    "[{name}]({link}/md)",
)
_FORMULAS = (
    "=1+1",
    '=HYPERLINK("{link}/x","{name}")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
)
_ORDER = ("\u202e{name}\u202c", "\u2066{name}", "\u200f{name}\u200f", "{name}\u2067gpj.exe", "\u061c{name}")
_BROKEN = (
    "{name}\x00after",
    "{name}\ud83d",
    "\udc00{name}",
    "{name}\ufffe",
    "\x1b[31m{name}\x1b[0m",
    "\x07{name}\x7f",
)
_FORMATS = (
    "%s%s%n{name}",
    "%1 %2 %L1 {name}",
    "{{0}} {{name}} {name}",
    "${{jndi:ldap://x}} {name}",
    "&{name} &&",
    "%({name})s",
)
_LINES = (
    "{name}\n{name}",
    "{name}\r\nb",
    "{name}\u2028b\u2029c",
    "\ufeff{name}",
    "{name}" + "\n" * 60,
    " \t{name}\u00a0 ",
)
_QUOTES = (
    "'; DROP TABLE customer; --{name}",
    '"{name}","',
    "\\{name}\\u0000",
    "../../{name}",
    "C:\\{name}\\..\\",
    "{name};{name}|{name}",
)
_WIDE = (
    "{name}" * 400,
    "W" * 5_000 + "{name}",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 40 + "{name}",
    "{name} " * 300,
)
_SHAPES = (*_MARKUP, *_FORMULAS, *_ORDER, *_BROKEN, *_FORMATS, *_LINES, *_QUOTES, *_WIDE)

_SPARED = re.compile(
    r"(^|_)(ids?|no|code|key|time|date|color|token|type|status|sign|language|zone)$|[a-z](Id|Ids|Code|Time)$"
)
_WORDS = re.compile(r"[^\W\d_]")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d|[0-9a-f]{16,}|#[0-9A-Fa-f]{3,8}")


@cache
def texts(link: str) -> tuple[str, ...]:
    """Return the texts; `link` is where their images and links lead, such as "http://127.0.0.1:1/trap"."""
    pairs = product(_NAMES, _SHAPES)
    made = [shape.replace("{link}", link).replace("{name}", name) for name, shape in pairs]
    return (*list(dict.fromkeys(made))[: COUNT - 1], "<b>" + "x" * (LONG - 3))


def hostile(payload: dict[str, Any], link: str) -> dict[str, Any]:
    """Return an answer with every free text in it replaced by a hostile one, the same for the same text.

    Ids, codes, times, colours and kinds stay as they are: without them nothing would be shown at all.
    """
    return {name: _replaced(one, link, name) for name, one in payload.items()}


def _replaced(value: object, link: str, key: str) -> object:
    if isinstance(value, dict):
        return hostile(value, link)
    if isinstance(value, list):
        return [_replaced(one, link, key) for one in value]
    if isinstance(value, str) and _WORDS.search(value) and not _SPARED.search(key) and not _STAMP.match(value):
        return _text_for(value, link)
    return value


def _text_for(value: str, link: str) -> str:
    known = texts(link)
    chance = crc32(value.encode("utf-8", "surrogatepass"))
    longest = chance % COUNT == COUNT - 1
    place = chance // COUNT % (COUNT - 1) if longest and chance // COUNT % _RARE else chance % COUNT
    return known[place]
