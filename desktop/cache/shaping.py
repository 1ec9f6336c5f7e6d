"""A customer as the values of its row: columns, search text, ids."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, compress
from operator import add, ne
from typing import TypeAlias

import apsw

from desktop.cache.columns import LONGEST, MARK, NAMED, NUMBERS, PLAIN, TAGS
from desktop.cache.pinyin import searched, syllables
from desktop.domain.customers.customer import Customer
from desktop.domain.customers.fields import SEARCHED
from desktop.domain.folding import fold, phone_digits

_HEX_ID = re.compile(r"[0-9a-f]{32}")
_KEY_CHARACTERS = 60
_SEARCHED_CHARACTERS = 2_000
_OWNERS = ("enterprise_id", "agent_id")
_NAMES = ("nickname", "real_name")
_BIGGEST = 1 << 62
_NOT_SPACED = re.compile(r"[0-9\n]+")

DIGITS = frozenset(f"{number:0{size}}" for size in (1, 2) for number in range(10**size))
"""Search texts the trigram index does not hold, and that stand in very many customers: how many is kept."""

Sql: TypeAlias = "str | int | bytes | apsw.CArrayBinding | None"


def packed_id(customer_id: str) -> str | bytes:
    """Return the id as it is stored: 16 bytes for the usual 32 hexadecimal digits."""
    return bytes.fromhex(customer_id) if _HEX_ID.fullmatch(customer_id) else customer_id


def plain_id(stored: object) -> str:
    """Return the id that `packed_id` stored."""
    return stored.hex() if isinstance(stored, bytes) else str(stored)


def encodable(text: str) -> str:
    """Return the text without what UTF-8 or SQLite's text functions cannot hold: lone surrogates, NUL."""
    if text.isprintable():
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


@lru_cache(maxsize=16_384)
def sortable(name: str) -> str:
    """Return a name as it is stored: its sort key (pinyin, case folded), MARK, the name."""
    text = encodable(name[:LONGEST].replace(MARK, " "))
    key = fold(syllables(text[:_KEY_CHARACTERS]))[:_KEY_CHARACTERS]
    return f"{key}{MARK}{text}"


def plain_name(stored: str) -> str:
    """Return the name that `sortable` stored."""
    return stored.partition(MARK)[2]


@lru_cache(maxsize=16_384)
def _owner(owner_id: str) -> str | bytes:
    return packed_id(encodable(owner_id[:LONGEST]))


def column_values(customer: Customer) -> list[Sql]:
    """Return the values of the columns WRITTEN up to the tags, in their order; None where there is none."""
    get = customer.fields.get
    values: list[Sql] = [
        sortable(value) if isinstance(value := get(name), str) and value else None for name in NAMED
    ]
    values += [
        encodable(value[:LONGEST]) if isinstance(value := get(name), str) and value else None for name in PLAIN
    ]
    values += [_owner(value) if isinstance(value := get(name), str) and value else None for name in _OWNERS]
    values += [
        value if isinstance(value := get(name), int) and -_BIGGEST < value < _BIGGEST else None for name in NUMBERS
    ]
    return values


def tag_ids(customer: Customer) -> list[tuple[bool, str]]:
    """Return every tag of a customer, as whether it is a WeCom tag and its id."""
    return [(name == "wecom_tags", encodable(tag)) for name in TAGS for tag in dict.fromkeys(customer.ids(name))]


def found_text(customer: Customer) -> str:
    """Return the text a customer is searched in: one folded line a field, pinyin and initials of the names."""
    lines: dict[str, None] = {}
    get = customer.fields.get
    for name in SEARCHED:
        text = get(name)
        if isinstance(text, str) and text:
            folded = fold(text[:_SEARCHED_CHARACTERS])
            lines[folded] = None
            if name == "phone":
                lines[phone_digits(folded)] = None
            elif name in _NAMES and not folded.isascii():
                lines.update(dict.fromkeys(searched(folded)))
    lines.pop("", None)
    return "\n".join(lines)


def gram_text(found: str, *, seamed: bool = False) -> str:
    """Return what the trigram index gets of a found text: it, and it with U+0001 around every character.

    In the second, one and two characters of the text make trigrams of their own. Digits are left out of it:
    one or two digits stand in so many customers that looking through the texts finds them sooner. `seamed` adds
    the text's seams, each behind U+0002.
    """
    text = f"{found}\n\1{chr(1).join(_NOT_SPACED.sub(chr(10), found))}\1"
    return text + "".join(map(seam_gram, seams(found))) if seamed else text


def seams(found: str) -> list[str]:
    """Return, in order, the pairs of characters that stand behind different characters in a found text.

    Only there trigrams of different places can make up a word that the text does not hold: read backwards from a
    word's last trigram, every other pair leads to the one character in front of it.
    """
    pairs = list(map(add, found, found[1:]))
    # Nothing of a word is in front of a line, nor in the line before.
    fronts = f"\n{found}"
    last = dict(zip(pairs, fronts, strict=False))
    differing = set(compress(pairs, map(ne, map(last.__getitem__, pairs), fronts)))
    return sorted(pair for pair in differing if not ("\n" in pair or " " in pair))


def digits_of(found: str) -> frozenset[str]:
    """Return which single digits and pairs of digits stand in a found text."""
    return DIGITS.intersection(chain(found, map(add, found, found[1:])))


def seam_gram(pair: str) -> str:
    """Return the trigram that stands in the index for a seam."""
    return f"\2{pair}"


def grams_of(found: str) -> Iterable[str]:
    """Return the different grams of a found text."""
    text = gram_text(found)
    return {text[start : start + 3] for start in range(len(text) - 2)}
